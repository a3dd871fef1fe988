/// A value axis: round numbers around the data, and where a value stands between them.
struct Axis: Equatable {
  let low: Double
  let high: Double
  let step: Double

  /// An axis around all of `values`. It begins at zero unless the data lie far from it, where a line
  /// would otherwise be flat.
  init(around values: [Double], tickCount: Int = 4) {
    // What is no number has no place, and an endless axis no ticks.
    let known = values.filter { $0.magnitude < 1e300 }
    let least = known.min() ?? 0
    let most = known.max() ?? 1
    let bottom = least >= 0 && least < 0.6 * most ? 0 : least
    // A series that hardly moves is shown as one that hardly moves.
    let span = min(max(most - bottom, most.magnitude * 0.02, 1e-12), .greatestFiniteMagnitude)
    step = Axis.roundStep(span / Double(tickCount))
    low = (bottom / step).rounded(.down) * step
    high = max((most / step).rounded(.up) * step, low + step)
  }

  var ticks: [Double] {
    let count = Int(((high - low) / step).rounded())
    return (0...count).map { low + Double($0) * step }
  }

  /// 0 at the bottom, 1 at the top.
  func place(_ value: Double) -> Double { (value - low) / (high - low) }

  /// The least of 1, 2, 2.5, 5 times a power of ten that is not below `rough`.
  private static func roundStep(_ rough: Double) -> Double {
    var power = 1.0
    while power > rough { power /= 10 }
    while power * 10 <= rough { power *= 10 }
    for factor in [1, 2, 2.5, 5] where factor * power >= rough { return factor * power }
    return 10 * power
  }
}
