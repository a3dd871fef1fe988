import Inputs
import Kernel

/// What the law on patents says on a day.
@frozen public struct PatentRules: BitwiseCopyable, Sendable {
  /// Whether any are sold.
  public var areSold = false
  /// Income tax in advance, in money of the day for each month.
  public var price = 0.0
  /// A bit for each origin from 0 on, and for each sector whose employers may employ on one.
  public var origins: UInt64 = 0
  public var sectors: UInt64 = 0
  public var maxPerEmployer: UInt16 = 0
  public var shortestMonths = 1
  public var longestMonths = 1
  public var totalMonths = 1
  /// Days after the last of them on which he may have none.
  public var gapDays = 0
  /// How often an irregular worker thinks of buying one, a year.
  public var thought = 0.0

  package init(_ inputs: Inputs, on day: Day, indexUnit: Double) {
    guard let law = inputs.patents(on: day) else { return }
    areSold = true
    price = law.price * indexUnit
    for (number, origin) in inputs.country.origins.enumerated()
    where law.origins.isEmpty || law.origins.contains(origin.name) {
      origins |= 1 << UInt64(number)
    }
    for (number, sector) in inputs.country.sectors.enumerated()
    where law.employers.admit(sector.employer) {
      sectors |= 1 << UInt64(number)
    }
    maxPerEmployer = UInt16(law.maxPerEmployer)
    shortestMonths = law.shortestMonths
    longestMonths = law.longestMonths
    totalMonths = law.totalMonths
    gapDays = Int(Double(law.gapMonths) * Rates.daysPerMonth + 0.5)
    thought = inputs.behaviour.filing.patentThought
  }

  /// Whether employers of a sector may employ on a patent.
  @inlinable public func admits(sector: Int) -> Bool {
    areSold && sectors >> UInt64(sector) & 1 == 1
  }

  /// Whether people of an origin, from 1 on, may have one.
  @inlinable public func admits(origin: UInt8) -> Bool {
    areSold && origins >> UInt64(origin - 1) & 1 == 1
  }
}
