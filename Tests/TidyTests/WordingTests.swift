import Testing

/// Words that do not belong into a finished file.
@Suite struct WordingTests {
  private let checkout: Checkout

  init() throws { checkout = try Checkout() }

  @Test func `no note to ourselves is left behind`() throws {
    // In two halves, so that this file does not find itself.
    let notes = try Regex(
      "\\b(" + ["TO" + "DO", "FIX" + "ME", "X" + "XX"].joined(separator: "|") + ")\\b")
    expectNone(
      textLines { $0.contains(notes) ? "finish it, or open an issue and delete the note" : nil })
  }

  @Test func `no path of somebody's machine`() {
    let path = /(?:^|[^\w.\-~*\/})>$])\/(?:work|tmp|opt|root|home|Users)\//
    expectNone(textLines { $0.contains(path) ? "a path of one machine: make it relative" : nil })
  }

  @Test func `nothing is tried by force`() {
    expectNone(
      sources().flatMap { source in
        source.occurrences(of: /\btry!/).map {
          Finding(file: source.file, line: $0.line, advice: "handle the error, or pass it on")
        }
      })
  }

  @Test func `below the command nothing prints`() {
    expectNone(
      sources().filter { !$0.file.hasPrefix("Sources/kosh/") }.flatMap { source in
        source.occurrences(of: /(?:^|[^\w.])(?:debugPrint|print|dump)\(/).map {
          Finding(
            file: source.file, line: $0.line, advice: "return or throw it, and let kosh print it")
        }
      })
  }

  @Test func `commands answer through StandardOutput and StandardError, which can fail`() {
    expectNone(
      checkout.room("kosh").filter { !$0.file.hasSuffix("/StandardStreams.swift") }
        .flatMap { source in
          source.occurrences(of: /(?:^|[^\w.])print\(|FileHandle\.standard(?:Output|Error)/).map {
            Finding(
              file: source.file, line: $0.line,
              advice: "what cannot be written is lost here: use StandardOutput.write")
          }
        })
  }

  @Test func `readers meet "they" where sex does not matter`() {
    let pronoun = /\b(?:[Hh]e|[Hh]is|[Hh]im|himself)\b/
    expectNone(
      checkout.files.flatMap { file -> [Finding] in
        let isRead =
          file.hasSuffix(".md") || file.hasPrefix("Scenarios/") || file.hasSuffix(".swift")
        guard isRead, !file.hasSuffix("WordingTests.swift"), let text = checkout.text(of: file)
        else { return [] }
        return text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
          .compactMap { index, line in
            guard let found = line.firstMatch(of: pronoun) else { return nil }
            return Finding(
              file: file, line: index + 1, advice: "'\(found.output)': write they, or the noun")
          }
      })
  }

  private func sources() -> [SourceText] {
    checkout.swiftFiles(under: "Sources").map(checkout.source)
  }

  /// A finding for each line of text, in any of the project's files, that `advice` objects to.
  private func textLines(_ advice: (Substring) -> String?) -> [Finding] {
    checkout.files.flatMap { file -> [Finding] in
      // The licence is quoted as published.
      guard file != "Sources/LICENSE", let text = checkout.text(of: file) else { return [] }
      return text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
        .compactMap { index, line in
          advice(line).map { Finding(file: file, line: index + 1, advice: $0) }
        }
    }
  }
}
