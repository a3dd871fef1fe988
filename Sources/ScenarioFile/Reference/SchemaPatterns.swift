import Inputs
import Kernel

/// How values look, as JSON Schema.
enum SchemaPatterns {
  /// A value, plain or with its provenance.
  static func value(_ kind: ValueKind, isWhole: Bool, meaning: String) -> JSON {
    value(plain(kind, isWhole: isWhole), hasRange: kind.quantity != nil, meaning: meaning)
  }

  /// How many times what stands elsewhere, plain or with its provenance.
  static func relative(_ meaning: String) -> JSON {
    let factor = "([0-9]+[.]?[0-9]*|[.][0-9]+)([eE][+-]?[0-9]+)?"
    return value(
      pattern("^((×|x) *\(factor)|\(factor) +times|half)$"), hasRange: true, meaning: meaning)
  }

  private static func value(_ bare: JSON, hasRange: Bool, meaning: String) -> JSON {
    var members: [JSON.Member] = [("value", bare)]
    if hasRange {
      members.append(
        (
          "range",
          .object([
            ("type", .text("array")), ("items", bare), ("minItems", .integer(2)),
            ("maxItems", .integer(2)),
          ])
        ))
    }
    members.append(("source", .object([("type", .text("string"))])))
    guard case .object(let closed) = ScenarioSchema.closed(members) else { return bare }
    let placed = JSON.object(closed + [("required", .array([.text("value")]))])
    return ScenarioSchema.described(.object([("anyOf", .array([bare, placed]))]), meaning)
  }

  private static func plain(_ kind: ValueKind, isWhole: Bool) -> JSON {
    switch kind {
    case .number(let dimension, let bounds): quantity(dimension, bounds, isWhole, orNone: false)
    case .optionalNumber(let dimension, let bounds):
      quantity(dimension, bounds, isWhole, orNone: true)
    case .date: pattern("^\(date)$")
    case .optionalDate: pattern("^(\(date)|none)$")
    case .flag: .object([("enum", .array([.flag(true), .flag(false)] + words(["yes", "no"])))])
    case .choice(let choices): .object([("enum", .array(words(choices)))])
    case .regions, .sectors, .origins: list(of: .object([("type", .text("string"))]))
    case .skills: list(of: .object([("enum", .array(words(Skill.allCases.map(\.name))))]))
    case .monthList: months
    case .taxScale, .text, .optionalText: .object([("type", .text("string"))])
    }
  }

  /// A list of names, or the word for all of them.
  private static func list(of item: JSON) -> JSON {
    .object([
      (
        "anyOf",
        .array([
          .object([("const", .text("all"))]),
          .object([
            ("type", .text("array")), ("minItems", .integer(1)), ("items", item),
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

  private static var months: JSON {
    .object([
      (
        "anyOf",
        .array([
          .object([("const", .text("none"))]),
          .object([("type", .text("array")), ("items", pattern("^[0-9]{4}-[0-9]{2}$"))]),
        ])
      )
    ])
  }

  private static let date = "[0-9]{4}-[0-9]{2}-[0-9]{2}"
  private static let number = "[+-]?([0-9]+[.]?[0-9]*|[.][0-9]+)([eE][+-]?[0-9]+)?"

  private static func words(_ words: [String]) -> [JSON] { words.map(JSON.text) }

  private static func pattern(_ pattern: String) -> JSON {
    .object([("type", .text("string")), ("pattern", .text(pattern))])
  }

  private static func quantity(
    _ dimension: Dimension, _ bounds: ClosedRange<Double>, _ isWhole: Bool, orNone: Bool
  ) -> JSON {
    var forms: [JSON] = []
    let units = dimension.units(in: .any)
    if units.contains(where: { $0.symbol.isEmpty }) {
      forms.append(
        .object([
          ("type", .text(isWhole ? "integer" : "number")),
          ("minimum", .number(bounds.lowerBound)),
          ("maximum", .number(bounds.upperBound)),
        ]))
    }
    let symbols = symbols(dimension) ?? units.map(\.symbol).filter { !$0.isEmpty }
    if !symbols.isEmpty {
      // Spaces may stand before a unit and around its slash.
      let written = symbols.map { $0.replacing("/", with: " */ *") }.joined(separator: "|")
      forms.append(pattern("^\(number) *(\(written))$"))
    }
    if dimension == .factor { forms.append(pattern("^\(number):\(number)$")) }
    if orNone { forms.append(.object([("const", .text("none"))])) }
    return forms.count == 1 ? forms[0] : .object([("anyOf", .array(forms))])
  }
}
