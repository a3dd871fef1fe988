import Testing

/// The shape of files: their length, and the sentence that says what they are for.
@Suite struct ShapeTests {
  private let checkout: Checkout

  init() throws { checkout = try Checkout() }

  @Test func `no Swift file outgrows 400 lines`() {
    expectNone(
      checkout.files.filter { $0.hasSuffix(".swift") }.map(checkout.source).compactMap {
        guard $0.lineCount > 400 else { return nil }
        return Finding(
          file: $0.file, line: 401,
          advice: "\($0.lineCount) lines: split it by topic (Type+Topic.swift); 200 are plenty")
      })
  }

  @Test func `every file's main type or function says what it is`() {
    expectNone(
      checkout.swiftFiles(under: "Sources").map(checkout.source).compactMap { source in
        guard let main = mainDeclaration(in: source), !isDocumented(main.line, in: source) else {
          return nil
        }
        return Finding(
          file: source.file, line: main.line,
          advice: "say in a doc comment (///) what '\(main.name)' is, and why")
      })
  }

  /// The first declaration for other files or clients, unless one bears the file's name.
  private func mainDeclaration(in source: SourceText) -> (name: String, line: Int)? {
    let declaration =
      #/
        ^ (?: @\w+ (?:\([^)]*\))? \s+ )*
        (?:package|public) \s+
        (?: (?:final|indirect|nonisolated) \s+ )*
        (?:struct|class|enum|actor|protocol|typealias|func|let|var) \s+ `?(\w+)
      /#
    let all = source.code.enumerated().compactMap { index, line -> (name: String, line: Int)? in
      // Regular expressions are slow, and few lines begin a declaration for others.
      guard line.hasPrefix("p") || line.hasPrefix("@") else { return nil }
      return line.firstMatch(of: declaration).map { (name: String($0.1), line: index + 1) }
    }
    return all.first { source.file.hasSuffix("/\($0.name).swift") } ?? all.first
  }

  private func isDocumented(_ line: Int, in source: SourceText) -> Bool {
    // Attributes may stand between the comment and what it is about.
    let above = source.lines.prefix(line - 1).reversed().first { !$0.hasPrefix("@") }
    return above?.hasPrefix("///") ?? false
  }
}
