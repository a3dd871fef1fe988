import Foundation
import Results
import TestSupport
import Testing

/// The lab in a real browser, used as a person would use it.
@Suite(
  .enabled(if: Program.isBuilt, "needs swift build -c release"),
  .enabled(if: Browser.isWanted, "needs chromium"), .serialized)
struct LabBrowserTests {
  private let work = Workspace()

  private func lab() throws -> ServedLab {
    try ServedLab(
      [Program.baseline, "--scale", "1:1000", "--until", "2008-06-30", "--replicates", "3"],
      in: work.path)
  }

  private func browser(_ lab: ServedLab, width: Int = 1280) throws -> DrivenBrowser {
    let browser = try DrivenBrowser(in: work.path, width: width)
    try browser.open(lab.link)
    try browser.wait(for: "document.querySelector('[data-key]')")
    return browser
  }

  private let portability = #"[data-key="measures.amnesty.portability"]"#

  private func done(_ browser: DrivenBrowser) throws {
    try browser.wait(for: "document.querySelector('main').dataset.state === 'done'", seconds: 120)
  }

  private func type(_ text: String, _ key: String, _ browser: DrivenBrowser) throws {
    try browser.type(text, into: #"[data-key="\#(key)"] .typed"#)
  }

  private func opened(_ kinds: [String], _ browser: DrivenBrowser) throws {
    for measure in kinds {
      try browser.value(#"document.querySelector('[data-measure="\#(measure)"]').open = true"#)
    }
  }

  @Test
  func
    `A moved slider gives numbers, then an answer with the digest of the saved file's comparison`()
    throws
  {
    let lab = try lab()
    let browser = try browser(lab)
    #expect(try browser.value("document.querySelector('main').dataset.state") == "idle")
    try browser.press("End", code: 35, on: portability + " input[type=range]")
    try done(browser)
    #expect(try browser.value("document.querySelector('main').dataset.worlds") == "3")
    for role in ["difference", "range", "agree"] {
      let text = try browser.value(
        #"document.querySelector('[data-outcome="irregular_work"] [data-role="\#(role)"]').textContent"#
      )
      #expect(!text.isEmpty)
    }
    let digest = try browser.value("document.querySelector('main').dataset.digest")
    try browser.click("[data-action=save]")
    let saved = work.path("Output/lab/a-policy-from-the-lab.yaml")
    try browser.wait(for: "!document.getElementById('toast').hidden")
    let outcome = try work.kosh([
      "compare", Program.baseline, saved, "--scale", "1:1000", "--until", "2008-06-30",
      "--replicates", "3", "--format", "json", "--out", "compared",
    ])
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.output.contains("\"digest\": \"\(digest)\""))
  }

  @Test
  func
    `An amnesty of 2008 with portable cards, half-price permits and twice the checks needs no editor`()
    throws
  {
    let lab = try lab()
    let browser = try browser(lab)
    try opened(["amnesty", "permits-changed", "policing-changed"], browser)
    for (key, text) in [
      ("amnesty.from", "2008-01-01"), ("amnesty.until", "2008-05-31"),
      ("amnesty.published", "2008-01-15"), ("amnesty.entry_cutoff", "2007-11-01"),
    ] {
      try browser.value(
        """
        (e => { e.value = '\(text)'; e.dispatchEvent(new Event('change')) })(
          document.querySelector('[data-key="measures.\(key)"] .typed'))
        """)
    }
    try type("100 %", "measures.amnesty.portability", browser)
    try type("half", "measures.permits.costs", browser)
    try type("x2", "measures.policing.inspections", browser)
    try done(browser)
    try browser.type("Amnesty of 2008", into: "#name")
    try browser.click("[data-action=save]")
    try browser.wait(for: "!document.getElementById('toast').hidden")
    let text = work.text("Output/lab/amnesty-of-2008.yaml")
    for line in [
      "from: 2008-01-01", "entry_cutoff: 2007-11-01", "portability: 100 %", "amends: permits",
      "costs: half", "amends: policing", "inspections: x2",
    ] { #expect(text.contains("    \(line)\n"), "\(line)") }
    // Opened again, the controls stand where they stood.
    let before = try controls(browser)
    try browser.click("[data-action=reset]")
    #expect(try controls(browser) != before)
    let quoted = String(
      decoding: try JSONSerialization.data(withJSONObject: [text]), as: UTF8.self)
    try browser.value(
      """
      (() => { const files = new DataTransfer(); files.items.add(new File(\(quoted), 'p.yaml'));
        const input = document.getElementById('file'); input.files = files.files;
        input.dispatchEvent(new Event('change')) })()
      """)
    try browser.wait(for: "document.getElementById('name').value === 'Amnesty of 2008'")
    #expect(try controls(browser) == before)
  }

  private func controls(_ browser: DrivenBrowser) throws -> String {
    try browser.value(
      "JSON.stringify([...document.querySelectorAll('[data-key]')].map(e => "
        + "[e.dataset.key, ...[...e.querySelectorAll('input, select')].map(i => i.type === 'checkbox' ? i.checked : i.value)]))"
    )
  }

  @Test func `A kept policy is there after the browser was killed, and no run is left behind`()
    throws
  {
    let lab = try lab()
    let first = try browser(lab)
    try first.press("End", code: 35, on: portability + " input[type=range]")
    try first.wait(for: "document.querySelector('main').dataset.state !== 'idle'")
    try first.type("Portable", into: "#name")
    try first.click("[data-action=keep]")
    try first.wait(for: "document.querySelector('[data-policy=Portable]')")
    first.kill()
    // Within a while nobody has asked, and nothing runs any more.
    lab.running.wait { work.size("Output/lab/.at-work") == 0 }
    #expect(work.size("Output/lab/.at-work") == 0)
    try FileManager.default.removeItem(atPath: work.path("browser.in"))
    try FileManager.default.removeItem(atPath: work.path("browser.out"))
    let second = try browser(lab)
    try second.wait(for: "document.querySelector('[data-policy=Portable]')")
    #expect(work.text("Output/lab/portable.yaml").contains("portability: 100 %"))
    try second.value("document.querySelector('[data-policy=Portable] input').click()")
    try done(second)
  }

  @Test func `A link holds the change, and the gallery and languages work`() throws {
    let lab = try lab()
    let browser = try browser(lab)
    try browser.click("[data-action=gallery]")
    try browser.click(#"[data-scenario="Fines five times as high"]"#)
    try done(browser)
    #expect(
      try browser.value("document.querySelector('h1').textContent").contains("five times as high"))
    try browser.click("[data-action=link]")
    try browser.wait(for: "location.hash.startsWith('#p=')")
    let link = try browser.value("location.href")
    try browser.open("about:blank")
    try browser.open(link)
    try browser.wait(for: "document.querySelector('[data-changed$=worker_fine]')")
    for (language, word) in [("ru", "Штрафы"), ("kk", "Айыппұлдар")] {
      try browser.open("\(lab.link)&language=\(language)")
      try browser.wait(for: "document.documentElement.lang === '\(language)'")
      try browser.wait(for: "document.body.textContent.includes('\(word)')")
    }
  }

  @Test func `Nothing hangs over the edge on a phone, and no script fails`() throws {
    let lab = try lab()
    for width in [390, 768, 1280] {
      let folder = TemporaryFolder()
      let browser = try DrivenBrowser(in: folder.path, width: width)
      try browser.open(lab.link)
      try browser.wait(for: "document.querySelector('[data-key]')")
      try browser.press("End", code: 35, on: portability + " input[type=range]")
      try done(browser)
      let over = try browser.value(
        """
        document.documentElement.scrollWidth > document.documentElement.clientWidth
          ? [...document.querySelectorAll('body *')].filter(e => e.getBoundingClientRect().right
            > document.documentElement.clientWidth + 1).map(e => e.tagName + '.' + e.className).join(' ') : ''
        """)
      #expect(over == "", "\(width)")
    }
  }
}
