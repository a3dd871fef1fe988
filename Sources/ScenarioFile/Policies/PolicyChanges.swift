import Inputs
import Kernel

/// What a policy changes, key by key, as readers are told: from what, to what, from when on.
package struct PolicyChanges: Sendable {
  package struct Row: Sendable, Equatable {
    /// The kind of lever and its key, `amnesty` and `portability`; no key where a whole measure comes or goes.
    package var kind: String
    package var key: String
    /// Told where several measures are of one kind.
    package var measure: String
    /// As readers see it; nil where there was, or will be, none.
    package var before: String?
    package var after: String?
    /// From when on; nil where that is said by the values themselves.
    package var since: Day?

    package init(
      kind: String, key: String, measure: String, before: String?, after: String?, since: Day?
    ) {
      self.kind = kind
      self.key = key
      self.measure = measure
      self.before = before
      self.after = after
      self.since = since
    }
  }

  package let rows: [Row]

  package init(from base: Inputs, to other: Inputs) {
    let units = base.country.profile.units
    var rows: [Row] = []
    for kind in LeverKind.all {
      let old = base.measures.filter { $0.lever.kindName == kind.name }
      let new = other.measures.filter { $0.lever.kindName == kind.name }
      for measure in old where !new.contains(where: { $0.name == measure.name }) {
        rows.append(
          Row(
            kind: kind.name, key: "", measure: measure.name, before: Self.window(measure),
            after: nil, since: nil))
      }
      for measure in new {
        guard let before = old.first(where: { $0.name == measure.name }) else {
          rows.append(
            Row(
              kind: kind.name, key: "", measure: measure.name, before: nil,
              after: Self.window(measure), since: nil))
          rows += Self.keys(kind, kind.initial, measure, since: measure.from, units)
          continue
        }
        rows += Self.windows(kind, before, measure)
        rows += Self.keys(kind, before.lever, measure, since: measure.from, units)
      }
      rows += Self.amendments(kind, base, other, units)
    }
    self.rows = rows
  }

  private static func window(_ measure: Measure) -> String {
    measure.until.map { "\(measure.from) – \($0)" } ?? "\(measure.from) –"
  }

  private static func windows(_ kind: LeverKind, _ before: Measure, _ after: Measure) -> [Row] {
    [
      ("from", "\(before.from)", "\(after.from)"),
      ("until", before.until.map { "\($0)" }, after.until.map { "\($0)" }),
    ].filter { $0.1 != $0.2 }.map {
      Row(
        kind: kind.name, key: $0.0, measure: after.name, before: $0.1, after: $0.2, since: nil)
    }
  }

  private static func keys(
    _ kind: LeverKind, _ before: any Lever, _ after: Measure, since: Day?, _ units: CountryUnits
  ) -> [Row] {
    kind.keys.compactMap { key in
      let (old, new) = (key.read(before), key.read(after.lever))
      guard old != new else { return nil }
      return Row(
        kind: kind.name, key: key.name, measure: after.name,
        before: ShownValue.text(old, key.kind, in: units),
        after: ShownValue.text(new, key.kind, in: units), since: since)
    }
  }

  /// What the amendments of one scenario alone make of the law on their first day.
  private static func amendments(
    _ kind: LeverKind, _ base: Inputs, _ other: Inputs, _ units: CountryUnits
  ) -> [Row] {
    let own = other.amendments.filter {
      $0.kindName == kind.name && !base.amendments.contains($0)
    }
    return own.flatMap { amendment -> [Row] in
      let day = max(amendment.from, other.run.from)
      let law = base.ruling(kind, on: day).first.map { base.amended($0, on: day).lever }
      return amendment.changes.compactMap { change in
        guard let key = kind.keys.first(where: { $0.name == change.key }) else { return nil }
        let old = law.map(key.read)
        let new = change.to.value(from: old ?? .none)
        var after = ShownValue.text(new, key.kind, in: units)
        if case .times(let factor) = change.to {
          let times = RelativeValue.text(factor)
          after = old == nil ? times : "\(after) (\(times))"
        }
        return Row(
          kind: kind.name, key: key.name, measure: amendment.name,
          before: old.map { ShownValue.text($0, key.kind, in: units) }, after: after,
          since: amendment.from)
      }
    }
  }
}

/// Values as readers see them: shares in per cent, thousands apart, lists without brackets.
package enum ShownValue {
  package static func text(_ value: Value, _ kind: ValueKind, in units: CountryUnits) -> String {
    switch value {
    case .number(let number): self.number(number, kind.quantity?.dimension ?? .factor, units)
    case .members(let members): members.isAll ? "all" : members.names.joined(separator: ", ")
    case .word(let word): word.replacing("_", with: " ")
    default: Setting.text(value, kind, in: units)
    }
  }

  private static func number(
    _ number: Double, _ dimension: Dimension, _ units: CountryUnits
  ) -> String {
    if dimension == .share { return "\(rounded(number * 100).plainText) %" }
    let text = Quantity.rounded(number, dimension, in: units)
    let parts = text.split(separator: " ", maxSplits: 1, omittingEmptySubsequences: false)
    return ([grouped(String(parts[0]))] + parts.dropFirst().map(String.init))
      .joined(separator: " ")
  }

  /// What a product with a hundred leaves behind the sixth decimal is no part of a share.
  private static func rounded(_ number: Double) -> Double { (number * 1e6).rounded() / 1e6 }

  /// `19820` → `19,820`.
  private static func grouped(_ digits: String) -> String {
    let whole = digits.prefix { $0.isNumber }
    guard whole.count > 3 else { return digits }
    var text = ""
    for (place, digit) in whole.enumerated() {
      if place > 0, (whole.count - place) % 3 == 0 { text += "," }
      text.append(digit)
    }
    return text + digits.dropFirst(whole.count)
  }
}
