import Inputs
import Kernel

/// What those who search in a market ask for at first: the worth of not taking a job there (Model 6.5).
@frozen public struct OutsideOptions: BitwiseCopyable, Sendable {
  /// Net pay a month at reference pay, by skill: of a native of mean ability, to the factor of the skill.
  public var natives: SIMD3<Double>
  /// The same of a low-skilled migrant, less what counts of life at home.
  public var migrants: Double
  /// How much what is earned at home counts beside, and how much of it a journey would cost, a month at reference pay.
  public var homePart = 0.0
  public var journey = 0.0

  /// What is asked for where nothing is known of how search goes.
  public init(_ traits: MarketTraits) {
    natives = SIMD3(repeating: traits.nativeReservation)
    migrants = traits.migrantReservation
  }

  /// - Parameter ability: factor of the skill and the person's ability, with the pay index.
  @inlinable @inline(__always)
  public func native(_ skill: Skill, ability: Double) -> Double {
    natives[Int(skill.rawValue)] * ability
  }

  /// - Parameters:
  ///   - ability: the skill's factor to that of the low-skilled, and the person's ability, with the pay index.
  ///   - home: earned at home, a month of the day.
  @inlinable @inline(__always)
  public func migrant(ability: Double, home: Double, payIndex: Double) -> Double {
    migrants * ability + homePart * max(0, home - journey * payIndex)
  }
}

/// How search went for some people lately: sums with a fading memory.
@frozen public struct SearchRecord: BitwiseCopyable, Sendable {
  /// Jobs found from search, and days of search.
  public var finds = 0.0
  public var days = 0.0
  /// Net pay of the jobs found, and the worth of the finders' work at an employer of mean productivity, a month at
  /// reference pay.
  public var pay = 0.0
  public var worth = 0.0

  public init() {}

  public mutating func fade(keeping part: Double) {
    finds *= part
    days *= part
    pay *= part
    worth *= part
  }

  public static func += (sum: inout SearchRecord, other: SearchRecord) {
    sum.finds += other.finds
    sum.days += other.days
    sum.pay += other.pay
    sum.worth += other.worth
  }

  /// Who has a record of their own: natives by skill, then migrants.
  public static var kindCount: Int { Skill.allCases.count + 1 }
  public static var migrants: Int { Skill.allCases.count }
}
