import Testing

/// Submodels meet in the world: none calls what another declares, and what several need is a transition.
///
/// The files directly under `Sources/Submodels` are the day: they name the submodels in their order, and no submodel
/// names them.
@Suite struct SubmodelTests {
  private let checkout: Checkout

  init() throws { checkout = try Checkout() }

  @Test func `no submodel names what another one or the day declares`() {
    let folders = SubmodelFolders(checkout.room("Submodels"))
    #expect(folders.names.count > 8, "the folders of Submodels were not understood")
    expectNone(
      folders.crossings.map {
        Finding(
          file: $0.file, line: $0.line,
          advice: "'\($0.name)' is \($0.owner)'s: let the day call both, or move what both need to "
            + "Transitions, or to WorldState if it only keeps records")
      })
  }

  @Test func `A planted call, type and constant of another submodel are found`() {
    func source(_ file: String, _ text: String) -> SourceText {
      SourceText(file: "Sources/Submodels/\(file)", text: text)
    }
    let folders = SubmodelFolders([
      source(
        "Wages/A.swift",
        "struct Round {}\nextension Market {\n  static var steps: Int { 3 }\n  func raise() {}\n"
          + "  private func own() {}\n}"),
      source(
        "Search/B.swift",
        "extension Market {\n  func look() {\n    raise()\n    own()\n    let r: Round\n"
          + "    let n = Self.steps\n    raise // no call\n    live()\n  }\n}"),
      source("Day.swift", "extension Market {\n  func live() {\n    raise()\n    look()\n  }\n}"),
    ])
    #expect(
      folders.crossings.map { "\($0.name) \($0.line)" } == [
        "raise 3", "Round 5", "steps 6", "live 8",
      ])
  }
}

/// What each folder of Submodels declares for others to see, and where another folder uses it.
///
/// It goes by names, not by types: a name that the using folder declares itself is taken for its own, and what is
/// reached through a value (a property, an operator, a method stored in a variable) is not seen.
struct SubmodelFolders {
  struct Crossing {
    let file: String
    let line: Int
    let name: String
    let owner: String
  }

  private enum Kind { case function, type, constant }

  private struct Declaration {
    let kind: Kind
    let name: String
    let folder: String
    let isPrivate: Bool
  }

  private let sources: [SourceText]
  private let declarations: [Declaration]

  init(_ sources: [SourceText]) {
    self.sources = sources
    declarations = sources.flatMap(Self.declarations)
  }

  var names: Set<String> { Set(sources.map { Self.folder(of: $0.file) }) }

  var crossings: [Crossing] {
    sources.filter { Self.folder(of: $0.file) != Self.day }.flatMap { source in
      let folder = Self.folder(of: source.file)
      let own = Set(declarations.filter { $0.folder == folder }.map(\.name))
      let others = declarations.filter {
        $0.folder != folder && !$0.isPrivate && !own.contains($0.name)
      }
      return source.code.enumerated().flatMap { index, line in
        Self.words(line).compactMap { word in
          others.first { $0.name == word.text && Self.uses(word, $0.kind) }.map {
            Crossing(file: source.file, line: index + 1, name: $0.name, owner: $0.folder)
          }
        }
      }
    }
  }

  private static let day = "the day"

  private static func folder(of file: String) -> String {
    let parts = file.split(separator: "/")
    return parts.count > 3 ? String(parts[2]) : day
  }

  private static func declarations(in source: SourceText) -> [Declaration] {
    source.code.compactMap { line in
      let words = words(line)
      // Members stand two columns in, what is in a body further.
      guard line.prefix(while: { $0 == " " }).count <= 2,
        let place = words.firstIndex(where: { keywords[$0.text] != nil }),
        place + 1 < words.count, let kind = keywords[words[place].text]
      else { return nil }
      let before = words[..<place].map(\.text)
      if kind == .constant, !before.contains("static") { return nil }
      return Declaration(
        kind: kind, name: words[place + 1].text, folder: folder(of: source.file),
        isPrivate: before.contains("private") || before.contains("fileprivate"))
    }
  }

  private static let keywords: [String: Kind] = [
    "func": .function, "struct": .type, "enum": .type, "class": .type, "protocol": .type,
    "typealias": .type, "var": .constant, "let": .constant,
  ]

  private struct Word {
    let text: String
    /// The characters around it; none at a line's end.
    let before: Character?
    let after: Character?
  }

  private static func words(_ line: Substring) -> [Word] {
    var words: [Word] = []
    var place = line.startIndex
    while place < line.endIndex {
      let rest = line[place...]
      let text = rest.prefix { $0.isLetter || $0.isNumber || $0 == "_" }
      if text.isEmpty {
        place = line.index(after: place)
      } else {
        words.append(
          Word(
            text: String(text),
            before: place > line.startIndex ? line[line.index(before: place)] : nil,
            after: text.endIndex < line.endIndex ? line[text.endIndex] : nil))
        place = text.endIndex
      }
    }
    return words
  }

  private static func uses(_ word: Word, _ kind: Kind) -> Bool {
    switch kind {
    case .function: word.after == "("
    case .type: true
    case .constant: word.before == "."
    }
  }
}
