import Foundation
import Results
import TestSupport
import Testing

/// Pages in a real browser, where there is one: nothing hangs over the edge and no script fails.
@Suite(
  .enabled(if: Program.isBuilt, "needs swift build -c release"),
  .enabled(if: Browser.path != nil, "needs chromium"))
struct BrowserTests {
  private let work = Workspace()

  @Test(arguments: [390, 1280])
  func `A comparison fits narrow and wide windows, and its script runs without a fault`(
    width: Int
  ) throws {
    let scenarios = Program.root + "/Scenarios/"
    let outcome = try work.kosh([
      "compare", Program.baseline, scenarios + "minimum-wage-2007.yaml",
      scenarios + "flat-tax-never.yaml", "--scale", "1:1000", "--until", "2007-03-31",
      "--replicates", "2", "--out", "a",
    ])
    #expect(outcome.status == 0, "\(outcome.errors)")
    let found = try Browser.faults(of: work.path("a/report.html"), width: width, in: work.path)
    #expect(found == [])
  }
}

/// A headless Chromium.
enum Browser {
  static let path = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"]
    .first { FileManager.default.isExecutableFile(atPath: $0) }

  /// What does not fit into a window of a width, as the page itself measures it, and what its console
  /// says. A frame stands for the window, since a window cannot be as narrow as a phone.
  static func faults(of page: String, width: Int, in folder: String) throws -> [String] {
    let probe = """
      <html><body><iframe id=f src="file://\(page)" style="border:0;width:\(width)px;height:900px">
      </iframe><script>
      document.getElementById("f").onload=()=>{
        const d=document.getElementById("f").contentDocument,w=d.documentElement.clientWidth,out=[];
        if(d.documentElement.scrollWidth>w)out.push("the page is wider than its window");
        for(const e of d.querySelectorAll("main *")){
          if(e.closest("svg")||e.closest(".scroll"))continue;
          if(e.getBoundingClientRect().right>w+1)out.push("over the edge: "+e.tagName)}
        for(const e of d.querySelectorAll(".tile,.card,td,th"))
          if(e.scrollWidth>e.clientWidth+1)out.push("clipped: "+e.textContent);
        for(const svg of d.querySelectorAll("svg[data-chart]")){
          svg.dispatchEvent(new KeyboardEvent("keydown",{key:"End"}));
          if(!/\\d{4}-\\d\\d/.test(svg.parentNode.querySelector("output").textContent))
            out.push("a chart does not read out its values");
          for(const t of svg.querySelectorAll("text")){const b=t.getBBox();
            if(b.x<-1||b.x+b.width>svg.viewBox.baseVal.width+1)out.push("clipped: "+t.textContent)}}
        const p=document.createElement("pre");p.textContent="found:"+out.join(";")+":end";
        document.body.append(p)}
      </script></body></html>
      """
    try FileBytes.write(probe, to: folder + "/probe.html")
    let process = Process()
    process.executableURL = URL(fileURLWithPath: path ?? "")
    process.arguments = [
      "--headless", "--no-sandbox", "--disable-gpu", "--allow-file-access-from-files",
      "--enable-logging=stderr", "--window-size=1400,1000", "--virtual-time-budget=4000",
      "--user-data-dir=" + folder + "/profile", "--dump-dom", "file://" + folder + "/probe.html",
    ]
    for name in ["dom", "log"] { try FileBytes.write("", to: folder + "/" + name) }
    process.standardOutput = FileHandle(forWritingAtPath: folder + "/dom")
    process.standardError = FileHandle(forWritingAtPath: folder + "/log")
    try process.run()
    process.waitUntilExit()
    let dom = FileBytes.text(of: folder + "/dom") ?? ""
    guard let found = dom.firstMatch(of: /<pre>found:(.*?):end/) else {
      return ["the page was not measured"]
    }
    let console = (FileBytes.text(of: folder + "/log") ?? "").split(separator: "\n")
      .filter { $0.contains("CONSOLE") }.map(String.init)
    return found.1.split(separator: ";").map(String.init) + console
  }
}
