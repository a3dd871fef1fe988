import Kernel
import WorldState

/// Luck that is spread evenly over the employers of a market, so that a sample of few has the mean of many.
///
/// Independent draws would leave a market of ten large employers with their luck for good, and with it more vacancies:
/// those rise faster where productivity is low than they fall where it is high. Here the n-th employer, by size, gets
/// the n-th point of an additive recurrence in three dimensions (Kronecker sequence, with the powers of the root
/// of x⁴ = x + 1, which Roberts 2018 found to fill every stretch evenly), shifted by a random draw a market and dimension:
/// each number alone is uniform on (0, 1), and neighbours in size complement each other.
struct SpreadLuck {
  /// What an employer is given by luck.
  enum Dimension: Int, CaseIterable {
    case productivity, honesty, irregularHonesty
  }

  private static let steps = [
    0.819_172_513_396_164_4, 0.671_043_606_703_789_3, 0.549_700_477_901_970_3,
  ]

  private let shifts: [Double]

  init(_ luck: Luck, market: Int) {
    shifts = Dimension.allCases.map {
      luck.uniform(MarketNumber(market), .employerLuck, index: Int($0.rawValue))
    }
  }

  /// Uniform on (0, 1) over all luck.
  func uniform(_ employer: Int, _ dimension: Dimension) -> Double {
    let point = shifts[dimension.rawValue] + Double(employer) * Self.steps[dimension.rawValue]
    return min(max(point - point.rounded(.down), 0x1p-53), 1 - 0x1p-53)
  }
}
