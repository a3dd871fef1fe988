import Inputs
import Kernel

/// JSON Schema (draft 2020-12) of scenario files, for editors: names, forms and units are checked while
/// one types; bounds of quantities with units and what holds between keys only `validate` knows.
package enum ScenarioSchema {
  package static var json: JSON {
    .object([
      ("$schema", .text("https://json-schema.org/draft/2020-12/schema")),
      ("title", .text("A Kosh scenario")),
      ("type", .text("object")),
      ("additionalProperties", .flag(false)),
      ("required", .array([.text("kosh")])),
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

  private static var properties: JSON {
    let country = Section.all.first { $0.path == "country" }
    let run = Section.all.first { $0.path == "run" }
    let behaviour = Section.all.compactMap { section -> JSON.Member? in
      guard section.path.hasPrefix("behaviour.") else { return nil }
      let name = String(section.path.dropFirst("behaviour.".count))
      return (name, group(section.keys, section.meaning))
    }
    let tables = TableFormat.all.map { format -> JSON.Member in
      (format.name, described(.object([("type", .text("string"))]), format.meaning))
    }
    return .object([
      ("kosh", .object([("const", .integer(1))])),
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

  private static let text = JSON.object([
    ("type", .text("string")), ("minLength", .integer(1)),
  ])

  private static func required(_ keys: [String]) -> JSON {
    .object([("required", .array(keys.map(JSON.text)))])
  }

  private static func group<Root>(_ keys: [Key<Root>], _ meaning: String) -> JSON {
    described(closed(keys.map { ($0.name, value($0)) }), meaning)
  }

  private static func value<Root>(_ key: Key<Root>) -> JSON {
    SchemaPatterns.value(key.kind, isWhole: key.isWhole, meaning: key.meaning)
  }

  static func closed(_ properties: [JSON.Member]) -> JSON {
    .object([
      ("type", .text("object")), ("additionalProperties", .flag(false)),
      ("properties", .object(properties)),
    ])
  }

  static func described(_ schema: JSON, _ meaning: String) -> JSON {
    guard case .object(let members) = schema else { return schema }
    return .object([("description", .text(meaning))] + members)
  }

  /// A measure named like a kind is of that kind; any other may be of each.
  private static var measures: JSON {
    let none = JSON.object([("const", .text("none"))])
    let kinds = LeverKind.all.map { kind in (kind.name, measure(kind)) }
    let amendments = LeverKind.all.map(amendment)
    return .object([
      ("type", .text("object")),
      ("propertyNames", .object([("pattern", .text("^[A-Za-z][A-Za-z0-9_-]*$"))])),
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

  private static func measure(_ kind: LeverKind) -> JSON {
    let common = [("kind", JSON.object([("const", .text(kind.name))]))] + window
    return described(closed(common + kind.keys.map { ($0.name, value($0)) }), kind.meaning)
  }

  private static let window: [JSON.Member] = [
    ("from", SchemaPatterns.value(.date, isWhole: false, meaning: "First day it holds.")),
    ("until", SchemaPatterns.value(.optionalDate, isWhole: false, meaning: "Last day it holds.")),
  ]

  /// A measure that changes those of a kind: each key as there, numbers relative too.
  private static func amendment(_ kind: LeverKind) -> JSON {
    let keys = kind.keys.map { key -> JSON.Member in
      guard key.kind.quantity != nil else { return (key.name, value(key)) }
      return (
        key.name,
        .object([("anyOf", .array([value(key), SchemaPatterns.relative(key.meaning)]))])
      )
    }
    let common = [("amends", JSON.object([("const", .text(kind.name))]))] + window
    guard case .object(let members) = closed(common + keys) else { return closed(common + keys) }
    return described(
      .object(members + [("required", .array([.text("amends")]))]),
      "Changes what measures of kind \(kind.name) say.")
  }
}
