import Inputs

/// One value of a resolved scenario.
package struct Setting: Sendable, Equatable {
  /// As in `--set`: `behaviour.demand.response`, `measures.income_tax.rate`.
  package var path: String
  /// As it may be written in a file, in base units.
  package var text: String
  /// In base units.
  package var value: Value
  package var kind: ValueKind
  package var provenance: Provenance?
  /// Whether it says how many times what stands elsewhere it is.
  package var isRelative = false

  package init(
    path: String, value: Value, kind: ValueKind, units: CountryUnits,
    provenance: Provenance? = nil
  ) {
    self.path = path
    self.value = value
    self.kind = kind
    self.provenance = provenance
    text = Setting.text(value, kind, in: units)
  }

  /// A relative value of an amendment.
  init(path: String, times factor: Double, units: CountryUnits, provenance: Provenance) {
    self.init(
      path: path, value: .number(factor), kind: RelativeValue.kind, units: units,
      provenance: provenance)
    isRelative = true
    text = RelativeValue.text(factor)
  }

  /// One of its numbers, as it may be written.
  func text(of number: Double, in units: CountryUnits) -> String {
    isRelative
      ? RelativeValue.text(number)
      : Quantity.write(number, kind.quantity?.dimension ?? .factor, in: units)
  }

  /// The last part of the path.
  var key: String { String(path.split(separator: ".").last ?? "") }

  /// A value as text that reads back to the same bits.
  static func text(_ value: Value, _ kind: ValueKind, in units: CountryUnits) -> String {
    switch value {
    case .number(let number):
      Quantity.write(number, kind.quantity?.dimension ?? .factor, in: units)
    case .date(let day): "\(day)"
    case .flag(let flag): flag ? "true" : "false"
    case .word(let word): YAMLText.scalar(word)
    case .members(let members):
      members.isAll
        ? "all" : "[\(members.names.map(YAMLText.scalar).joined(separator: ", "))]"
    case .months(let months):
      months.isEmpty ? "none" : "[\(months.map(\.monthText).joined(separator: ", "))]"
    case .none: "none"
    }
  }
}
