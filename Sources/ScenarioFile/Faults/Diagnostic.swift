/// One fault or warning: a place and what to do about it, on one line.
package struct Diagnostic: Hashable, Sendable, CustomStringConvertible {
  package enum Severity: String, Sendable { case error, warning }

  package var severity: Severity
  package var place: Place
  package var sentence: String

  package var description: String { "\(place): \(severity): \(sentence)" }
}

/// All that is wrong with a scenario, its tables and overrides, in the order of the files.
package struct ScenarioFaults: Error, CustomStringConvertible {
  /// Errors first to last as they stand in the files; warnings among them.
  package var diagnostics: [Diagnostic]
  /// Whether the scenario named by the user could not be read at all (a matter of files, not of data).
  package var isUnreadable = false

  package var description: String { diagnostics.map(\.description).joined(separator: "\n") }
}

/// A fault that can say itself in a sentence or two: what is wrong, and what to write.
protocol Sentence {
  var sentence: String { get }
}

/// Faults and warnings while a scenario is read.
struct Findings {
  private(set) var diagnostics: [Diagnostic] = []
  private var fileOrder: [String: Int] = [:]

  var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }
  var errorCount: Int { diagnostics.count { $0.severity == .error } }

  /// Whether the last fault is of a whole file, not of what is written in it: a matter of files, not of data.
  var endsWithUnreadFile: Bool { diagnostics.last?.place.line == 0 }

  /// Makes faults of `file` come after those of files announced before it.
  mutating func announce(file: String) {
    if fileOrder[file] == nil { fileOrder[file] = fileOrder.count }
  }

  mutating func error(_ place: Place, _ fault: some Sentence) {
    add(.error, place, fault)
  }

  mutating func warning(_ place: Place, _ fault: some Sentence) {
    add(.warning, place, fault)
  }

  /// A finding is one line, whatever text it quotes.
  private mutating func add(
    _ severity: Diagnostic.Severity, _ place: Place, _ fault: some Sentence
  ) {
    let lines = fault.sentence.unicodeScalars.split { $0 == "\n" || $0 == "\r" || $0 == "\t" }
    let sentence = lines.map { String($0) }.joined(separator: " ")
    diagnostics.append(Diagnostic(severity: severity, place: place, sentence: sentence))
  }

  /// Each finding once, in the order of files, lines and columns.
  var sorted: [Diagnostic] {
    var seen: Set<Diagnostic> = []
    let unique = diagnostics.filter { seen.insert($0).inserted }
    return unique.enumerated().sorted { a, b in
      let (p, q) = (a.element.place, b.element.place)
      let (f, g) = (fileOrder[p.file] ?? Int.max, fileOrder[q.file] ?? Int.max)
      return (f, p.line, p.column, a.offset) < (g, q.line, q.column, b.offset)
    }.map(\.element)
  }
}
