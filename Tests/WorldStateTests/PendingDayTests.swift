import Inputs
import Kernel
import Population
import TestSupport
import Testing
import WorldState

/// A migrant's pending day is the first of their known dates and their next epoch, whatever happens to them before they wake.
@Suite struct PendingDayTests {
  /// A day of a world that has just been built.
  private func day(_ number: Int, _ world: borrowing World) -> Today {
    let inputs = world.inputs
    return Today(
      number: number, date: world.firstDay + number, daysLeft: 10, isBurnIn: true,
      luck: world.luck, rules: Rules(inputs, on: inputs.run.from),
      homeIncomes: inputs.homeIncomes(on: inputs.run.from))
  }

  @Test
  func `what happens to somebody on a day on which they are to wake does not let them sleep on`()
    throws
  {
    let inputs = try TinyCountry.inputs(scale: 0.8, until: "2020-03-31", burnInMonths: 2)
    let world = World.populated(inputs, replicate: 0, crew: Crew(workers: 1))
    let (yesterday, today) = (day(4, world), day(5, world))
    var checked = 0
    for number in 0..<world.markets.count {
      world.markets.with(number) { market in
        guard
          let migrant = market.people.places.first(where: {
            market.people[$0].isMigrant && Int(market.people[$0].due) > 5
          })
        else { return }
        market.people[migrant].authorisedUntil = 5
        market.setDue(migrant, yesterday)
        #expect(market.people[migrant].due == 5)
        // The police, an office or a new law comes before they wake.
        market.setDue(migrant, today)
        #expect(market.people[migrant].due == 5)
        for day in 0...5 { market.calendar.open(day, into: &market.due) }
        #expect((0..<market.due.count).contains { market.due[$0] == migrant.rawValue })
        market.setDue(migrant, today)
        #expect(market.people[migrant].due > 5)
        checked += 1
      }
    }
    // Every market, so that it is no market's peculiarity.
    #expect(checked == world.markets.count)
  }
}
