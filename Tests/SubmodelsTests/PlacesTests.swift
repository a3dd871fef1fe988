import Inputs
import Kernel
import Submodels
import TestSupport
import Testing
import WorldState

/// A place for a migrant is of one category, and only who has that skill may fill it.
@Suite struct PlacesTests {
  /// What happens to a small country when every employer of irregular workers gets places of one category.
  private func holders(placesFor skill: Skill) throws -> (right: Int, wrong: Int) {
    let world = try LivedWorld(
      TinyCountry.inputs(scale: 0.16, until: "2020-03-30", burnInMonths: 6))
    let today = world.today
    var found = (right: 0, wrong: 0)
    for number in 0..<world.run.world.markets.count {
      world.run.world.markets.with(number) { market in
        let before = Set(permitted(market))
        for employer in market.employers.places
        where market.employers[employer].irregulars > 0 {
          var application = Application()
          application.market = market.traits.number
          application.employer = employer
          application.skill = skill
          application.count = 50
          market.receivePlaces(application, granted: 50, today)
        }
        for person in permitted(market) where !before.contains(person) {
          if market.people[person].skill == skill { found.right += 1 } else { found.wrong += 1 }
        }
        market.invitations.removeAll()
        #expect(market.audit(today).isEmpty)
      }
    }
    return found
  }

  private func permitted(_ market: borrowing Market) -> [PersonIndex] {
    var found: [PersonIndex] = []
    for index in market.people.places where market.people[index].activity != .nobody {
      if market.people[index].authorisation == .permit { found.append(index) }
    }
    return found
  }

  @Test(arguments: Skill.allCases) func `an employer registers workers of the category alone`(
    skill: Skill
  ) throws {
    let found = try holders(placesFor: skill)
    #expect(found.wrong == 0)
    #expect(found.right > 0)
  }

  @Test func `a place that was left is free for the same skill, or lost, as the law has it`() throws
  {
    var inputs = try TinyCountry.inputs(scale: 0.16, until: "2020-03-30", burnInMonths: 6)
    for index in inputs.measures.indices {
      guard var law = inputs.measures[index].lever as? PermitProcedure else { continue }
      law.refillSkills = Members(skills: ["low"])
      inputs.measures[index].lever = law
    }
    let world = try LivedWorld(inputs)
    let today = world.today
    var checked: Set<Skill> = []
    for number in 0..<world.run.world.markets.count {
      world.run.world.markets.with(number) { market in
        for index in permitted(market) where market.holdsPlace(market.people[index], today) {
          let person = market.people[index]
          let (free, all) = (market.employers[person.employer].freePlaces, market.placesInForce)
          market.vacatePlace(of: person, today)
          var expected = free
          if person.skill == .low { expected[.low] += 1 }
          #expect(market.employers[person.employer].freePlaces == expected)
          #expect(market.placesInForce == (person.skill == .low ? all : all - 1))
          checked.insert(person.skill)
        }
      }
    }
    #expect(checked.contains(.low) && checked.count > 1)
  }
}
