import Inputs
import Kernel
import Reporting
import Results
import ScenarioFile

/// The part of the law that a lever belongs to, as the lab groups them.
enum LawField: String, CaseIterable {
  case amnesty, permits, mobility, police, patents, taxes, borders, rights, other

  private static let kinds: [LawField: [String]] = [
    .amnesty: ["amnesty", "information"],
    .permits: ["permits", "quota", "shortage_list"],
    .mobility: ["mobility"],
    .police: ["policing", "sanctions", "operation"],
    .patents: ["patents"],
    .taxes: [
      "income_tax", "social_tax", "contributions", "contribution_parity", "minimum_wage",
    ],
    .borders: ["visa_free", "free_movement"],
    .rights: ["wage_recovery", "housing_duty"],
  ]

  /// Levers that nobody has placed stand at the end.
  static func of(_ kind: String) -> LawField {
    allCases.first { kinds[$0]?.contains(kind) ?? false } ?? .other
  }
}

extension PolicyControls {
  /// All controls as the page's script makes them, in the order of the law.
  func json(_ base: Inputs, _ words: Words) -> JSON {
    let country = base.country
    return .array(
      LawField.allCases.compactMap { field in
        let own = groups.filter { LawField.of($0.kind.name) == field }
        if own.isEmpty { return nil }
        return .object([
          ("field", .text(field.rawValue)), ("title", .text(words("field.\(field.rawValue)"))),
          ("levers", .array(own.map { $0.json(words, country, isAlone: isAlone($0)) })),
        ])
      })
  }

  private func isAlone(_ group: Group) -> Bool {
    groups.count { $0.kind.name == group.kind.name } == 1
  }
}

extension PolicyControls.Group {
  func json(_ words: Words, _ country: Country, isAlone: Bool) -> JSON {
    let title = words.name("lever.\(kind.name)")
    return .object([
      ("kind", .text(kind.name)), ("measure", .text(measure)), ("form", .text(form.rawValue)),
      ("title", .text(isAlone ? title : "\(title) (\(measure))")),
      ("meaning", .text(words.meaning(kind.meaning, of: kind.name))),
      ("opening", .array(opening.map { .array([.text($0.path), .text($0.text)]) })),
      ("keys", .array(controls.map { $0.json(kind: kind.name, words, country) })),
    ])
  }
}

extension PolicyControls.Control {
  func json(kind lever: String, _ words: Words, _ country: Country) -> JSON {
    var members: [(key: String, value: JSON)] = [
      ("path", .text(path)), ("key", .text(key)),
      (
        "label",
        .text(
          words.changed((kind: lever, key: key)).replacing(
            words.name("lever.\(lever)") + ": ", with: ""))
      ),
      ("meaning", .text(words.meaning(meaning, of: "\(lever).\(key)"))), ("type", .text(type)),
      ("text", .text(text)),
      ("shown", .text(words.value(shown(country)))),
    ]
    if !options(country).isEmpty {
      members.append(
        ("options", .array(options(country).map { .array([.text($0), .text(words.value($0))]) })))
    }
    if case .members(let members_) = value {
      members.append(("chosen", .array(members_.names.map(JSON.text))))
    }
    if let slider { members += slider }
    return .object(members)
  }

  private var type: String {
    switch kind {
    case .number(.share, _), .optionalNumber(.share, _): "share"
    case .number, .optionalNumber: "number"
    case .date: "date"
    case .optionalDate: "optional-date"
    case .flag: "flag"
    case .choice, .taxScale: "choice"
    case .regions, .sectors, .origins, .skills: "members"
    case .text, .optionalText, .monthList: "text"
    }
  }

  private func options(_ country: Country) -> [String] {
    switch kind {
    case .choice(let words): words
    case .taxScale: ["none"] + country.taxScales.map(\.name)
    case .regions: country.regions.map(\.name)
    case .sectors: country.sectors.map(\.name)
    case .origins: country.origins.map(\.name)
    case .skills: Skill.allCases.map(\.name)
    default: []
    }
  }

  private func shown(_ country: Country) -> String {
    ShownValue.text(value, kind, in: country.profile.units)
  }

  /// Where a slider begins and ends, in base units, with its step; nothing for what is no number.
  private var slider: [(key: String, value: JSON)]? {
    guard let (dimension, bounds) = kind.quantity else { return nil }
    var number: Double?
    if case .number(let value) = value { number = value }
    let (most, step) = reach(dimension, bounds, number ?? 0)
    return [
      ("least", .number(bounds.lowerBound)), ("most", .number(most)), ("step", .number(step)),
      ("value", .numberOrNull(number)), ("relative", .flag(isRelative(dimension, number))),
      ("whole", .flag(isWhole)),
      (
        "units",
        .array(
          units.map { .array([.text($0.symbol), .number($0.factor)]) })
      ),
    ]
  }

  /// Whether its changes are said best as how many times the baseline's value.
  private func isRelative(_ dimension: Dimension, _ value: Double?) -> Bool {
    switch dimension {
    case .count, .money, .pay, .legalSum: (value ?? 0) > 0
    case .share, .factor, .rate, .duration, .months: false
    }
  }

  /// Where a slider ends: at the bounds where they are near, else at some times the baseline's value.
  private func reach(
    _ dimension: Dimension, _ bounds: ClosedRange<Double>, _ value: Double
  ) -> (most: Double, step: Double) {
    let most: Double
    if dimension == .share {
      most = min(1, bounds.upperBound)
    } else if value > 0 {
      most = min(bounds.upperBound, 5 * value)
    } else {
      most = min(bounds.upperBound, range.map { 2 * $0.upperBound } ?? Self.usual(dimension))
    }
    if dimension == .share { return (most, 0.01) }
    let step = value > 0 ? value / 20 : most / 100
    return (most, isWhole && !isRelative(dimension, value) ? max(1, step.rounded()) : step)
  }

  /// Where a slider ends whose baseline has nothing.
  private static func usual(_ dimension: Dimension) -> Double {
    switch dimension {
    case .share: 1
    case .factor: 5
    case .count, .rate: 100
    case .money, .pay: 100_000
    case .legalSum: 50
    case .duration: 365
    case .months: 60
    }
  }
}
