import Kernel
import Submodels
import Testing
import WorldState

/// By what right a migrant comes back.
@Suite struct ArrivalTests {
  /// The record of one from the first origin who went home with a permit for a year, and comes again.
  private func returned(underFreeMovement isFree: Bool) throws -> Person {
    var stage = try Stage()
    stage.boards.origins[0].hasFreeMovement = isFree
    // Nobody bars them, and they do not come unlawfully.
    stage.rules.behaviour.migration.lawfulEntry = 1
    var person = Person(id: 900_000, activity: .atHome, skill: .low)
    person.origin = 1
    person.authorisation = .permit
    person.authorisedUntil = 365
    person.boundTo = Employer.identity(market: stage.market.traits.number, index: 0)
    _ = stage.addEmployer(posts: 1)
    stage.market.receive(
      [Departure(person: person, to: stage.market.traits.number)], stage.today(10), stage.boards)
    return stage.market.people[stage.market.people.count - 1]
  }

  @Test func `free access does not end with the permit that one had before`() throws {
    let free = try returned(underFreeMovement: true)
    #expect(free.authorisation == .freeAccess)
    #expect(free.authorisedUntil == .never && free.boundTo == .nobody)
    let bound = try returned(underFreeMovement: false)
    #expect(bound.authorisation == .permit && bound.authorisedUntil == 365)
  }
}
