import Inputs
import Kernel

/// The whole simulated country.
public struct World: ~Copyable {
  package let inputs: Inputs
  public let luck: Luck
  /// The first day of the burn-in: day 0 of all records.
  public let firstDay: Day
  /// One past the last day that can be simulated.
  public let horizon: Int
  /// Region by region, sector by sector.
  public var markets: Islands<Market>
  /// What the markets published yesterday.
  public let boards: Boards
  public var treasury: Treasury

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

  public var regionCount: Int { inputs.country.regions.count }
  public var sectorCount: Int { inputs.country.sectors.count }
}

extension Inputs {
  /// The first day of the burn-in.
  public var firstWorldDay: Day { run.from.adding(months: -run.burnInMonths) }
}

/// Yesterday's boards: read by every island while they work, written between their work only.
public final class Boards: @unchecked Sendable {
  public let entries: Column<MarketBoard>
  /// The nation's surplus per meeting to that at rest, over all markets; 1 in the burn-in.
  public let national: Column<Double>

  public let regionCount: Int

  init(count: Int, regionCount: Int) {
    self.regionCount = regionCount
    entries = Column(repeating: MarketBoard(), count: count)
    national = Column(repeating: 1, count: 1)
  }
}
