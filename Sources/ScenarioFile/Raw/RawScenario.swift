import Inputs

/// A scenario file as written: its groups of keys, before anything is inherited or interpreted.
struct RawScenario: Sendable {
  /// `run`, `tables`, `behaviour.demand`, `measures.amnesty`, …
  struct Group: Sendable {
    var path: String
    var place: Place
    /// By key; duplicates were refused with the YAML.
    var entries: [String: RawEntry] = [:]
    /// Whether a measure is written `none`.
    var isRemoved = false
  }

  var file: String
  /// `kosh`, `name`, `question`, `extends`.
  var headings: [String: RawEntry] = [:]
  var groups: [String: Group] = [:]

  static let headingNames = ["kosh", "name", "question", "extends"]
  static let topNames = headingNames + ["country", "run", "tables", "behaviour", "measures"]
  static let behaviourNames =
    Section.all.compactMap {
      $0.path.hasPrefix("behaviour.") ? String($0.path.dropFirst("behaviour.".count)) : nil
    }
}
