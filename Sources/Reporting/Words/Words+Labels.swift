import Measurement
import Results

/// What tables and charts call things, in a language.
extension Words {
  /// A headline's label: `income tax, m EUR a month`.
  func label(_ row: OutcomeRow, money: String) -> String {
    label(row.label, of: row.indicator, money: money)
  }

  func label(_ label: Label, of indicator: NationalIndicator, money: String) -> String {
    let name = language == .en ? label.words : name("label.\(indicator.name)")
    guard let kind = label.money else { return name }
    return self("label.\(Self.key(of: kind))", name, money)
  }

  private static func key(of money: Label.Money) -> String {
    switch money {
    case .millions: "in_millions"
    case .millionsAMonth: "in_millions_a_month"
    case .aMonth: "a_month"
    }
  }

  /// What a lever or key means: its own sentence in English, the catalogue's in other languages.
  package func meaning(_ english: String, of key: String) -> String {
    language == .en ? english : entries["means.\(key)"] ?? ""
  }

  /// What a series is called.
  func indicator(_ indicator: Indicator) -> String { name("indicator.\(indicator.name)") }

  /// A unit as results write it: `persons/month`, `share points`.
  func unit(_ text: String) -> String {
    if language == .en { return text }
    let parts = text.split(separator: "/", maxSplits: 1).map(String.init)
    let thing = parts.first ?? ""
    let name = entries["unitword.\(thing.replacing(" ", with: "_"))"] ?? thing
    return parts.count == 2 && parts[1] == "month" ? self("unit.per_month", name) : name
  }

  /// An interval: `+1.20 to +1.40`.
  func interval(_ format: ValueFormat, _ estimate: Estimate) -> String {
    let text = format.interval(estimate.range)
    return digits(text.replacing(" to ", with: " \(self("interval.to")) "))
  }
}
