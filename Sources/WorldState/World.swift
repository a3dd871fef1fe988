import Inputs
import Kernel

/// The whole simulated country.
package struct World: ~Copyable {
  package let inputs: Inputs
  package let luck: Luck
  /// The first day of the burn-in: day 0 of all records.
  package let firstDay: Day
  /// One past the last day that can be simulated.
  package let horizon: Int
  /// Region by region, sector by sector.
  package var markets: Islands<Market>
  /// What the markets published yesterday.
  package let boards: Boards
  package var treasury: Treasury

  package init(
    inputs: Inputs, luck: Luck, horizon: Int, markets: consuming Islands<Market>
  ) {
    self.inputs = inputs
    self.luck = luck
    self.horizon = horizon
    firstDay = inputs.firstWorldDay
    boards = Boards(count: markets.count, regionCount: inputs.country.regions.count)
    treasury = Treasury(regionCount: inputs.country.regions.count)
    self.markets = markets
  }

  package var regionCount: Int { inputs.country.regions.count }
  package var sectorCount: Int { inputs.country.sectors.count }
}

extension Inputs {
  /// The first day of the burn-in.
  package var firstWorldDay: Day { run.from.adding(months: -run.burnInMonths) }
}

/// Yesterday's boards: read by every island while they work, written between their work only.
package final class Boards: @unchecked Sendable {
  package let entries: Column<MarketBoard>
  /// The nation's surplus per meeting to that at rest, over all markets; 1 in the burn-in.
  package let national: Column<Double>

  package let regionCount: Int

  init(count: Int, regionCount: Int) {
    self.regionCount = regionCount
    entries = Column(repeating: MarketBoard(), count: count)
    national = Column(repeating: 1, count: 1)
  }
}
