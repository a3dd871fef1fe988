import Inputs
import Kernel

/// What must hold between amendments and the measures that they change, on every day of the run.
struct AmendmentChecks {
  /// With all measures and amendments.
  var inputs: Inputs
  var measures: [PlacedMeasure]
  var amendments: [PlacedAmendment]

  func check(into findings: inout Findings) {
    for item in amendments where Self.isOrdered(item) { checkValues(item, into: &findings) }
  }

  /// Warns of amendments that change nothing; for inputs without faults.
  ///
  /// - Parameter told: the amendments whose author is to be told.
  func checkEffects(of told: [PlacedAmendment], into findings: inout Findings) {
    for item in told {
      var without = inputs
      without.amendments.removeAll { $0.name == item.name }
      let pairs = days(of: item).flatMap { day in bases(of: item, on: day).map { (day, $0) } }
      if pairs.isEmpty {
        let clause = "no measure of kind \(item.kind.name) holds while it does"
        findings.warning(item.place, LawFault.noEffect(item.name, clause))
      } else if pairs.allSatisfy({ day, base in
        inputs.amended(base.measure, on: day) == without.amended(base.measure, on: day)
      }) {
        findings.warning(
          item.place, LawFault.noEffect(item.name, "without it the same law would hold"))
      }
    }
  }

  private static func isOrdered(_ item: PlacedAmendment) -> Bool {
    item.amendment.until.map { $0 >= item.amendment.from } ?? true
  }

  /// The days on which something may change while an amendment holds.
  private func days(of item: PlacedAmendment) -> [Day] {
    let windows =
      inputs.measures.map { ($0.from, $0.until) }
      + inputs.amendments.map { ($0.from, $0.until) }
    let changes = windows.flatMap { from, until in [from] + (until.map { [$0 + 1] } ?? []) }
    return Set([inputs.run.from] + changes)
      .filter { $0 >= inputs.run.from && $0 <= inputs.run.until && item.amendment.holds(on: $0) }
      .sorted()
  }

  private func bases(of item: PlacedAmendment, on day: Day) -> [PlacedMeasure] {
    let names = inputs.ruling(item.kind, on: day).map(\.name)
    return measures.filter { names.contains($0.name) }
  }

  /// Applies an amendment to what it finds on each day, after those that come before it.
  private func checkValues(_ item: PlacedAmendment, into findings: inout Findings) {
    var told: Set<String> = []
    for day in days(of: item) {
      for base in bases(of: item, on: day) {
        var lever = base.measure.lever
        let before = inputs.amendments(to: item.kind.name, on: day).prefix { $0.name != item.name }
        for amendment in before { lever = amendment.amending(lever) }
        for change in item.amendment.changes where !told.contains(change.key) {
          if let fault = fault(change, lever, item, base) {
            told.insert(change.key)
            findings.error(item.places[change.key] ?? item.place, fault)
          }
        }
        guard told.isEmpty else { continue }
        lever = item.amendment.amending(lever)
        if let clause = lever.contradiction, told.insert("contradiction").inserted {
          findings.error(
            item.place,
            AmendmentFault.contradiction(
              item.name, base: "'\(base.name)' (\(base.place))", date: "\(day)", clause: clause))
        }
      }
    }
  }

  /// What is wrong with a key's value once it is changed; an absolute value was checked as it was read.
  private func fault(
    _ change: Amendment.Change, _ lever: any Lever, _ item: PlacedAmendment, _ base: PlacedMeasure
  ) -> AmendmentFault? {
    guard case .times(let factor) = change.to,
      let key = item.kind.keys.first(where: { $0.name == change.key }),
      let (dimension, bounds) = key.kind.quantity
    else { return nil }
    let text = RelativeValue.text(factor)
    let units = inputs.country.profile.units
    let source = "'\(base.name)' (\(base.places[key.name] ?? base.place))"
    guard case .number(let number) = change.to.value(from: key.read(lever)) else {
      return .noNumber(key.name, text: text, base: source)
    }
    let value = Quantity.rounded(number, dimension, in: units)
    guard bounds.contains(number) else {
      return .outside(
        key.name, text: text, base: source, value: value, low: bounds.lowerBound.plainText,
        high: Quantity.write(bounds.upperBound, dimension, in: units))
    }
    if key.isWhole, number != number.rounded() {
      return .notWhole(key.name, text: text, base: source, value: value)
    }
    return nil
  }
}
