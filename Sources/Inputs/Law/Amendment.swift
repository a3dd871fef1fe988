import Kernel

/// A change of some keys of whatever measure of a kind is in force, on each day on which it holds itself.
///
/// It restates nothing: what it does not name stays as the measure has it, and a relative value follows the measure when that
/// is changed.
package struct Amendment: Sendable, Equatable {
  package var name: String
  /// First day on which it holds.
  package var from: Day
  /// Last day on which it holds; nil while nobody ends it.
  package var until: Day?
  /// The kind of the measures that it amends.
  package var kindName: String
  /// In the order of the kind's keys.
  package var changes: [Change]

  /// A key, and what becomes of its value.
  package struct Change: Sendable, Equatable {
    package var key: String
    package var to: Amended

    package init(key: String, to: Amended) {
      self.key = key
      self.to = to
    }
  }

  package init(
    name: String, from: Day, until: Day? = nil, kindName: String, changes: [Change]
  ) {
    self.name = name
    self.from = from
    self.until = until
    self.kindName = kindName
    self.changes = changes
  }

  package func holds(on day: Day) -> Bool { day >= from && (until.map { day <= $0 } ?? true) }

  /// The lever with this amendment's changes; one of another kind is left as it is.
  package func amending(_ lever: any Lever) -> any Lever {
    guard lever.kindName == kindName, let kind = LeverKind.named(kindName) else { return lever }
    var amended = lever
    for change in changes {
      guard let key = kind.keys.first(where: { $0.name == change.key }) else { continue }
      key.write(&amended, change.to.value(from: key.read(amended)))
    }
    return amended
  }
}

/// What an amendment makes of a value.
package enum Amended: Sendable, Equatable {
  case value(Value)
  /// As many times what it was; where there was none, there is none.
  case times(Double)

  package func value(from before: Value) -> Value {
    switch (self, before) {
    case (.value(let value), _): value
    case (.times(let factor), .number(let number)): .number(number * factor)
    case (.times, _): before
    }
  }
}

extension Inputs {
  /// A measure as it stands on a day: changed by the amendments that hold then, in the order of their first days, then of
  /// their names.
  package func amended(_ measure: Measure, on day: Day) -> Measure {
    var amended = measure
    for amendment in amendments(to: measure.lever.kindName, on: day) {
      amended.lever = amendment.amending(amended.lever)
    }
    return amended
  }

  /// The measures of a kind that say something on a day, as they are without amendments: where the latest holds, those that
  /// are the latest on a subject.
  package func ruling(_ kind: LeverKind, on day: Day) -> [Measure] {
    let held = measures.filter { $0.lever.kindName == kind.name && holds($0, on: day) }
    guard kind.overlap == .latestHolds else { return held }
    return held.filter { measure in
      measure.lever.subjects.contains { subject in
        held.filter { $0.lever.subjects.contains(subject) }.max { $0.from < $1.from }?.name
          == measure.name
      }
    }
  }

  /// The amendments to a kind that hold on a day, in the order in which they apply.
  package func amendments(to kindName: String, on day: Day) -> [Amendment] {
    amendments.filter { $0.kindName == kindName && holds($0, on: day) }
      .sorted { ($0.from, $0.name) < ($1.from, $1.name) }
  }

  /// Whether an amendment is in force on a day: in the burn-in as a measure of its kind would be.
  private func holds(_ amendment: Amendment, on day: Day) -> Bool {
    let isEvent = LeverKind.named(amendment.kindName).map { type(of: $0.initial).isEvent } ?? false
    guard day < run.from, amendment.until == nil, !isEvent else { return amendment.holds(on: day) }
    return amendment.holds(on: run.from)
  }
}
