import Inputs
import Kernel
import ScenarioFile
import Testing

/// What an editor changes, as a file and back.
@Suite struct PolicyDocumentTests {
  private let policy = PolicyDocument(
    name: "Amnesty of 2008", question: "What if it had come later?",
    entries: [
      .init(path: "measures.amnesty.from", text: "2008-01-01"),
      .init(path: "measures.amnesty.until", text: "2008-05-31"),
      .init(path: "measures.amnesty.entry_cutoff", text: "2007-11-01"),
      .init(path: "measures.amnesty.published", text: "2008-01-15"),
      .init(path: "measures.amnesty.portability", text: "100 %"),
      .init(path: "measures.amnesty.origins", text: "[Uzbekistan, Other CIS]"),
      .init(path: "measures.permits-changed.amends", text: "permits"),
      .init(path: "measures.permits-changed.from", text: "2006-01-01"),
      .init(path: "measures.permits-changed.costs", text: "half"),
      .init(path: "measures.policing-changed.amends", text: "policing"),
      .init(path: "measures.policing-changed.from", text: "2006-01-01"),
      .init(path: "measures.policing-changed.inspections", text: "×2"),
      .init(path: "measures.operation-2007", text: "none"),
    ])

  private func load(_ policy: PolicyDocument) throws -> LoadedScenario {
    try Example(try policy.file(extending: "base.yaml").text).load()
  }

  @Test func `a policy's file gives what its entries say, and reads back to the same entries`()
    throws
  {
    let text = try policy.file(extending: "base.yaml").text
    let inputs = try load(policy).inputs
    let day = Day(year: 2008, month: 3, day: 1)
    #expect(inputs.law(Amnesty.self, on: day)?.portability == 1)
    #expect(inputs.law(PermitProcedure.self, on: day)?.costs == 37_500)
    #expect(inputs.law(Policing.self, on: day)?.inspections == 19_820)
    #expect(!inputs.measures.contains { $0.name == "operation-2007" })
    #expect(
      try PolicyDocument(text: text, file: "f", bases: ["base.yaml"]) == policy)
    #expect(text.contains("    costs: half\n") && text.contains("    inspections: ×2\n"))
  }

  @Test func `every line of the file is known by its entry`() throws {
    let file = try policy.file(extending: "base.yaml")
    let lines = file.text.split(separator: "\n")
    for (number, path) in file.paths where path.split(separator: ".").count == 3 {
      let key = path.split(separator: ".").last ?? ""
      #expect(lines[number - 1].contains("\(key):"))
    }
    #expect(Set(file.paths.values).isSuperset(of: policy.entries.map(\.path)))
  }

  @Test(arguments: [
    "extends", "tables.regions", "run.seed", "measures", "measures.a.b.c", "measures.a\nb.c",
    "measures.../etc.x", "country.name", "",
  ])
  func `a path that is no key of a policy is refused`(path: String) {
    let wrong = PolicyDocument(
      name: "x", question: "y", entries: [.init(path: path, text: "1")])
    #expect(throws: PolicyFault.self) { try wrong.file(extending: "base.yaml") }
  }

  @Test(arguments: [
    "", " ", "a\nextends: other.yaml", "[a, b", "[a]\nextends: x", "{value: 1", "a\u{0}b",
  ])
  func `a text that is no value of one line is refused`(text: String) {
    let wrong = PolicyDocument(
      name: "x", question: "y", entries: [.init(path: "measures.amnesty.errors", text: text)])
    #expect(throws: PolicyFault.self) { try wrong.file(extending: "base.yaml") }
  }

  @Test(arguments: ["- #&*!|>'\"%@`{}[]:", "a: b", "# no", "half price", "1:10"])
  func `words of any kind read back as they are`(words: String) throws {
    let named = PolicyDocument(name: words, question: words, entries: [])
    let text = try named.file(extending: "base.yaml").text
    let read = try PolicyDocument(text: text, file: "f", bases: ["base.yaml"])
    #expect(read.name == words)
    #expect(read.question == words)
  }

  @Test func `a file that is opened names no other file`() {
    for (text, part) in [
      ("kosh: 1\nextends: /etc/passwd\n", "'passwd'"), ("kosh: 1\nname: x\n", "extends no"),
      ("kosh: 1\nextends: base.yaml\ntables:\n  regions: /etc/passwd\n", "'tables'"),
      ("kosh: 1\nextends: base.yaml\nrun: {seed: 7}\n", "'run'"), ("[1", "flow"),
    ] {
      let fault = #expect(throws: PolicyFault.self) {
        try PolicyDocument(text: text, file: "f", bases: ["base.yaml"])
      }
      #expect(
        fault.map { "\($0)".contains(part) } ?? false, "\(text): \(String(describing: fault))")
    }
  }
}

/// Controls and changes speak of every lever.
@Suite struct PolicyControlsTests {
  @Test
  func `every lever has its controls, and each text of the baseline is accepted in its place`()
    throws
  {
    let base = try Example.variant("").load()
    let controls = PolicyControls(base)
    #expect(Set(controls.groups.map(\.kind.name)) == Set(LeverKind.all.map(\.name)))
    // A tax has a rate or a scale, and the baseline's changes from one to the other.
    for group in controls.groups
    where group.form != .added && !["income_tax", "social_tax"].contains(group.kind.name) {
      var entries = group.opening
      for control in group.controls where group.form == .own || control.key != "from" {
        if control.text == "none", group.form == .amended { continue }
        let name = group.form == .own ? control.path : "measures.\(group.measure).\(control.key)"
        entries.append(.init(path: name, text: control.text))
      }
      let policy = PolicyDocument(name: "x", question: "y", entries: entries)
      let inputs = try Example(try policy.file(extending: "base.yaml").text).load().inputs
      let rows = PolicyChanges(from: base.inputs, to: inputs).rows
      #expect(rows.allSatisfy { $0.before == $0.after }, "\(group.measure): \(rows)")
    }
  }

  @Test func `what is introduced is valid as it opens`() throws {
    let base = try Example.variant("").load()
    for group in PolicyControls(base).groups where group.form == .added {
      let policy = PolicyDocument(name: "x", question: "y", entries: group.opening)
      let inputs = try Example(try policy.file(extending: "base.yaml").text).load().inputs
      #expect(inputs.measures.contains { $0.lever.kindName == group.kind.name })
    }
  }

  @Test func `changes say from what to what, from when on`() throws {
    let base = try Example.variant("").load().inputs
    let other = try Example.variant(
      """
      measures:
        amnesty: {portability: 1, until: 2007-01-31}
        operation-2007: none
        more: {amends: policing, from: 2007-01-01, inspections: ×2, expulsion: 10 %}
      """
    ).load().inputs
    let rows = PolicyChanges(from: base, to: other).rows.map {
      "\($0.kind).\($0.key): \($0.before ?? "-") -> \($0.after ?? "-") \($0.since.map { "\($0)" } ?? "")"
    }
    #expect(
      rows == [
        "policing.inspections: 9,910 -> 19,820 (×2) 2007-01-01",
        "policing.expulsion: 3.4 % -> 10 % 2007-01-01",
        "operation.: 2007-01-01 – 2007-02-28 -> - ",
        "amnesty.until: 2006-12-31 -> 2007-01-31 ", "amnesty.portability: 0 % -> 100 % 2006-08-01",
      ])
  }
}
