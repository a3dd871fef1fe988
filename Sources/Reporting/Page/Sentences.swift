import Kernel
import Measurement
import Results

/// Sentences computed from a chart's numbers.
enum Sentences {
  /// What a chart shows, for those who do not see it and those in a hurry.
  static func summary(
    _ months: [Day], _ indicators: [Indicator], _ series: [[Double?]], _ say: Words,
    text: (Double) -> String
  ) -> String {
    zip(indicators, series).map { indicator, values in
      let name = indicators.count > 1 ? say.indicator(indicator) + ": " : ""
      let known = zip(months, values).compactMap { month, value in value.map { (month, $0) } }
      guard let first = known.first, let last = known.last,
        let most = known.max(by: { $0.1 < $1.1 }), let least = known.min(by: { $0.1 < $1.1 })
      else { return name + say("chart.nobody") }
      if most.1 == least.1 { return name + say("chart.throughout", text(most.1)) }
      return name
        + say(
          "chart.course", text(first.1), first.0.monthText, text(last.1), last.0.monthText)
        + " "
        + say(
          "chart.extremes", text(most.1), most.0.monthText, text(least.1), least.0.monthText)
    }.joined(separator: " ")
  }

  /// The same for those who see the lines: of several series only where each begins and ends.
  static func brief(
    _ months: [Day], _ indicators: [Indicator], _ series: [[Double?]], _ say: Words,
    text: (Double) -> String
  ) -> String {
    guard indicators.count > 1 else {
      return summary(months, indicators, series, say, text: text)
    }
    return zip(indicators, series).map { indicator, values in
      let known = zip(months, values).compactMap { month, value in value.map { (month, $0) } }
      guard let first = known.first, let last = known.last else {
        return "\(say.indicator(indicator)): " + say("chart.nobody")
      }
      return "\(say.indicator(indicator)): "
        + say(
          "chart.course", text(first.1), first.0.monthText, text(last.1), last.0.monthText)
    }.joined(separator: " ")
  }
}
