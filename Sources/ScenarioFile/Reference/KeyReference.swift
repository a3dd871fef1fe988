import Inputs

/// Everything that may stand in a scenario file, from the lists that also read it.
package struct KeyReference: Sendable {
  package struct Entry: Sendable {
    package var name: String
    /// How its value is written: `currency/month`, `date`, `one of …`.
    package var unit: String
    /// The least and the greatest value, or nothing.
    package var range: String
    package var isRequired: Bool
    package var meaning: String
  }

  package struct Group: Sendable {
    /// `run`, `behaviour.demand`, `measure income_tax`, `table regions`.
    package var title: String
    package var meaning: String
    package var entries: [Entry]

    /// What stands before a key's name where it is named in full; of a measure its kind.
    var path: String { title.hasPrefix("measure ") ? String(title.dropFirst(8)) : title }
  }

  package var groups: [Group]

  package init() {
    groups = [KeyReference.headings, KeyReference.tableNames]
    groups += Section.all.map {
      Group(title: $0.path, meaning: $0.meaning, entries: $0.keys.map(KeyReference.entry))
    }
    groups += [KeyReference.anyMeasure, KeyReference.amendment]
    groups += LeverKind.all.map {
      Group(
        title: "measure \($0.name)", meaning: "\($0.meaning) \($0.overlap.rule)",
        entries: $0.keys.map(KeyReference.entry))
    }
    groups += TableFormat.all.map { format in
      Group(
        title: "table \(format.name)", meaning: format.meaning,
        entries: format.columns.map {
          Entry(
            name: $0.name, unit: $0.kind.tableUnit, range: $0.kind.rangeText,
            isRequired: !$0.isOptional,
            meaning: $0.meaning)
        })
    }
  }

  private static func entry<Root>(_ key: Key<Root>) -> Entry {
    Entry(
      name: key.name, unit: key.kind.unitText, range: key.kind.rangeText,
      isRequired: !key.isOptional, meaning: key.meaning)
  }

  private static func text(
    _ name: String, _ unit: String, _ meaning: String, isRequired: Bool = true
  ) -> Entry {
    Entry(name: name, unit: unit, range: "", isRequired: isRequired, meaning: meaning)
  }

  private static let headings = Group(
    title: "scenario", meaning: "The keys at the top level of the file.",
    entries: [
      text("kosh", "1", "Version of the scenario file format."),
      text("name", "text", "Name of the scenario, printed with its results."),
      text("question", "text", "The question that the scenario asks, in one sentence."),
      text(
        "extends", "file",
        "Another scenario file, beside this one, that supplies everything this file does not state.",
        isRequired: false),
    ])

  private static let tableNames = Group(
    title: "tables", meaning: "CSV files beside the scenario, or the tables themselves below a |.",
    entries: TableFormat.all.map {
      text($0.name, "file or table", $0.meaning, isRequired: !$0.isOptional)
    })

  private static let anyMeasure = Group(
    title: "measures", meaning: "Dated measures, by name; a measure written as none is removed.",
    entries: [
      text(
        "kind", "one of \(LeverKind.all.map(\.name).joined(separator: ", "))",
        "Kind of the measure; not needed where its name is a kind.", isRequired: false),
      text("from", "date", "First day on which the measure is in force."),
      text(
        "until", "date or none",
        "Last day on which the measure is in force, inclusive; without it, the measure has no end.",
        isRequired: false),
    ])
}

extension KeyReference {
  private static let amendment = Group(
    title: "amendment",
    meaning:
      "A measure that changes some keys of whatever measure of a kind is in force, and restates nothing; several apply in "
      + "the order of their first days, then of their names.",
    entries: [
      text("amends", "a kind of measure", "The kind whose measures it changes."),
      text("from", "date", "First day on which it holds."),
      text("until", "date or none", "Last day on which it holds, inclusive.", isRequired: false),
      text(
        "any key of the kind", "as there, or ×3, x3, 3 times, half",
        "Its value while the amendment holds, or how many times what it would be without.",
        isRequired: false),
    ])
}

extension Overlap {
  /// How measures of a kind share the calendar, in a sentence.
  package var rule: String {
    switch self {
    case .latestHolds: "Of several, the one that began last applies."
    case .allHold: "Several add up."
    case .forbidden: "Only one at a time."
    }
  }
}
