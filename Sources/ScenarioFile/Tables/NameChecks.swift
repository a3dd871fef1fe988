import Inputs

/// Names that results and lists could not tell apart, or that mean something else.
struct NameChecks {
  var country: Country
  /// Where the country's name is written.
  var place: Place

  /// Words that stand for something in lists and results.
  static let words = ["all", "none", "native"]

  /// The country's own name is the origin of natives, so no migrants can have it.
  func check(into findings: inout Findings) {
    let name = country.name
    guard !name.isEmpty else { return }
    if let origin = country.origins.first(where: { NameChecks.isSame($0.name, name) }) {
      findings.error(place, TableFault.countryIsOrigin(name, origin: origin.name))
    } else if NameChecks.isWord(name) {
      findings.error(place, TableFault.nameIsWord(name))
    }
  }

  /// Names of one table.
  static func check<Row>(
    _ rows: [TableReader<Row>.Placed], _ column: String, _ name: (Row) -> String,
    into findings: inout Findings
  ) {
    var seen: [String: String] = [:]
    for item in rows {
      let word = name(item.row)
      let place = item.cellPlaces[column] ?? item.place
      if isWord(word) { findings.error(place, TableFault.nameIsWord(word)) }
      let first = seen[word.lowercased(), default: word]
      seen[word.lowercased()] = first
      // A name that stands twice is told by its rows.
      if first != word {
        findings.error(place, TableFault.namesDifferInCase(word, first: first))
      }
    }
  }

  private static func isSame(_ one: String, _ other: String) -> Bool {
    one.lowercased() == other.lowercased()
  }

  private static func isWord(_ name: String) -> Bool { words.contains(name.lowercased()) }
}
