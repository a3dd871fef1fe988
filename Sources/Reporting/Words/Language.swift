/// A language in which pages and the lab speak.
package enum Language: String, CaseIterable, Sendable {
  case en, ru, kk

  /// As its speakers call it.
  package var ownName: String {
    switch self {
    case .en: "English"
    case .ru: "Русский"
    case .kk: "Қазақша"
    }
  }

  /// What stands between thousands, and before decimals.
  var thousands: String { self == .en ? "," : "\u{A0}" }
  var decimal: String { self == .en ? "." : "," }

  fileprivate var catalogue: [UInt8] {
    switch self {
    case .en: PackageResources.en_txt
    case .ru: PackageResources.ru_txt
    case .kk: PackageResources.kk_txt
    }
  }
}

/// Every word of a page and of the lab, from one catalogue: a file a language, a line an entry.
package struct Words: Sendable {
  package let language: Language
  /// By key, as the file has them.
  package let entries: [String: String]

  package init(_ language: Language = .en) {
    self.language = language
    entries = Self.catalogues[language] ?? [:]
  }

  private static let catalogues: [Language: [String: String]] = Dictionary(
    uniqueKeysWithValues: Language.allCases.map { ($0, read($0.catalogue)) })

  /// `key = text`; lines that begin with # are comments.
  private static func read(_ bytes: [UInt8]) -> [String: String] {
    var entries: [String: String] = [:]
    for line in String(decoding: bytes, as: UTF8.self).split(separator: "\n")
    where !line.hasPrefix("#") {
      guard let sign = line.firstRange(of: " = ") else { continue }
      entries[String(line[..<sign.lowerBound])] = String(line[sign.upperBound...])
    }
    return entries
  }

  /// The entry of a key that every catalogue has, its {1}, {2} and so on filled in.
  package func callAsFunction(_ key: String, _ parts: String...) -> String {
    var text = entries[key] ?? key
    for (place, part) in parts.enumerated() {
      text = text.replacing("{\(place + 1)}", with: part)
    }
    return text
  }

  /// The entry of a key that may lack one; else words made from the key itself.
  package func name(_ key: String) -> String {
    entries[key] ?? String(key.split(separator: ".").last ?? "").replacing("_", with: " ")
  }

  /// The entries that the lab's own script shows.
  package var ofTheLab: [(key: String, text: String)] {
    entries.filter { $0.key.hasPrefix("lab.") || $0.key.hasPrefix("field.") }
      .sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }
}
