import Kernel
import Measurement
import Results

/// Sentences computed from a run's numbers.
enum Sentences {
  /// What a chart shows, for those who do not see it and those in a hurry.
  static func summary(
    _ months: [Day], _ indicators: [Indicator], _ series: [[Double?]], _ say: Words,
    text: (Double) -> String
  ) -> String {
    zip(indicators, series).map { indicator, values in
      let name = indicators.count > 1 ? words(indicator.name) + ": " : ""
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
        return "\(words(indicator.name)): " + say("chart.nobody")
      }
      return "\(words(indicator.name)): "
        + say(
          "chart.course", text(first.1), first.0.monthText, text(last.1), last.0.monthText)
    }.joined(separator: " ")
  }

  /// A column's name as readers say it: `wage_native` → `wage native`.
  static func words(_ name: String) -> String { name.replacing("_", with: " ") }

  /// What became of the most telling series, a sentence each.
  static func lead(_ results: RunResults) -> String {
    National.subjects.compactMap { words, indicator in
      guard let series = results.series(indicator) else { return nil }
      let isMoney = National.indicator(indicator).unit.isMoney
      let money = isMoney ? " in \(results.money.currency.code) a month" : ""
      return course(
        words + money, ValueFormat(of: National.indicator(indicator)), results.months, series)
    }.joined(separator: " ")
  }

  /// Compares the first and the last year, so that seasons do not pass for a trend; shorter runs compare
  /// their first and last month.
  static func course(
    _ subject: String, _ format: ValueFormat, _ months: [Day], _ series: [Double?]
  ) -> String? {
    guard months.count > 1 else { return nil }
    let isLong = months.count >= 24
    let length = isLong ? 12 : 1
    guard let before = mean(series.prefix(length)), let after = mean(series.suffix(length)) else {
      return nil
    }
    let start = isLong ? "in the first twelve months" : "in \(RunWords.month(months[0]))"
    let end = isLong ? "in the last twelve" : "in \(RunWords.month(months[months.count - 1]))"
    let (old, new) = (format.text(before), format.text(after))
    if old == new { return "\(subject) was \(old) \(start) and again \(end)." }
    return "\(subject) \(after > before ? "rose" : "fell") from \(old) \(start) to \(new) \(end)."
  }

  private static func mean(_ values: ArraySlice<Double?>) -> Double? {
    let known = values.compactMap { $0 }
    return known.isEmpty ? nil : known.reduce(0, +) / Double(known.count)
  }
}
