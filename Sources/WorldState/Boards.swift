import Inputs
import Kernel

/// Yesterday's boards: read by every island while they work, written between their work only.
public final class Boards: @unchecked Sendable {
  /// By market.
  public let entries: Column<MarketBoard>
  /// The nation's surplus per meeting to that at rest, over all markets; 1 in the burn-in.
  public let national: Column<Double>
  /// By origin, from 1 on at index 0.
  public let origins: Column<OriginBoard>
  /// Chances of the markets, summed up, for those who leave an origin: `[origin × markets + market]`;
  /// an origin's last is 1, or 0 where there is nowhere to go.
  public let destinations: Column<Double>

  /// Chance a month that an irregular worker is found at work, nationwide, where it is as easily seen as on average: a
  /// market's is in proportion to its visibility.
  public let nationalDetection: Column<Double>

  /// By region and origin; see ``community(region:origin:)``.
  public let communities: Column<Community>

  public let regionCount: Int
  public let marketCount: Int
  /// Simulated persons for each real one.
  public let scale: Double

  package init(marketCount: Int, regionCount: Int, originCount: Int, scale: Double) {
    self.regionCount = regionCount
    self.marketCount = marketCount
    self.scale = scale
    nationalDetection = Column(repeating: 0, count: 1)
    entries = Column(repeating: MarketBoard(), count: marketCount)
    national = Column(repeating: 1, count: 1)
    origins = Column(repeating: OriginBoard(), count: originCount)
    destinations = Column(repeating: 0, count: originCount * marketCount)
    communities = Column(repeating: Community(), count: regionCount * originCount)
  }

  /// The number by which journeys know the homeland of a person.
  @inlinable
  public func homeland(of person: Person) -> MarketNumber {
    let origin = origins[Int(person.origin) - 1]
    let shard = (person.id - origin.firstPerson) / origin.shardSize
    return MarketNumber(marketCount + origin.firstHomeland + shard)
  }

  /// The market that a uniform draw on (0, 1) chooses for one who leaves an origin; nil where there is none.
  public func destination(origin: UInt8, _ uniform: Double) -> MarketNumber? {
    let first = (Int(origin) - 1) * marketCount
    guard destinations[first + marketCount - 1] > 0 else { return nil }
    var low = 0
    var high = marketCount - 1
    while low < high {
      let middle = (low + high) / 2
      if destinations[first + middle] > uniform { high = middle } else { low = middle + 1 }
    }
    return MarketNumber(low)
  }
}

/// What is known of an origin, to those at home and to the markets.
@frozen public struct OriginBoard: BitwiseCopyable, Sendable {
  // What does not change.
  public var firstPerson: PersonID = 0
  /// People of one homeland; the last of an origin may have fewer.
  public var shardSize = 1
  /// The first homeland's number among homelands.
  public var firstHomeland = 0
  // What changes with the month.
  /// Chance that one who thinks of leaving leaves, its season counted in as part of the peak's.
  public var leaving = 0.0
  // What the law says.
  /// Days of a visa-free stay; 0 where a visa is needed.
  public var visaFreeDays = 0
  public var hasFreeMovement = false

  public init() {}
}
