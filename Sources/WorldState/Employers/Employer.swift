import Inputs
import Kernel

/// One firm, farm or hiring household, in one cache line.
@frozen public struct Employer: BitwiseCopyable, Sendable {
  public var id: UInt32
  /// Newest of the staff; ``Person/nobody`` without staff.
  public var firstStaff: UInt32
  /// Workers on the staff list.
  public var staff: Int32
  /// Vacancies open in the market.
  public var vacancies: Int32
  /// Posts wanted at the last review.
  public var target: Int32
  /// Posts in the real country, which rules about size read; at a smaller scale `basePosts` is less.
  public var nominalSize: Int32
  /// Posts wanted when demand is as it was when the world was built, before rounding.
  public var basePosts: Float
  /// Productivity to the market's mean.
  public var productivity: Float
  /// Aversion to informal hiring, KZT a worker-month at reference pay.
  public var honesty: Float
  /// Aversion to hiring migrants without authorisation, KZT a worker-month at reference pay; infinite in
  /// one who never would.
  public var irregularHonesty: Float
  /// Migrants on the staff list who work without the authorisation that they need.
  public var irregulars: Int32
  /// Chance a month that an irregular worker is found, as this employer believes.
  public var risk: Float
  /// Places for migrants in force; of these, filled; asked for and not yet decided.
  public var permitsHeld: UInt16
  public var permitsUsed: UInt16
  public var permitsAsked: UInt16
  /// First day on which it may hire again after a sanction.
  public var suspendedUntil: UInt16
  /// Workers now in the queue of the amnesty's desk.
  public var filed: UInt16
  /// Times it was fined.
  public var convictions: UInt8
  public var news: News
  /// Workers on the staff list who work on a patent.
  public var patents: UInt16
  /// Room, so that a record fills its cache line.
  public var reserved: UInt16

  /// What an employer has heard.
  @frozen public struct News: OptionSet, BitwiseCopyable, Sendable {
    public let rawValue: UInt8
    @inlinable public init(rawValue: UInt8) { self.rawValue = rawValue }

    /// Of the amnesty of these days.
    public static let amnesty = News(rawValue: 1)
  }

  public init(id: UInt32) {
    self.id = id
    firstStaff = Person.nobody
    staff = 0
    vacancies = 0
    target = 0
    nominalSize = 1
    basePosts = 1
    productivity = 1
    honesty = 0
    irregularHonesty = 0
    irregulars = 0
    risk = 0
    permitsHeld = 0
    permitsUsed = 0
    permitsAsked = 0
    suspendedUntil = 0
    filed = 0
    convictions = 0
    news = []
    patents = 0
    reserved = 0
  }

  /// An employer never moves, so its identity tells its market, and its place there.
  @inlinable
  public static func identity(market: UInt32, index: UInt32) -> UInt32 { market << 20 | index }

  public static func place(ofIdentity id: UInt32) -> (market: Int, index: Int) {
    (Int(id >> 20), Int(id & (1 << 20 - 1)))
  }

  /// Whether a place for a migrant is free.
  @inlinable public var hasFreePlace: Bool { permitsUsed < permitsHeld }

  /// The identity under which this employer's n-th open vacancy stands in the market's table.
  @inlinable @inline(__always)
  public static func vacancyHash(employer index: UInt32, number: Int32) -> UInt32 {
    scrambled(index &* 0x9E37_79B1 &+ UInt32(bitPattern: number))
  }
}
