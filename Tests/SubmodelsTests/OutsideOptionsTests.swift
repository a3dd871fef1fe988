import Inputs
import Kernel
import Submodels
import Testing
import WorldState

/// What seekers ask for, by hand-made records of search.
@Suite struct OutsideOptionsTests {
  /// A record of search in which so many jobs were found a year, at a pay to what the work is worth.
  private func record(finds rate: Double, pay: Double, days: Double = 1e9, worth: Double = 1e12)
    -> SearchRecord
  {
    var record = SearchRecord()
    record.days = days
    record.finds = rate * days / Rates.daysPerYear
    record.worth = worth
    record.pay = pay * worth
    return record
  }

  /// A market in which everybody's search went so.
  private func stage(_ record: SearchRecord, value: Double = 1) throws -> Stage {
    var stage = try Stage()
    stage.rules.behaviour.wages.searchValue = value
    stage.rules.behaviour.workingLife.nativeSeparation = 0.2
    stage.rules.behaviour.workingLife.irregularSeparation = 0.3
    stage.rules.behaviour.wages.discountRate = 0.1
    stage.rules.behaviour.migration.plannedMonths = 6
    for kind in 0..<SearchRecord.kindCount { stage.market.searches[kind] = record }
    return stage
  }

  /// The whole sector, where it went so too.
  private func sector(_ record: SearchRecord) -> SectorSearch {
    var sector = SectorSearch()
    for kind in sector.kinds.indices { sector.kinds[kind] = record }
    return sector
  }

  @Test func `the worth of searching is weighed with that of not working`() throws {
    let record = record(finds: 1.2, pay: 0.8)
    var stage = try stage(record)
    stage.market.revealOptions(sector(record), stage.today(29))
    // s = 1.2 / (1.2 + 0.2 + 0.1) = 0.8, z = 25,000, w = 0.8 · 60,000.
    for skill in Skill.allCases {
      let asked = stage.market.options.natives[Int(skill.rawValue)]
      #expect(abs(asked - (0.2 * 25_000 + 0.8 * 48_000)) < 1)
    }
    // s = 1.2 / (1.2 + 0.3 + 0.1 + 2) = 1/3, w = 0.8 · 50,000, less the journey at home.
    #expect(abs(stage.market.options.migrants - 40_000.0 / 3) < 1)
    #expect(abs(stage.market.options.homePart - 2.0 / 3) < 1e-6)
    let asked = stage.market.options.migrant(ability: 2, home: 9000, payIndex: 1)
    #expect(abs(asked - (80_000.0 / 3 + 6000)) < 1)
  }

  @Test func `half its value counts half`() throws {
    let record = record(finds: 1.2, pay: 0.8)
    var stage = try stage(record, value: 0.5)
    stage.market.revealOptions(sector(record), stage.today(29))
    #expect(abs(stage.market.options.natives.x - (25_000 + 0.5 * 0.8 * 23_000)) < 1)
    #expect(abs(stage.market.options.migrants - (7500 + 0.5 * 40_000 / 3)) < 1)
  }

  @Test func `where work is found more often, more is asked for`() throws {
    let asked = try [0.3, 0.6, 1.2, 2.4, 4.8].map { rate in
      let record = record(finds: rate, pay: 0.8)
      var stage = try stage(record)
      stage.market.revealOptions(sector(record), stage.today(29))
      return stage.market.options.natives.x
    }
    #expect(zip(asked, asked.dropFirst()).allSatisfy(<))
    #expect(asked.allSatisfy { $0 > 25_000 && $0 < 48_000 })
  }

  @Test func `a market without searches asks for what its sector does`() throws {
    let record = record(finds: 1.2, pay: 0.8)
    var stage = try stage(record)
    for kind in 0..<SearchRecord.kindCount { stage.market.searches[kind] = SearchRecord() }
    stage.market.revealOptions(sector(record), stage.today(29))
    #expect(abs(stage.market.options.natives.x - (0.2 * 25_000 + 0.8 * 48_000)) < 1)
  }

  @Test func `before anybody has found a job, all is as it was`() throws {
    var stage = try stage(record(finds: 1.2, pay: 0.8))
    stage.market.revealOptions(SectorSearch(), stage.today(29))
    let plain = OutsideOptions(stage.market.traits)
    #expect(stage.market.options.natives == plain.natives)
    #expect(stage.market.options.migrants == plain.migrants && stage.market.options.homePart == 0)
  }

  @Test func `days of search and jobs found are remembered, each with its net pay`() throws {
    var stage = try Stage()
    let employer = stage.addEmployer(posts: 40)
    for _ in 0..<40 { _ = stage.addSeeker(.skilled) }
    stage.rules.behaviour.wages.searchValue = 1
    stage.rules.searchKeep = 1
    stage.rules.meetingsPerDay = 0.1
    stage.market.smoothedSeekers = 40
    stage.market.smoothedVacancies = 40
    stage.live(1...5)
    let record = stage.market.searches[Int(Skill.skilled.rawValue)]
    #expect(record.finds > 0 && record.finds == Double(stage.market.employers[employer].staff))
    #expect(record.days > 40 && record.days <= 200)
    var net = 0.0
    for person in stage.market.people.places where stage.market.people[person].employer == employer
    {
      let wage = Double(stage.market.people[person].wage)
      let isFormal = stage.market.people[person].activity == .employedFormally
      net += isFormal ? stage.rules.law.payroll.net(wage) : wage
    }
    #expect(abs(record.pay * stage.rules.payIndex - net) < record.finds)
    #expect(stage.market.searches[Int(Skill.low.rawValue)].finds == 0)
  }

  @Test func `new hires feel at once what seekers ask for`() throws {
    let pay = try [25_000.0, 35_000].map { asked in
      var stage = try Stage()
      let employer = stage.addEmployer(posts: 1)
      let person = stage.addSeeker()
      stage.market.options.natives = SIMD3(repeating: asked)
      return JobTerms(
        native: stage.market.people[person], searchDays: 0,
        employer: stage.market.employers[employer], traits: stage.market.traits,
        options: stage.market.options, stage.today(1))
    }
    let ability = try Stage().market.traits.skillFactor(.low)
    let share = try Stage().rules.freeBargainingShare
    let index = try Stage().rules.payIndex
    #expect(
      abs(pay[1].informalWage - pay[0].informalWage - (1 - share) * 10_000 * ability * index) < 1)
    #expect(pay[1].formalWage > pay[0].formalWage)
  }
}
