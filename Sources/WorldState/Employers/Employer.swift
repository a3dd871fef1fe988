import Inputs
import Kernel

/// One firm, farm or hiring household, in one cache line.
@frozen package struct Employer: BitwiseCopyable, Sendable {
  package var id: UInt32
  /// Newest of the staff; ``Person/nobody`` without staff.
  package var firstStaff: UInt32
  /// Workers on the staff list.
  package var staff: Int32
  /// Vacancies open in the market.
  package var vacancies: Int32
  /// Posts wanted at the last review.
  package var target: Int32
  /// Posts in the real country, which rules about size read; at a smaller scale `basePosts` is less.
  package var nominalSize: Int32
  /// Posts wanted when demand is as it was when the world was built, before rounding.
  package var basePosts: Float
  /// Where this employer rounds its posts up: a fixed draw on (0, 1), so that posts follow demand
  /// without noise.
  package var rounding: Float
  /// Productivity to the market's mean.
  package var productivity: Float
  /// Aversion to informal hiring, KZT a worker-month at reference pay.
  package var honesty: Float
  /// Room for what only employers of migrants have, so that a record fills its cache line.
  package var reserved: InlineArray<6, UInt32>

  package init(id: UInt32) {
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
  package static func vacancyHash(employer index: UInt32, number: Int32) -> UInt32 {
    scrambled(index &* 0x9E37_79B1 &+ UInt32(bitPattern: number))
  }
}
