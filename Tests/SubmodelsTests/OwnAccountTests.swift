import Kernel
import Submodels
import Testing
import WorldState

/// Work on own account answers how scarce labour is, and takes its part of those who enter the labour force.
@Suite struct OwnAccountTests {
  /// Seekers of 4,000 after three years in which labour has become scarcer by the factor.
  private func seekers(tightness: Double, elasticity: Double) throws -> Int {
    var stage = try Stage(ownAccountEntryRate: 1)
    stage.rules.behaviour.search.ownAccountExit = 0.2
    stage.rules.behaviour.search.ownAccountElasticity = elasticity
    for _ in 0..<4000 { _ = stage.addSeeker() }
    stage.market.restTightness = 0.1
    for day in 1...1095 {
      stage.market.yearlyTightness = 0.1 * tightness
      stage.market.live(stage.today(day), stage.boards)
    }
    return stage.market.seekers.count
  }

  @Test func `where labour is scarcer more give up own-account work and fewer turn to it`() throws {
    let usual = try seekers(tightness: 1, elasticity: 1)
    let scarce = try seekers(tightness: 1.5, elasticity: 1)
    let plentiful = try seekers(tightness: 1 / 1.5, elasticity: 1)
    // A balance of 1 a year against 0.2: of six one searches; with both rates moved by half, 0.3 of 0.97; and 0.13 of 1.63.
    #expect(abs(Double(usual) / 4000 - 1.0 / 6) < 0.03)
    #expect(abs(Double(scarce) / 4000 - 0.3 / (0.3 + 1 / 1.5)) < 0.04)
    #expect(abs(Double(plentiful) / 4000 - 0.2 / 1.5 / (0.2 / 1.5 + 1.5)) < 0.03)
  }

  @Test func `without an elasticity how scarce labour is changes nothing`() throws {
    let usual = try seekers(tightness: 1, elasticity: 0)
    let scarce = try seekers(tightness: 1.9, elasticity: 0)
    #expect(usual == scarce)
  }

  @Test func `of those who enter the labour force their part begins on own account`() throws {
    var stage = try Stage(ownAccountEntrants: 0.4)
    for number in 0..<2000 {
      var person = Person(id: PersonID(5000 + number), activity: .notYetIn, skill: .low)
      person.due = DayNumber(1 + number % 20)
      let index = stage.market.addRecord(person)
      stage.market.calendar.add(index.rawValue, on: 1 + number % 20)
    }
    stage.live(1...21)
    var onOwnAccount = 0
    for index in stage.market.people.places
    where stage.market.people[index].activity == .ownAccount { onOwnAccount += 1 }
    #expect(abs(Double(onOwnAccount) / 2000 - 0.4) < 0.04)
    #expect(stage.market.seekers.count + onOwnAccount == 2000)
    #expect(stage.market.flows[.entries] == 2000)
  }
}
