import Inputs

/// JSON Schema (draft 2020-12) of scenario files, for editors: names, forms and units are checked while
/// one types; bounds of quantities with units and what holds between keys only `validate` knows.
package enum ScenarioSchema {
  package static var json: JSONText {
    .object([
      ("$schema", .string("https://json-schema.org/draft/2020-12/schema")),
      ("title", .string("A Kosh scenario")),
      ("type", .string("object")),
      ("additionalProperties", .flag(false)),
      ("required", .array([.string("kosh")])),
      ("properties", properties),
      // What extends nothing must say everything.
      (
        "anyOf",
        .array([
          required(["extends"]),
          required(["name", "question", "country", "run", "tables", "behaviour"]),
        ])
      ),
    ])
  }

  private static var properties: JSONText {
    let country = Section.all.first { $0.path == "country" }
    let run = Section.all.first { $0.path == "run" }
    let behaviour = Section.all.compactMap { section -> (String, JSONText)? in
      guard section.path.hasPrefix("behaviour.") else { return nil }
      let name = String(section.path.dropFirst("behaviour.".count))
      return (name, group(section.keys, section.meaning))
    }
    let tables = TableFormat.all.map { format in
      (format.name, described(.object([("type", .string("string"))]), format.meaning))
    }
    return .object([
      ("kosh", .object([("const", .number("1"))])),
      ("name", text), ("question", text), ("extends", text),
      (
        "country",
        .object([
          ("anyOf", .array([text, group(country?.keys ?? [], country?.meaning ?? "")]))
        ])
      ),
      ("run", group(run?.keys ?? [], run?.meaning ?? "")),
      ("tables", closed(tables)),
      ("behaviour", closed(behaviour)),
      ("measures", measures),
    ])
  }

  private static let text = JSONText.object([
    ("type", .string("string")), ("minLength", .number("1")),
  ])

  private static func required(_ keys: [String]) -> JSONText {
    .object([("required", .array(keys.map(JSONText.string)))])
  }

  private static func group<Root>(_ keys: [Key<Root>], _ meaning: String) -> JSONText {
    described(closed(keys.map { ($0.name, value($0)) }), meaning)
  }

  private static func value<Root>(_ key: Key<Root>) -> JSONText {
    SchemaPatterns.value(key.kind, isWhole: key.isWhole, meaning: key.meaning)
  }

  static func closed(_ properties: [(String, JSONText)]) -> JSONText {
    .object([
      ("type", .string("object")), ("additionalProperties", .flag(false)),
      ("properties", .object(properties)),
    ])
  }

  static func described(_ schema: JSONText, _ meaning: String) -> JSONText {
    guard case .object(let members) = schema else { return schema }
    return .object([("description", .string(meaning))] + members)
  }

  /// A measure named like a kind is of that kind; any other may be of each.
  private static var measures: JSONText {
    let none = JSONText.object([("const", .string("none"))])
    let kinds = LeverKind.all.map { kind in (kind.name, measure(kind)) }
    let amendments = LeverKind.all.map(amendment)
    return .object([
      ("type", .string("object")),
      ("propertyNames", .object([("pattern", .string("^[A-Za-z][A-Za-z0-9_-]*$"))])),
      (
        "properties",
        .object(kinds.map { ($0.0, .object([("anyOf", .array([none, $0.1] + amendments))])) })
      ),
      (
        "additionalProperties",
        .object([("anyOf", .array([none] + kinds.map(\.1) + amendments))])
      ),
    ])
  }

  private static func measure(_ kind: LeverKind) -> JSONText {
    let common = [("kind", JSONText.object([("const", .string(kind.name))]))] + window
    return described(closed(common + kind.keys.map { ($0.name, value($0)) }), kind.meaning)
  }

  private static let window: [(String, JSONText)] = [
    ("from", SchemaPatterns.value(.date, isWhole: false, meaning: "First day it holds.")),
    ("until", SchemaPatterns.value(.optionalDate, isWhole: false, meaning: "Last day it holds.")),
  ]

  /// A measure that changes those of a kind: each key as there, numbers relative too.
  private static func amendment(_ kind: LeverKind) -> JSONText {
    let keys = kind.keys.map { key -> (String, JSONText) in
      guard key.kind.quantity != nil else { return (key.name, value(key)) }
      return (
        key.name,
        .object([("anyOf", .array([value(key), SchemaPatterns.relative(key.meaning)]))])
      )
    }
    let common = [("amends", JSONText.object([("const", .string(kind.name))]))] + window
    guard case .object(let members) = closed(common + keys) else { return closed(common + keys) }
    return described(
      .object(members + [("required", .array([.string("amends")]))]),
      "Changes what measures of kind \(kind.name) say.")
  }
}
