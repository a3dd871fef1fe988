import Inputs
import Kernel

/// The law in force on a day, each value with the measure or the amendment that it comes from.
package struct LawOnDay: Sendable {
  package struct Row: Sendable {
    package var key: String
    /// As a scenario file would write it.
    package var text: String
    /// The measure, or what amended it and how, the last first.
    package var source: String
  }

  /// A measure in force, amended where something amends it.
  package struct Law: Sendable {
    package var kind: String
    package var measure: String
    package var from: Day
    package var until: Day?
    package var rows: [Row]
  }

  package var day: Day
  package var laws: [Law]

  package init(_ inputs: Inputs, on day: Day) {
    self.day = day
    laws = LeverKind.all.flatMap { kind in
      inputs.ruling(kind, on: day).map { LawOnDay.law($0, kind, inputs, on: day) }
    }
  }

  private static func law(
    _ measure: Measure, _ kind: LeverKind, _ inputs: Inputs, on day: Day
  ) -> Law {
    let amendments = inputs.amendments(to: kind.name, on: day)
    let amended = inputs.amended(measure, on: day)
    let units = inputs.country.profile.units
    let rows = kind.keys.map { key in
      let changes = amendments.flatMap { amendment in
        amendment.changes.filter { $0.key == key.name }.map { (amendment.name, $0.to) }
      }
      return Row(
        key: key.name, text: Setting.text(key.read(amended.lever), key.kind, in: units),
        source: source(changes, of: key, in: measure, units))
    }
    return Law(
      kind: kind.name, measure: measure.name, from: measure.from, until: measure.until, rows: rows)
  }

  /// What was there before an absolute value does not count any more.
  private static func source(
    _ changes: [(name: String, to: Amended)], of key: Key<any Lever>, in measure: Measure,
    _ units: CountryUnits
  ) -> String {
    var source = measure.name
    for change in changes {
      switch change.to {
      case .value: source = change.name
      case .times(let factor):
        source =
          "\(change.name), \(RelativeValue.text(factor)) of \(source)"
          + (source == measure.name
            ? " (\(Setting.text(key.read(measure.lever), key.kind, in: units)))" : "")
      }
    }
    return source
  }

  /// For a terminal: a paragraph a measure, a line a key.
  package var text: String {
    laws.map { law in
      let until = law.until.map { " to \($0)" } ?? " on"
      let heading =
        (law.kind == law.measure ? law.kind : "\(law.measure), \(law.kind)")
        + ": from \(law.from)\(until)"
      let widths = (
        law.rows.map(\.key.count).max() ?? 0, law.rows.map(\.text.count).max() ?? 0
      )
      let lines = law.rows.map { row in
        "  " + LawOnDay.padded(row.key, widths.0) + "  " + LawOnDay.padded(row.text, widths.1)
          + "  \(row.source)"
      }
      return ([heading] + lines).joined(separator: "\n")
    }.joined(separator: "\n\n") + "\n"
  }

  /// For programs.
  package var json: JSON {
    .array(
      laws.map { law in
        .object([
          ("kind", .text(law.kind)), ("measure", .text(law.measure)),
          ("from", .text("\(law.from)")),
          ("until", law.until.map { .text("\($0)") } ?? .text("none")),
          (
            "values",
            .array(
              law.rows.map {
                .object([
                  ("key", .text($0.key)), ("value", .text($0.text)),
                  ("source", .text($0.source)),
                ])
              })
          ),
        ])
      })
  }

  private static func padded(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.count))
  }
}
