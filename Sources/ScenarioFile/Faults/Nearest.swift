/// The name that a writer most probably meant.
package enum Nearest {
  /// The one of `names` within a third of the word's letters (at least two edits); the first of equals.
  ///
  /// - Parameter most: edits allowed, where that is fewer.
  static func name(to word: String, among names: [String], within most: Int = .max) -> String? {
    let letters = Array(word.lowercased().unicodeScalars)
    guard letters.count <= 60 else { return nil }
    let limit = min(most, max(2, letters.count / 3))
    var best: (name: String, distance: Int)?
    for name in names {
      let distance = edits(letters, Array(name.lowercased().unicodeScalars))
      if distance <= limit, distance < name.unicodeScalars.count,
        best.map({ distance < $0.distance }) ?? true
      {
        best = (name, distance)
      }
    }
    return best?.name
  }

  /// ` Did you mean 'x'?`, or a list of what there is where that is short, or nothing.
  ///
  /// - Parameter meant: what people may mean by the word, which counts for more than a name two letters away.
  package static func hint(
    for word: String, among names: [String], orMeant meant: () -> String = { "" }
  ) -> String {
    if let name = name(to: word, among: names, within: 1) { return " Did you mean '\(name)'?" }
    let question = meant()
    if !question.isEmpty { return question }
    if let name = name(to: word, among: names) { return " Did you mean '\(name)'?" }
    // A part of a name is near to it, however much is left out.
    let longer = word.count < 4 ? [] : names.filter { $0.lowercased().contains(word.lowercased()) }
    if (1...4).contains(longer.count) {
      return " Did you mean \(longer.map { "'\($0)'" }.joined(separator: " or "))?"
    }
    if !names.isEmpty, names.count <= 12 {
      return " There is: \(names.joined(separator: ", "))."
    }
    return ""
  }

  /// Insertions, deletions, replacements and swaps of neighbours that lead from `a` to `b`.
  static func edits(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Int {
    var before = [Int](repeating: 0, count: b.count + 1)
    var row = Array(0...b.count)
    for i in a.indices {
      var next = [i + 1] + [Int](repeating: 0, count: b.count)
      for j in b.indices {
        next[j + 1] = min(row[j + 1] + 1, next[j] + 1, row[j] + (a[i] == b[j] ? 0 : 1))
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] {
          next[j + 1] = min(next[j + 1], before[j - 1] + 1)
        }
      }
      (before, row) = (row, next)
    }
    return row[b.count]
  }
}
