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
  /// Where this employer rounds its posts up: a fixed draw on (0, 1), so that posts follow demand
  /// without noise.
  public var rounding: Float
  /// Productivity to the market's mean.
  public var productivity: Float
  /// Aversion to informal hiring, KZT a worker-month at reference pay.
  public var honesty: Float
  /// Room for what only employers of migrants have, so that a record fills its cache line.
  public var reserved: InlineArray<6, UInt32>

  public init(id: UInt32) {
    self.id = id
    firstStaff = Person.nobody
    staff = 0
    vacancies = 0
    target = 0
    nominalSize = 1
    basePosts = 1
    rounding = 0.5
    productivity = 1
    honesty = 0
    reserved = .init(repeating: 0)
  }

  /// The identity under which this employer's n-th open vacancy stands in the market's table.
  @inlinable @inline(__always)
  public static func vacancyHash(employer index: UInt32, number: Int32) -> UInt32 {
    scrambled(index &* 0x9E37_79B1 &+ UInt32(bitPattern: number))
  }
}
