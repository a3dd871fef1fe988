import Inputs

/// How values look, as JSON Schema.
enum SchemaPatterns {
  /// A value, plain or with its provenance.
  static func value(_ kind: ValueKind, isWhole: Bool, meaning: String) -> JSONText {
    value(plain(kind, isWhole: isWhole), hasRange: kind.quantity != nil, meaning: meaning)
  }

  /// How many times what stands elsewhere, plain or with its provenance.
  static func relative(_ meaning: String) -> JSONText {
    let factor = "([0-9]+[.]?[0-9]*|[.][0-9]+)([eE][+-]?[0-9]+)?"
    return value(
      pattern("^((×|x) *\(factor)|\(factor) +times|half)$"), hasRange: true, meaning: meaning)
  }

  private static func value(_ bare: JSONText, hasRange: Bool, meaning: String) -> JSONText {
    var members: [(String, JSONText)] = [("value", bare)]
    if hasRange {
      members.append(
        (
          "range",
          .object([
            ("type", .string("array")), ("items", bare), ("minItems", .number("2")),
            ("maxItems", .number("2")),
          ])
        ))
    }
    members.append(("source", .object([("type", .string("string"))])))
    guard case .object(let closed) = ScenarioSchema.closed(members) else { return bare }
    let placed = JSONText.object(closed + [("required", .array([.string("value")]))])
    return ScenarioSchema.described(.object([("anyOf", .array([bare, placed]))]), meaning)
  }

  private static func plain(_ kind: ValueKind, isWhole: Bool) -> JSONText {
    switch kind {
    case .number(let dimension, let bounds): quantity(dimension, bounds, isWhole, orNone: false)
    case .optionalNumber(let dimension, let bounds):
      quantity(dimension, bounds, isWhole, orNone: true)
    case .date: pattern("^\(date)$")
    case .optionalDate: pattern("^(\(date)|none)$")
    case .flag: .object([("enum", .array([.flag(true), .flag(false)] + words(["yes", "no"])))])
    case .choice(let choices): .object([("enum", .array(words(choices)))])
    case .regions, .sectors, .origins: list(of: .object([("type", .string("string"))]))
    case .skills: list(of: .object([("enum", .array(words(Skill.allCases.map(\.name))))]))
    case .monthList: months
    case .taxScale, .text, .optionalText: .object([("type", .string("string"))])
    }
  }

  /// A list of names, or the word for all of them.
  private static func list(of item: JSONText) -> JSONText {
    .object([
      (
        "anyOf",
        .array([
          .object([("const", .string("all"))]),
          .object([
            ("type", .string("array")), ("minItems", .number("1")), ("items", item),
          ]),
        ])
      )
    ])
  }

  /// What stands for any country's units, as a pattern; nil for units that all share.
  private static func symbols(_ dimension: Dimension) -> [String]? {
    switch dimension {
    case .money: ["[A-Z]{3}"]
    case .pay: ["[A-Z]{3}/month"]
    case .legalSum: ["[A-Z][A-Za-z]{1,11}"]
    default: nil
    }
  }

  private static var months: JSONText {
    .object([
      (
        "anyOf",
        .array([
          .object([("const", .string("none"))]),
          .object([("type", .string("array")), ("items", pattern("^[0-9]{4}-[0-9]{2}$"))]),
        ])
      )
    ])
  }

  private static let date = "[0-9]{4}-[0-9]{2}-[0-9]{2}"
  private static let number = "[+-]?([0-9]+[.]?[0-9]*|[.][0-9]+)([eE][+-]?[0-9]+)?"

  private static func words(_ words: [String]) -> [JSONText] { words.map(JSONText.string) }

  private static func pattern(_ pattern: String) -> JSONText {
    .object([("type", .string("string")), ("pattern", .string(pattern))])
  }

  private static func quantity(
    _ dimension: Dimension, _ bounds: ClosedRange<Double>, _ isWhole: Bool, orNone: Bool
  ) -> JSONText {
    var forms: [JSONText] = []
    let units = dimension.units(in: .any)
    if units.contains(where: { $0.symbol.isEmpty }) {
      forms.append(
        .object([
          ("type", .string(isWhole ? "integer" : "number")),
          ("minimum", .number(bounds.lowerBound.plainText)),
          ("maximum", .number(bounds.upperBound.plainText)),
        ]))
    }
    let symbols = symbols(dimension) ?? units.map(\.symbol).filter { !$0.isEmpty }
    if !symbols.isEmpty {
      // Spaces may stand before a unit and around its slash.
      let written = symbols.map { $0.replacing("/", with: " */ *") }.joined(separator: "|")
      forms.append(pattern("^\(number) *(\(written))$"))
    }
    if dimension == .factor { forms.append(pattern("^\(number):\(number)$")) }
    if orNone { forms.append(.object([("const", .string("none"))])) }
    return forms.count == 1 ? forms[0] : .object([("anyOf", .array(forms))])
  }
}
