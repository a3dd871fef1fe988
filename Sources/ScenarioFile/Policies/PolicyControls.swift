import Inputs
import Kernel

/// Everything that a policy may change of a baseline's law: lever by lever, each key with its value and how it is written.
package struct PolicyControls: Sendable {
  /// A measure of the baseline, the law of a kind, or a kind that the baseline has no measure of.
  package struct Group: Sendable {
    package var kind: LeverKind
    /// The measure that a policy writes its changes into.
    package var measure: String
    package var form: Form
    package var controls: [Control]
    /// Keys and texts that bring the measure into a policy: its first day and what it cannot go without.
    package var opening: [PolicyDocument.Entry]
  }

  /// How a policy changes a group.
  package enum Form: String, Sendable {
    /// From a day on, whatever measure of the kind is in force.
    case amended
    /// In the baseline's own measure, which may also be taken away.
    case own
    /// By a measure that the baseline does not have.
    case added
  }

  package struct Control: Sendable {
    /// As a policy would name the key: `measures.amnesty.portability`.
    package var path: String
    package var key: String
    package var meaning: String
    package var kind: ValueKind
    package var isWhole: Bool
    package var value: Value
    /// The baseline's value, as a file may write it.
    package var text: String
    /// Units in which numbers may be written, with what one is in base units.
    package var units: [(symbol: String, factor: Double)]
    /// Where the baseline's value may lie, where nobody measured it.
    package var range: ClosedRange<Double>?
  }

  package let groups: [Group]
  /// From when on amendments and added measures hold unless a policy says otherwise.
  package let firstDay: Day

  package init(_ base: LoadedScenario) {
    firstDay = Self.firstDay(base.inputs.run)
    let builder = Builder(base: base, firstDay: firstDay)
    groups = LeverKind.all.flatMap { builder.groups($0) }
  }

  /// A year after the run begins, so that there is a past to compare with; in a short run its middle.
  private static func firstDay(_ run: RunSettings) -> Day {
    let later = run.from.adding(months: 12).firstOfMonth
    if later.adding(months: 6) <= run.until { return later }
    let middle = (run.from + (run.until - run.from) / 2).firstOfMonth
    return middle > run.from ? middle : run.from + 1
  }

  /// The name of the amendment into which a policy's changes of a kind go.
  package static func amendmentName(_ kind: String) -> String { "\(kind)-changed" }
}

/// Finds the groups of each kind.
private struct Builder {
  let base: LoadedScenario
  let firstDay: Day

  private var units: CountryUnits { base.inputs.country.profile.units }

  func groups(_ kind: LeverKind) -> [PolicyControls.Group] {
    let own = base.inputs.measures.filter { $0.lever.kindName == kind.name }
    if kind.overlap == .latestHolds, let measure = base.inputs.ruling(kind, on: firstDay).first {
      return [amended(kind, measure)]
    }
    let present = kind.overlap == .latestHolds ? [] : own
    return present.isEmpty
      ? [added(kind, taken: own.map(\.name))] : present.map { changed(kind, $0) }
  }

  private func amended(_ kind: LeverKind, _ measure: Measure) -> PolicyControls.Group {
    let lever = base.inputs.amended(measure, on: firstDay).lever
    let name = PolicyControls.amendmentName(kind.name)
    return PolicyControls.Group(
      kind: kind, measure: name, form: .amended,
      controls: [window("from", of: name, .date(firstDay), isEnd: false)]
        + keys(kind, lever, in: kind.name, from: measure.name),
      opening: [
        .init(path: "measures.\(name).amends", text: kind.name),
        .init(path: "measures.\(name).from", text: "\(firstDay)"),
      ])
  }

  private func changed(_ kind: LeverKind, _ measure: Measure) -> PolicyControls.Group {
    PolicyControls.Group(
      kind: kind, measure: measure.name, form: .own,
      controls: [
        window("from", of: measure.name, .date(measure.from), isEnd: false),
        window(
          "until", of: measure.name, measure.until.map(Value.date) ?? .none, isEnd: true),
      ] + keys(kind, measure.lever, in: measure.name, from: measure.name),
      opening: [])
  }

  private func added(_ kind: LeverKind, taken: [String]) -> PolicyControls.Group {
    let name = taken.contains(kind.name) ? "\(kind.name)-new" : kind.name
    let path = "measures.\(name)"
    var opening = [PolicyDocument.Entry(path: path + ".from", text: "\(firstDay)")]
    if name != kind.name { opening.append(.init(path: path + ".kind", text: kind.name)) }
    opening += kind.keys.filter { !$0.isOptional }.map { key in
      .init(path: "\(path).\(key.name)", text: text(initial(key, kind), key.kind))
    }
    return PolicyControls.Group(
      kind: kind, measure: name, form: .added,
      controls: [
        window("from", of: name, .date(firstDay), isEnd: false),
        window("until", of: name, .none, isEnd: true),
      ] + keys(kind, kind.initial, in: name, from: nil), opening: opening)
  }

  /// What a key holds in a measure that nobody has written yet.
  private func initial(_ key: Key<any Lever>, _ kind: LeverKind) -> Value {
    switch (key.read(kind.initial), key.kind) {
    case (_, .date): .date(firstDay)
    case (let value, _): value
    }
  }

  private func keys(
    _ kind: LeverKind, _ lever: any Lever, in group: String, from source: String?
  ) -> [PolicyControls.Control] {
    kind.keys.map { key in
      let value = source == nil ? initial(key, kind) : key.read(lever)
      return PolicyControls.Control(
        path: "measures.\(group).\(key.name)", key: key.name, meaning: key.meaning,
        kind: key.kind, isWhole: key.isWhole, value: value, text: text(value, key.kind),
        units: key.kind.quantity.map { quantity in
          quantity.dimension.units(in: units).filter { !$0.isChance }
            .map { (symbol: $0.symbol, factor: $0.factor) }
        } ?? [],
        range: source.flatMap { base.provenance(of: "measures.\($0).\(key.name)")?.range })
    }
  }

  private func window(
    _ name: String, of group: String, _ value: Value, isEnd: Bool
  ) -> PolicyControls.Control {
    let kind: ValueKind = isEnd ? .optionalDate : .date
    return PolicyControls.Control(
      path: "measures.\(group).\(name)", key: name,
      meaning: isEnd
        ? "Last day on which the measure is in force, inclusive; none where it has no end."
        : "First day on which the measure is in force.", kind: kind, isWhole: false, value: value,
      text: text(value, kind), units: [], range: nil)
  }

  private func text(_ value: Value, _ kind: ValueKind) -> String {
    Setting.text(value, kind, in: units)
  }
}
