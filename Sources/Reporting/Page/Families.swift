import Measurement
import Results

/// Series that belong in one chart: the same unit, one question.
struct Family: Equatable {
  var title: String
  /// Names of national indicators; those a run lacks are left out.
  var members: [String]
  /// By which the catalogue names it; nil of a series that no family names.
  var key: String?
  var isKnown: Bool { key != nil }

  private init(title: String, members: [String], key: String?) {
    self.title = title
    self.members = members
    self.key = key
  }

  /// The charts of a run: the families it has, then every series that no family names, by itself.
  static func present(in results: RunResults) -> [Family] {
    let names = results.indicators.map(\.name)
    let families = IndicatorFamily.allCases.compactMap { family -> Family? in
      let members = family.members.map(\.name).filter(names.contains)
      return members.isEmpty
        ? nil : Family(title: family.title, members: members, key: "\(family)")
    }
    let named = Set(families.flatMap(\.members))
    return families
      + names.filter { !named.contains($0) }.map { name in
        Family(title: words(name), members: [name], key: nil)
      }
  }

  /// A column's name as words: `official_arrivals_unregistered` → `Official arrivals unregistered`.
  static func words(_ name: String) -> String {
    let words = name.split(separator: "_").joined(separator: " ")
    return words.prefix(1).uppercased() + words.dropFirst()
  }
}
