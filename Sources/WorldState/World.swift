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
  /// Where those who may come are when they are not here, origin by origin.
  public var homelands: Islands<Homeland>
  public var offices: Offices
  /// What the markets published yesterday.
  public let boards: Boards
  public var treasury: Treasury

  package init(
    inputs: Inputs, luck: Luck, horizon: Int, markets: consuming Islands<Market>,
    homelands: consuming Islands<Homeland>, boards: Boards
  ) {
    self.inputs = inputs
    self.luck = luck
    self.horizon = horizon
    firstDay = inputs.firstWorldDay
    self.boards = boards
    self.homelands = homelands
    offices = Offices(horizon: horizon, regionCount: inputs.country.regions.count)
    treasury = Treasury(regionCount: inputs.country.regions.count)
    self.markets = markets
  }

  public var regionCount: Int { inputs.country.regions.count }
  public var sectorCount: Int { inputs.country.sectors.count }
}
