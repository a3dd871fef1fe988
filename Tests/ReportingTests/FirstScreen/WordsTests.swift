import Foundation
import Inputs
import Measurement
import Reporting
import Testing

/// One catalogue of words: complete in every language, and without what nobody says.
@Suite struct WordsTests {
  private static let english = Words(.en).entries

  @Test(arguments: Language.allCases)
  func `every language has the same entries`(language: Language) {
    let own = Words(language).entries
    let missing = Self.english.keys.filter { own[$0] == nil }.sorted()
    // What a lever or key means is said in English by itself.
    let unknown = own.keys.filter { Self.english[$0] == nil && !$0.hasPrefix("means.") }.sorted()
    #expect(missing == [], "add these to \(language.rawValue).txt")
    #expect(unknown == [], "these are not in en.txt")
  }

  @Test(arguments: Language.allCases)
  func `an entry says the same parts in every language`(language: Language) {
    for (key, text) in Words(language).entries {
      let parts = Set(text.matches(of: /\{\d\}/).map { String($0.output) })
      if key.hasPrefix("means.") { continue }
      let wanted = Set((Self.english[key] ?? "").matches(of: /\{\d\}/).map { String($0.output) })
      #expect(parts == wanted, "\(language.rawValue): \(key)")
    }
  }

  @Test(arguments: Language.allCases)
  func `every lever and key of the law has a name`(language: Language) {
    let entries = Words(language).entries
    for kind in LeverKind.all {
      #expect(entries["lever.\(kind.name)"] != nil, "add lever.\(kind.name) to \(language).txt")
      for key in kind.keys {
        let name = "key.\(kind.name).\(key.name)"
        #expect(entries[name] != nil, "add \(name) to \(language).txt")
      }
    }
  }

  @Test(arguments: [Language.ru, .kk])
  func `what every lever and key means is said in every language`(language: Language) {
    let entries = Words(language).entries
    for kind in LeverKind.all {
      for key in [kind.name] + kind.keys.map({ "\(kind.name).\($0.name)" })
      where !["from", "until"].contains(key.split(separator: ".").last) {
        #expect(entries["means.\(key)"] != nil, "add means.\(key) to \(language).txt")
      }
    }
  }

  @Test(arguments: Language.allCases)
  func `every series and family of charts has a name`(language: Language) {
    let entries = Words(language).entries
    for name in NationalIndicator.allCases.map(\.name) {
      #expect(entries["indicator.\(name)"] != nil, "add indicator.\(name) to \(language).txt")
    }
    for family in IndicatorFamily.allCases {
      #expect(entries["family.\(family)"] != nil, "add family.\(family) to \(language).txt")
    }
  }

  @Test func `every entry of a lever, key or value belongs to one`() {
    let kinds = LeverKind.all
    var known = Set(kinds.map { "lever.\($0.name)" } + ["key.from", "key.until"])
    known.formUnion(kinds.flatMap { kind in kind.keys.map { "key.\(kind.name).\($0.name)" } })
    known.formUnion(["none", "all", "true", "false"].map { "value.\($0)" })
    for case .choice(let words) in kinds.flatMap({ $0.keys.map(\.kind) }) {
      known.formUnion(words.map { "value.\($0)" })
    }
    let named = Self.english.keys.filter {
      $0.hasPrefix("lever.") || $0.hasPrefix("key.") || $0.hasPrefix("value.")
    }
    #expect(named.filter { !known.contains($0) }.sorted() == [])
  }

  @Test func `every other entry is said somewhere`() throws {
    let texts = try Self.sources()
    let exempt = ["lever.", "key.", "value.", "field."]
    let unsaid = Self.english.keys.filter { key in
      if exempt.contains(where: key.hasPrefix) { return false }
      // Families whose last parts are made from what is told.
      let parts = key.split(separator: ".")
      let isMade = (1..<parts.count).contains { count in
        let stem = parts.prefix(count).joined(separator: ".")
        return texts.contains { $0.contains("\"\(stem).\\(") }
      }
      return !isMade && !texts.contains { $0.contains("\"\(key)\"") || $0.contains("{{\(key)}}") }
    }
    #expect(unsaid.sorted() == [])
  }

  private static func sources() throws -> [String] {
    var parts = #filePath.split(separator: "/", omittingEmptySubsequences: false)
    parts.removeLast(4)
    let root = parts.joined(separator: "/") + "/Sources"
    return try ["Reporting", "Lab", "kosh"].flatMap { room in
      let names = FileManager.default.enumerator(atPath: "\(root)/\(room)")?.allObjects ?? []
      return try names.compactMap { $0 as? String }
        .filter { $0.hasSuffix(".swift") || $0.hasSuffix(".js") || $0.hasSuffix(".html") }
        .map { try String(contentsOfFile: "\(root)/\(room)/\($0)", encoding: .utf8) }
    }
  }
}
