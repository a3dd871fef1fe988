import Inputs
import Kernel
import Measurement
import ScenarioFile
import Simulation
import TestSupport
import Testing
import WorldState

/// What a law must do, and must not do, whatever the parameters.
@Suite(.tags(.slow)) struct LawTests {
  private static let reformDay = Day(year: 2006, month: 3, day: 1)

  private func inputs(until: String = "2006-12-31", _ overrides: [String] = []) throws -> Inputs {
    try Baseline.inputs(scale: 0.005, until: until, overrides)
  }

  private func without(_ inputs: Inputs, _ name: String) -> Inputs {
    var changed = inputs
    changed.measures.removeAll { $0.name == name }
    return changed
  }

  @Test func `an amnesty nobody qualifies for is no amnesty, to the bit`() throws {
    var empty = try inputs()
    for index in empty.measures.indices {
      guard var law = empty.measures[index].lever as? Amnesty else { continue }
      law.entryCutoff = Day(year: 1990, month: 1, day: 1)
      empty.measures[index].lever = law
    }
    let none = try Recording(without(inputs(), "amnesty"))
    let useless = try Recording(empty)
    #expect(useless.days == none.days)
    #expect(useless.months == none.months)
  }

  @Test func `an operation as strong as usual, and unannounced, changes nothing, to the bit`()
    throws
  {
    let plain = try Recording(inputs())
    let reformed = try Recording(
      inputs().adding(
        Operation(), named: "operation", from: Self.reformDay,
        until: Self.reformDay + 60))
    #expect(reformed.days == plain.days)
    #expect(reformed.months == plain.months)
  }

  @Test func `an amendment that puts back what the law says changes nothing, to the bit`() throws {
    let path = Baseline.scenario("corruption-low")
    func recording(_ overrides: [String]) throws -> Recording {
      var inputs = try ScenarioLoader.load(path: path, overrides: overrides).inputs
      inputs.run = try self.inputs(until: "2006-06-30").run
      return try Recording(inputs)
    }
    let plain = try Recording(inputs(until: "2006-06-30"))
    let same = try recording(["measures.policing-clean.bribe=50 %"])
    #expect(same.days == plain.days)
    #expect(same.months == plain.months)
    #expect(try recording([]).months != plain.months)
  }

  @Test(arguments: ["mobility", "permits", "policing", "sanctions", "wage_recovery", "visa_free"])
  func `a reform equal to the law as it is changes nothing, to the bit`(name: String) throws {
    let inputs = try inputs(until: "2006-06-30")
    let law = try #require(inputs.measures.first { $0.name == name })
    let reformed = inputs.adding(law.lever, named: "again", from: Self.reformDay)
    #expect(try Recording(reformed).days == Recording(inputs).days)
    #expect(try Recording(reformed).months == Recording(inputs).months)
  }

  /// A reform of each kind of law, all of which change something.
  private static let reforms: [any Lever] = {
    var mobility = Mobility()
    mobility.bound = 1
    mobility.irregular = 1
    var parity = ContributionParity()
    parity.part = 1
    var shock = OriginShock()
    shock.size = 0.5
    return [
      mobility, FreeMovement(), PatentTests.law { _ in }, Policing(), Sanctions(), parity, shock,
    ]
  }()

  @Test(arguments: reforms)
  func `days before a measure begins are the same with it and without`(lever: any Lever) throws {
    let plain = try Recording(inputs(until: "2006-06-30"))
    let reformed = try Recording(
      inputs(until: "2006-06-30").adding(lever, named: "reform", from: Self.reformDay))
    let before = plain.days.prefix { $0.day < Self.reformDay }.count
    #expect(reformed.days.prefix(before) == plain.days.prefix(before))
    #expect(reformed.months.prefix(14) == plain.months.prefix(14))
    #expect(reformed.months != plain.months)
  }

  @Test func `patents that nobody may employ on change nothing, to the bit`() throws {
    let plain = try Recording(inputs(until: "2006-06-30"))
    let reformed = try Recording(
      inputs(until: "2006-06-30").adding(
        PatentTests.law { $0.maxPerEmployer = 0 }, named: "patents", from: Self.reformDay))
    #expect(reformed.days == plain.days)
    #expect(reformed.months == plain.months)
  }

  @Test func `a prohibitive fee ends new permits, and so does a quota of 0`() throws {
    var fee = try #require(inputs().law(PermitProcedure.self, on: Self.reformDay))
    fee.fee = 1e12
    var quota = Quota()
    quota.persons = 0
    let newYear = Day(year: 2006, month: 1, day: 1)
    let base = without(without(try inputs(), "quota-2006"), "quota-2007")
    for lever in [fee, quota] as [any Lever] {
      let reformed = try Recording(base.adding(lever, named: "reform", from: newYear))
      // What was applied for before the fee is still decided in the first months.
      #expect(reformed.series("permits_issued").suffix(6).allSatisfy { $0 == 0 })
      #expect((reformed.series("migrants_free_access").last ?? 0) > 0)
    }
  }

  @Test func `a quota for the low-skilled alone leaves the others their permits`() throws {
    var none = Quota()
    none.persons = 0
    none.skills = Members(skills: ["low"])
    let newYear = Day(year: 2006, month: 1, day: 1)
    let plain = try Recording(inputs())
    let reformed = try Recording(inputs().adding(none, named: "x", from: newYear + 1))
    func issued(_ recording: Recording, _ name: String) -> Double {
      recording.series(name).suffix(12).reduce(0, +)
    }
    let learnt = ["permits_issued_skilled", "permits_issued_specialist"]
    // What is decided on the first of January comes under the quota of that day.
    let later = { (recording: Recording) in
      recording.series("permits_issued").suffix(11).reduce(0, +)
        - learnt.reduce(0) { $0 + recording.series($1).suffix(11).reduce(0, +) }
    }
    #expect(later(plain) > 0 && later(reformed) == 0)
    for name in learnt { #expect(issued(reformed, name) > 0.8 * issued(plain, name)) }
  }

  @Test func `a quota that begins within a year holds from its first day on`() throws {
    let summer = Day(year: 2006, month: 6, day: 1)
    // With permits as dear as the baseline's, more would be asked for than the quota in no year but 2006.
    var cheap = try #require(inputs().law(PermitProcedure.self, on: summer))
    cheap.costs = 20_000
    let base = without(try inputs(), "permits")
      .adding(cheap, named: "permits", from: Day(year: 2000, month: 1, day: 1))
    func issued(_ persons: Double) throws -> [Double] {
      var quota = Quota()
      quota.persons = persons
      return try Recording(base.adding(quota, named: "reform", from: summer))
        .series("permits_issued")
    }
    let (plain, closed, open) = try (
      Recording(base).series("permits_issued"), issued(0), issued(1e6)
    )
    // January 2005 is the first month: June 2006 the eighteenth.
    #expect(closed.prefix(17) == plain.prefix(17))
    #expect(closed.dropFirst(17).prefix(7).allSatisfy { $0 == 0 })
    #expect(open.prefix(17) == plain.prefix(17))
    #expect(open.dropFirst(17).reduce(0, +) > 1.2 * plain.dropFirst(17).reduce(0, +))
  }

  @Test func `certain detection with a crushing fine ends irregular employment`() throws {
    let from = Day(year: 2005, month: 7, day: 1)
    var police = try #require(inputs().law(Policing.self, on: from))
    police.inspections = 5e7
    police.bribe = 0
    police.dismissal = 1
    var fines = try #require(inputs().law(Sanctions.self, on: from))
    fines.employerFine = 1e5
    fines.repeatFine = 1e5
    let base = without(without(try inputs(until: "2006-07-31"), "amnesty"), "operation-2007")
    let reformed = base.adding(police, named: "police", from: from)
      .adding(fines, named: "fines", from: from)
    let before = try Recording(base).series("irregular_employed")
    let after = try Recording(reformed).series("irregular_employed")
    #expect(after[after.count - 1] < 0.01 * before[before.count - 1])
  }

  @Test func `cards of an amnesty are lost again when their time is over`() throws {
    var short = try Baseline.inputs(scale: 0.005, until: "2007-12-31")
    for index in short.measures.indices {
      guard var law = short.measures[index].lever as? Amnesty else { continue }
      law.cardMonths = 10
      short.measures[index].lever = law
    }
    let recording = try Recording(short)
    let cards = recording.series("cards_in_force")
    #expect((cards.max() ?? 0) > 50_000)
    #expect(cards.last == 0)
    #expect(recording.series("cards_lapsed").reduce(0, +) > 20_000)
  }

  @Test func `cells and national series tell the same story`() throws {
    let recording = try Recording(inputs())
    func total(_ month: MonthRecord, _ indicator: String) -> Double {
      let column = Cells.indicators.firstIndex { $0.name == indicator } ?? 0
      return month.cells.filter { $0.authorisation != "native" }
        .reduce(0) { $0 + $1.values[column] }
    }
    for (name, cell) in [
      ("migrants_present", "present"), ("irregular_employed", "irregular_employed"),
      ("legalised", "legalised"), ("identified", "identified"), ("expelled", "expelled"),
    ] {
      let series = recording.series(name)
      for (month, value) in zip(recording.months, series) {
        #expect(abs(total(month, cell) - value) < 0.5, "\(name) in \(month.month)")
      }
    }
  }

  @Test func `with its law in force the world balances every day`() throws {
    let inputs = try Baseline.inputs(scale: 0.002, until: "2007-03-31")
    var options = RunOptions(audit: .daily)
    options.workers = 2
    let audited = try Recording(inputs, options)
    #expect(audited.summary.audits > 800)
    #expect(audited.months == (try Recording(inputs)).months)
  }
}
