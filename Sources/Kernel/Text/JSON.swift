/// A JSON value to be written, its keys in the order in which they were given: `Codable` and its encoder keep none.
package enum JSON: Sendable, Equatable {
  package typealias Member = (key: String, value: JSON)

  case object([Member])
  case array([JSON])
  case text(String)
  case number(Double)
  case integer(Int)
  case flag(Bool)
  case null

  package static func == (a: JSON, b: JSON) -> Bool { a.text(indent: 0) == b.text(indent: 0) }

  /// A number, or null where there is none.
  package static func numberOrNull(_ number: Double?) -> JSON {
    number.map { .number($0) } ?? .null
  }

  /// The value as text, two spaces deeper at each level, ended by a line feed.
  package var text: String { text(indent: 0) + "\n" }

  /// The value on one line, without a space.
  package var compactText: String {
    switch self {
    case .object(let members):
      let texts = members.map { "\(PlainText.quoted($0.key)):\($0.value.compactText)" }
      return "{" + texts.joined(separator: ",") + "}"
    case .array(let items): return "[" + items.map(\.compactText).joined(separator: ",") + "]"
    default: return text(indent: 0)
    }
  }

  private func text(indent: Int) -> String {
    let inner = String(repeating: " ", count: indent + 2)
    let outer = String(repeating: " ", count: indent)
    switch self {
    case .object(let members):
      if members.isEmpty { return "{}" }
      let lines = members.map {
        "\(inner)\(PlainText.quoted($0.key)): \($0.value.text(indent: indent + 2))"
      }
      return "{\n" + lines.joined(separator: ",\n") + "\n\(outer)}"
    case .array(let items):
      if items.isEmpty { return "[]" }
      let lines = items.map { inner + $0.text(indent: indent + 2) }
      return "[\n" + lines.joined(separator: ",\n") + "\n\(outer)]"
    case .text(let text): return PlainText.quoted(text)
    case .number(let number): return number.isFinite ? NumberText.shortest(number) : "null"
    case .integer(let number): return String(number)
    case .flag(let flag): return flag ? "true" : "false"
    case .null: return "null"
    }
  }
}
