import Inputs
import Kernel
import Measurement
import Results
import ScenarioFile
import TestSupport
import Testing

@Suite struct EvidenceCounterTests {
  private func fact(_ formula: String, low: Double? = 0, high: Double? = nil) -> DocumentedFact {
    var fact = DocumentedFact()
    fact.id = "E1"
    fact.fact = formula
    fact.formulaText = formula
    fact.low = low
    fact.high = high
    return fact
  }

  private let records = SyntheticRun.records(monthCount: 24)

  private func value(_ formula: String) -> Double? {
    records.evidence([fact(formula)], scale: 0.1)[0]
  }

  /// Of 2005, month by month.
  private func column(_ name: String) throws -> [Double] {
    let column = try #require(National.indicators.firstIndex { $0.name == name })
    return records.months.prefix(12).compactMap { $0.national[column] }
  }

  @Test func `Months, sums, means and ratios are those of the series`() throws {
    let arrivals = try column("arrivals")
    #expect(value("arrivals 2005-03") == arrivals[2])
    #expect(value("arrivals sum 2005") == arrivals.reduce(0, +))
    #expect(value("arrivals mean 2005") == arrivals.reduce(0, +) / 12)
    #expect(value("arrivals sum 2005-02 to 2005-03") == arrivals[1] + arrivals[2])
    #expect(value("arrivals 2005-03 / arrivals 2005-02 - 1") == arrivals[2] / arrivals[1] - 1)
  }

  @Test func `Days are added up to the day named, as real persons`() throws {
    let flow = try #require(DailyFlow.allCases.firstIndex { $0.name == "legalised" })
    let counted = records.days.prefix(10).reduce(0) { $0 + $1.counts[flow] }
    #expect(value("legalised until 2005-01-10") == Double(counted) * 10)
  }

  @Test func `Cells and money are those of the members named`() {
    #expect(value("present[region=Almaty city] 2005-01") == 2001)
    #expect(value("present[region=Almaty city|South Kazakhstan] 2005-01") == 3002)
    #expect(value("present[region=Astana] 2005-01") == 0)
    #expect(value("income_tax[payer=native_formal] sum 2005-01 to 2005-02") == 2e9 + 0.5)
  }

  @Test(arguments: [
    "arrivals 2007-01", "arrivals sum 2004", "arrivals sum 2006-12 to 2007-01",
    "legalised until 2007-01-01", "arrivals 2005-03 / arrivals 2007-01", "nonsense 2005-01",
  ])
  func `What the run does not hold has no value`(formula: String) {
    #expect(value(formula) == nil)
  }

  @Test func `Without rows of cells a fact that needs them has no value`() {
    var bare = records
    bare.dropTables()
    let facts = [fact("present[region=Astana] 2005-01"), fact("arrivals 2005-01")]
    let values = bare.evidence(facts, scale: 0.1)
    #expect(values[0] == nil && values[1] != nil)
    #expect(EvidenceCounter(facts, scale: 1).needsTables)
    #expect(!EvidenceCounter([facts[1]], scale: 1).needsTables)
  }

  @Test func `The mean over replicates agrees within its ends, both included`() {
    func agrees(_ low: Double?, _ high: Double?, _ values: [Double?]) -> Bool? {
      EvidenceRow(fact: fact("arrivals 2005-01", low: low, high: high), values: values).agrees
    }
    #expect(agrees(2, 4, [1, 3]) == true)
    #expect(agrees(nil, 2, [1, 3]) == true)
    #expect(agrees(nil, 1.9, [1, 3]) == false)
    #expect(agrees(2.1, nil, [1, 3, nil]) == false)
    #expect(agrees(2, nil, [nil]) == nil)
  }

  @Test func `Names that no results hold are told`() {
    let unknown = UnknownEvidence.among(
      [fact("arivals 2005-01"), fact("present[age=9] 2005-01")], Country())
    #expect(
      unknown.map(\.description) == [
        "error: the formula of evidence 'E1' names 'arivals', which no results hold. Write a name of "
          + "the codebook.",
        "error: the formula of evidence 'E1' names 'present' by age, which no results hold. Write a "
          + "name of the codebook.",
      ])
  }

  @Test func `Places, origins and payers that do not exist are told, not counted as nobody`() {
    var country = Country()
    country.name = "Here"
    func unknown(_ formula: String) -> [String] {
      UnknownEvidence.among([fact(formula)], country).map(\.description)
    }
    #expect(
      unknown("legalised[origin=Uzbekstan] sum 2006 / legalised[origin=Here] sum 2006") == [
        "error: the formula of evidence 'E1' names 'Uzbekstan', which is no origin. There is: "
          + "Here."
      ])
    #expect(unknown("present[region=Atlantis;authorisation=permit] 2005-01").count == 1)
    #expect(unknown("present[authorisation=permits] 2005-01").count == 1)
    #expect(unknown("wages[payer=nobody] 2005-01").count == 1)
  }

  @Test func `Evidence is read back from a folder's database`() throws {
    let folder = TemporaryFolder()
    var run = SyntheticRun.finished(monthCount: 2)
    run.results.evidence = EvidenceRow.rows(
      [fact("arrivals 2005-01", high: 5), fact("returns 2005-01", low: nil, high: 1)],
      [[1, nil], [2.5, 3]])
    var output = try OutputFolder.named(folder.path("run"), force: false)
    _ = try output.write(run) { _, _ in }
    let read = try RunDatabase.read(folder: folder.path("run"))
    #expect(read.evidence == run.results.evidence)
    let lines = (FileBytes.text(of: folder.path("run/evidence.csv")) ?? "").split(separator: "\n")
    #expect(lines.count == 3)
    #expect(lines[1].hasSuffix(",left alone,yes,0,5,1.75,1,2.5"))
  }
}
