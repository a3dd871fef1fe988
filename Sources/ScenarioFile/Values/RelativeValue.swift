import Inputs

/// A value that says how many times what stands elsewhere it is: `×3`, `x3`, `3 times`, `half`.
enum RelativeValue {
  /// How many times; nil for a value of another form.
  static func factor(_ text: String) -> Double? { number(in: text).flatMap(Double.init) }

  /// As it is written back.
  static func text(_ factor: Double) -> String { "×\(factor.plainText)" }

  /// The same value with bare numbers for its factors, where it or its `value:` is relative; nil where it is not.
  static func plain(_ node: RawNode) -> RawNode? {
    switch node.content {
    case .text(let text):
      return number(in: text).map { RawNode(place: node.place, content: .text($0)) }
    case .section(let entries):
      guard let value = entries.first(where: { $0.key == "value" }), plain(value.value) != nil
      else { return nil }
      let plained = entries.map { entry in
        RawEntry(key: entry.key, place: entry.place, value: bare(entry.value))
      }
      return RawNode(place: node.place, content: .section(plained))
    default: return nil
    }
  }

  /// A value, or a list of them, with bare numbers for factors where there are any.
  static func bare(_ node: RawNode) -> RawNode {
    if case .list(let items) = node.content {
      return RawNode(place: node.place, content: .list(items.map(bare)))
    }
    return plain(node) ?? node
  }

  /// Whether a value, or each of a list, is relative.
  static func isRelative(_ node: RawNode) -> Bool {
    if case .list(let items) = node.content {
      return !items.isEmpty && items.allSatisfy { plain($0) != nil }
    }
    return plain(node) != nil
  }

  private static func number(in written: String) -> String? {
    let text = Overrides.trimmed(written)
    if text == "half" { return "0.5" }
    for sign in ["×", "x"] where text.hasPrefix(sign) {
      return unsigned(Overrides.trimmed(text.dropFirst()))
    }
    if text.hasSuffix(" times") { return unsigned(Overrides.trimmed(text.dropLast(6))) }
    return nil
  }

  /// A number without sign or unit.
  private static func unsigned(_ text: String) -> String? {
    guard let first = text.utf8.first, (48...57).contains(first) || first == 46,
      let (number, unit) = Quantity.lex(text), unit.isEmpty, Double(number)?.isFinite ?? false
    else { return nil }
    return number
  }
}
