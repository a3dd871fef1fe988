import Inputs
import Kernel
import Population
import Simulation
import WorldState

/// A run that has lived to its last day, with that day: for looking at, and for breaking.
package struct LivedWorld: ~Copyable {
  package var run: Run
  package let today: Today

  package init(_ inputs: Inputs, workers: Int = 1) throws {
    let crew = Crew(workers: workers)
    var options = RunOptions()
    options.audit = .off
    run = Run(
      world: World.populated(inputs, replicate: 0, crew: crew), options: options, crew: crew)
    try run.live(RunSinks())
    let date = inputs.run.until
    today = Today(
      number: date - run.world.firstDay, date: date,
      daysLeft: Int64(date.adding(months: 1).firstOfMonth - date), isBurnIn: false,
      luck: run.world.luck, rules: Rules(inputs, on: date),
      homeIncomes: inputs.homeIncomes(on: date))
  }

  /// The market of most people, and what the audit says of it after `change`.
  package func auditing(_ change: (inout Market) -> Void) -> [String] {
    let sizes = (0..<run.world.markets.count).map { run.world.markets.with($0) { $0.people.count } }
    let largest = sizes.firstIndex(of: sizes.max() ?? 0) ?? 0
    let today = today
    return run.world.markets.with(largest) { market in
      change(&market)
      return market.audit(today)
    }
  }
}
