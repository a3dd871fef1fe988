import Inputs
import Kernel

/// Only runs over the same days, at the same scale, with the same luck can be paired.
extension RunSettings {
  /// The first setting in which runs to be paired differ, with both values.
  ///
  /// - Parameter until: where both are cut short; before either's own end it makes those alike.
  package func firstUnpaired(
    with other: RunSettings, until: Day?
  ) -> (key: String, own: String, other: String)? {
    func last(_ run: RunSettings) -> Day { min(until ?? run.until, run.until) }
    let settings = [
      ("run.from", "\(from)", "\(other.from)"),
      ("run.until", "\(last(self))", "\(last(other))"),
      ("run.burn_in", "\(burnInMonths) months", "\(other.burnInMonths) months"),
      ("run.seed", "\(seed)", "\(other.seed)"),
      ("run.scale", scale.plainText, other.scale.plainText),
    ]
    return settings.first { $0.1 != $0.2 }
  }
}
