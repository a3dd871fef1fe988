import Inputs
import ScenarioFile
import Testing

/// Keys found by the words that people have for them.
@Suite struct KeySearchTests {
  @Test func `every everyday word leads to a key that there is`() {
    let reference = KeyReference()
    let known = Set(
      Section.all.flatMap { section in section.keys.map { "\(section.path).\($0.name)" } }
        + LeverKind.all.flatMap { kind in
          (kind.keys.map(\.name) + ["from", "until"]).map { "\(kind.name).\($0)" }
        })
    for row in EverydayWords.rows {
      for path in row.paths { #expect(known.contains(path), "'\(path)' of '\(row.words)'") }
    }
    #expect(!reference.groups.isEmpty)
  }

  @Test(arguments: [
    ("price of permits", "permits.costs"), ("permit price", "permits.fee"),
    ("amnesty price", "amnesty.extortion"), ("portable", "amnesty.portability"),
    ("penalties", "sanctions.employer_fine"), ("deportation", "policing.expulsion"),
    ("raids", "policing.inspections"), ("work permit quota", "quota.share"),
    ("PRICE OF A PATENT", "patents.price"), ("seed", "run.seed"),
    ("inspections", "policing.inspections"), ("wage floor", "minimum_wage.amount"),
  ])
  func `words find the key that they mean`(words: String, path: String) {
    let lines = KeySearch(words).text.split(separator: "\n")
    #expect(lines.contains { $0.hasPrefix("  \(path)") }, "\(lines)")
    #expect(lines.count <= 60)
  }

  @Test func `a short answer is grouped, and tells what it leaves out`() {
    let found = KeySearch("permit").text
    #expect(found.contains("measure permits\n  permits."))
    let lines = found.split(separator: "\n")
    #expect(lines.count { $0.hasPrefix("  ") } <= 25)
    #expect(KeySearch("a").isEmpty && KeySearch("zeppelin").isEmpty && KeySearch("").isEmpty)
  }

  @Test func `remedies name the key that people mean`() {
    func findings(_ measures: String) -> [String] {
      Example.variant("name: A\nquestion: Q?\nmeasures: {\(measures)}").findings()
    }
    #expect(
      findings("permits: {price: 1000 KZT}").first?.hasSuffix(
        "'price' is not a key of permits. Did you mean 'costs' or 'fee' or 'special_terms'?")
        == true)
    #expect(
      findings("amnesty: {price: 1000 KZT}").first?.hasSuffix(
        "'price' is not a key of amnesty. Did you mean 'extortion' or 'extortion_high'?") == true)
    #expect(
      findings("more: {amends: sanctions, from: 2006-01-01, penalty: ×2}").first?.hasSuffix(
        "'penalty' is not a key of an amendment of sanctions. Did you mean 'worker_fine' or "
          + "'employer_fine' or 'repeat_fine'?") == true)
    // A near name comes first.
    #expect(
      findings("permits: {cost: 1000 KZT}").first?.hasSuffix("Did you mean 'costs'?") == true)
    let set = Example.variant("name: A\nquestion: Q?").findings(["permits.price=1000 KZT"])
    #expect(
      set == [
        "--set: error: 'permits.price' is not a key. Did you mean 'measures.permits.costs' or "
          + "'measures.permits.fee' or 'measures.permits.special_terms'?"
      ])
  }
}
