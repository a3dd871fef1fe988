/// The pages of the project, what they define for others to cite, and the lines that cite.
struct Documentation {
  static let evidence = "Scenarios/kazakhstan/Evidence.md"
  static let model = "Sources/Submodels/Submodels.docc/Model.md"

  /// By their paths.
  let articles: [String: Article]
  /// Each fact of the evidence, by its number, with its grade.
  let grades: [String: String]
  private let checkout: Checkout

  init(_ checkout: Checkout) {
    self.checkout = checkout
    let pages = checkout.files.filter { $0.hasSuffix(".md") }
    articles = Dictionary(
      uniqueKeysWithValues: pages.map {
        ($0, Article(file: $0, text: checkout.text(of: $0) ?? ""))
      })
    let rows = (checkout.text(of: Self.evidence) ?? "").split(separator: "\n")
      .filter { $0.hasPrefix("| E") }
      .map { $0.split(separator: "|", omittingEmptySubsequences: false) }
      .filter { $0.count > 3 }
    grades = Dictionary(
      rows.map { (Self.trimmed($0[1]), Self.trimmed($0[$0.count - 2])) },
      uniquingKeysWith: { first, _ in first })
  }

  /// Facts and tables of facts: `E9.11`, `E9`.
  var facts: Set<String> { Set(grades.keys).union(numbers(of: Self.evidence)) }

  /// Numbers of the model's sections: `6`, `6.3`.
  var sections: Set<String> { numbers(of: Self.model) }

  /// Whether a file is there, or a folder.
  func exists(_ path: String) -> Bool {
    checkout.files.contains(path) || checkout.files.contains { $0.hasPrefix(path + "/") }
  }

  /// Strings in quotation marks that come next after each `word` in the code.
  func names(after word: String) -> Set<String> {
    Set(
      checkout.swiftFiles(under: "Sources").map { checkout.text(of: $0) ?? "" }
        .filter { $0.contains(word) }.flatMap { source in
          source.split(separator: word).dropFirst().compactMap { rest in
            rest.split(separator: "\"", omittingEmptySubsequences: false).dropFirst().first
              .map(String.init)
          }
        })
  }

  /// A finding for each match of `pattern` in a text that may cite, that `advice` objects to.
  ///
  /// - Parameter isWorthALook: leaves lines out, since regular expressions are slow.
  func findings(
    of pattern: some RegexComponent, where isWorthALook: (Substring) -> Bool,
    advice: (Substring) -> String?
  ) -> [Finding] {
    checkout.files.filter(mayCite).flatMap { file -> [Finding] in
      let text = checkout.text(of: file) ?? ""
      return text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
        .filter { isWorthALook($0.element) }.flatMap { index, line in
          // In code only comments cite.
          let text = file.hasSuffix(".swift") ? Self.comment(of: line) : line
          return text.matches(of: pattern).compactMap { match in
            advice(text[match.range]).map { Finding(file: file, line: index + 1, advice: $0) }
          }
        }
    }
  }

  private func mayCite(_ file: String) -> Bool {
    file.hasSuffix(".md") || file.hasPrefix("Sources/") && file.hasSuffix(".swift")
      || file.hasPrefix("Scenarios/") && (file.hasSuffix(".yaml") || file.hasSuffix(".csv"))
      || file.hasPrefix(".github/") && file.hasSuffix(".yml")
  }

  /// First words of a page's headings.
  private func numbers(of file: String) -> Set<String> {
    Set(
      (articles[file]?.headings ?? []).compactMap {
        $0.text.split(separator: " ").first.map(String.init)
      })
  }

  private static func comment(of line: Substring) -> Substring {
    line.firstRange(of: "//").map { line[$0.lowerBound...] } ?? ""
  }

  private static func trimmed(_ text: Substring) -> String {
    text.split(separator: " ").joined(separator: " ")
  }
}
