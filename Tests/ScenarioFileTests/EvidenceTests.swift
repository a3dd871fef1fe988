import Kernel
import ScenarioFile
import Testing

@Suite struct EvidenceTests {
  private static let header = "id,fact,formula,documented,low,high,unit,source,use\n"

  private func evidence(_ row: String) -> Example {
    Example.variant("").with("kazakhstan/evidence.csv", Self.header + row)
  }

  @Test func `The shipped facts are read, each with its formula`() throws {
    let facts = try Example.variant("").load().evidence
    #expect(facts.count > 20)
    #expect(facts.allSatisfy { $0.formula != nil })
    let set = Set(facts.filter { $0.use == .set }.map(\.id))
    #expect(set == ["E15.1", "E5.1", "E9.11", "E10.5", "E10.6"])
  }

  @Test func `A run's inputs know nothing of the evidence, and the effective scenario carries it`()
    throws
  {
    let plain = try Example.variant("").load()
    let other = try evidence("E1,x,arrivals 2006-06,1,1,none,persons,y,left alone").load()
    #expect(plain.inputs == other.inputs)
    #expect(plain.resolvedText != other.resolvedText)
    #expect(other.resolvedText.contains("  evidence: |\n    id,fact,formula"))
    let again = try Example.variant("").with("s.yaml", other.resolvedText).load()
    #expect(again.evidence == other.evidence)
  }

  @Test func `A scenario may do without evidence`() throws {
    let baseline = Example.baseline.split(separator: "\n", omittingEmptySubsequences: false)
      .filter { !$0.contains("evidence.csv") }.joined(separator: "\n")
    let loaded = try Example.variant("").with("base.yaml", baseline).load()
    #expect(loaded.evidence.isEmpty)
    #expect(!loaded.resolvedText.contains("evidence:"))
  }

  @Test func `Formulas say what, of whom and when`() throws {
    let formula = try #require(
      EvidenceFormula(
        "wage_bill[region=Almaty city; authorisation=permit|card_bound] 2006-06 / employed mean 2006"
      )
    )
    #expect(formula.term.name == "wage_bill" && formula.divisor?.name == "employed")
    #expect(formula.term.filters.map(\.column) == ["region", "authorisation"])
    #expect(formula.term.filters.map(\.members) == [["Almaty city"], ["permit", "card_bound"]])
    #expect(formula.term.time == .month(Day(year: 2006, month: 6, day: 1)))
    let year = EvidenceFormula.Time.mean(
      from: Day(year: 2006, month: 1, day: 1), to: Day(year: 2006, month: 12, day: 1))
    #expect(formula.divisor?.time == year)
    #expect(EvidenceFormula("a sum 2007 / a sum 2006 - 1")?.isGrowth == true)
    #expect(
      EvidenceFormula("a sum 2006-08 to 2006-12")?.term.time.days
        == Day(year: 2006, month: 8, day: 1)...Day(year: 2006, month: 12, day: 31))
    #expect(
      EvidenceFormula("a until 2006-08-08")?.term.time
        == .until(Day(year: 2006, month: 8, day: 8)))
  }

  @Test(arguments: [
    "", "a", "2006", "a 2006", "a 2006-13", "a sum", "a sum 2006 to", "a sum 2007 to 2006",
    "a[] 2006-01", "a[b] 2006-01", "a[b=] 2006-01", "a[b=c 2006-01", "a 2006-01 / b",
    "a until 2006",
    "a sum 2006 / b sum 2006 / c sum 2006",
  ])
  func `What is no formula is not taken for one`(text: String) {
    #expect(EvidenceFormula(text) == nil)
  }

  @Test(arguments: [
    (
      "E1,x,arrivals 2006,1,1,none,persons,y,set",
      "kazakhstan/evidence.csv:2:6: error: 'arrivals 2006' is no formula. Write a column of the "
        + "results and a time, as in 'arrivals sum 2020' or 'irregular_employed 2020-06 / "
        + "permits_in_force 2020-06'."
    ),
    (
      "E1,x,arrivals 2006-06,1,2,1,persons,y,set",
      "kazakhstan/evidence.csv:2:25: error: the low of 'E1' lies above its high. Swap them."
    ),
    (
      "E1,x,arrivals 2006-06,1,none,none,persons,y,set",
      "kazakhstan/evidence.csv:2:25: error: 'E1' has neither low nor high, so nothing could "
        + "disagree. Write one."
    ),
    (
      "E1,x,arrivals 2006-06,1,1,none,persons,y,maybe",
      "kazakhstan/evidence.csv:2:42: error: 'use' is 'maybe', but it is one of set, left alone."
    ),
  ])
  func `A wrong row is told in a sentence, with its place`(row: String, sentence: String) {
    #expect(evidence(row).findings().first == sentence)
  }
}
