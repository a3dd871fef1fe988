import Inputs
import Kernel

/// One firm, farm or hiring household, in one cache line.
@frozen public struct Employer: BitwiseCopyable, Sendable {
  public var id: EmployerID
  /// Newest of the staff; nowhere without staff.
  public var firstStaff: PersonIndex
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
  /// Aversion to informal hiring, a worker-month at reference pay.
  public var honesty: Float
  /// Aversion to hiring migrants without authorisation, a worker-month at reference pay; infinite in
  /// one who never would.
  public var irregularHonesty: Float
  /// Migrants on the staff list who work without the authorisation that they need.
  public var irregulars: Int32
  /// Chance a month that an irregular worker is found, as this employer believes.
  public var risk: Float
  /// Places for migrants that are free, by permit category; and those filled, of all.
  public var freePlaces: PlaceCounts
  public var permitsUsed: UInt16
  /// First day on which it may hire again after a sanction.
  public var suspendedUntil: DayNumber
  /// Workers now in the queue of the amnesty's desk.
  public var filed: UInt16
  /// Times it was fined.
  public var convictions: UInt8
  public var marks: Marks
  /// Workers on the staff list who work on a patent.
  public var patents: UInt16

  /// What is so or not of an employer.
  @frozen public struct Marks: OptionSet, BitwiseCopyable, Sendable {
    public let rawValue: UInt8
    @inlinable public init(rawValue: UInt8) { self.rawValue = rawValue }

    /// Has heard of the amnesty of these days.
    public static let heardOfAmnesty = Marks(rawValue: 1)

    /// Is closed: it has wanted no posts for long.
    public static let closed = Marks(rawValue: 16)

    /// Has asked for places of a category, and not yet had an answer.
    @inlinable
    public static func asked(for skill: Skill) -> Marks { Marks(rawValue: 2 << skill.rawValue) }
  }

  public init(id: EmployerID) {
    self.id = id
    firstStaff = .nowhere
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
    freePlaces = PlaceCounts()
    permitsUsed = 0
    suspendedUntil = .first
    filed = 0
    convictions = 0
    marks = []
    patents = 0
  }

  /// An employer never moves, so its identity tells its market, and its place there.
  @inlinable
  public static func identity(market: MarketNumber, index: EmployerIndex) -> EmployerID {
    EmployerID(market.rawValue << 20 | index.rawValue)
  }

  public static func place(ofIdentity id: EmployerID) -> (market: Int, index: Int) {
    (Int(id) >> 20, Int(id) & (1 << 20 - 1))
  }

  /// Of how many such parts the firm would consist: more than one where it is too large for its market's sample, and several
  /// stand for it.
  public var parts: Int { max(1, Int((Double(nominalSize) / Double(basePosts)).rounded())) }

  /// The identity under which this employer's n-th open vacancy stands in the market's table.
  @inlinable @inline(__always)
  public static func vacancyHash(employer: EmployerIndex, number: Int32) -> UInt32 {
    scrambled(employer.rawValue &* 0x9E37_79B1 &+ UInt32(bitPattern: number))
  }
}

/// Places for migrants by permit category, which is the worker's skill.
@frozen public struct PlaceCounts: BitwiseCopyable, Sendable, Equatable {
  public var low: UInt16 = 0
  public var skilled: UInt16 = 0
  public var specialist: UInt16 = 0

  @inlinable public init() {}

  @inlinable public subscript(_ skill: Skill) -> UInt16 {
    get {
      switch skill {
      case .low: low
      case .skilled: skilled
      case .specialist: specialist
      }
    }
    set {
      switch skill {
      case .low: low = newValue
      case .skilled: skilled = newValue
      case .specialist: specialist = newValue
      }
    }
  }

  public var total: Int { Int(low) + Int(skilled) + Int(specialist) }
}
