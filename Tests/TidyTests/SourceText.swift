/// A Swift file, as written and with its comments and strings blanked out.
struct SourceText {
  let file: String
  /// As written, line by line.
  let lines: [Substring]
  /// The same lines with spaces for comments and for what stands inside quotes.
  let code: [Substring]

  init(file: String, text: String) {
    self.file = file
    lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    code = Self.blanked(text).split(separator: "\n", omittingEmptySubsequences: false)
  }

  /// How many lines an editor shows: the file's last line break opens no new one.
  var lineCount: Int { lines.last == "" ? lines.count - 1 : lines.count }

  /// Modules named in import declarations, each with its line's number.
  var imports: [(module: String, line: Int)] {
    code.enumerated().compactMap { index, line in
      // Regular expressions are slow, and few lines import.
      guard line.contains("import ") else { return nil }
      let declaration =
        #/
          ^\s* (?: @\w+ (?:\([^)]*\))? \s+ )*
          (?: (?:public|package|internal|fileprivate|private) \s+ )?
          import \s+
          (?: (?:typealias|struct|class|enum|protocol|let|var|func) \s+ )?
          (\w+)
        /#
      return line.firstMatch(of: declaration).map { (String($0.1), index + 1) }
    }
  }

  /// Numbers of the lines whose code contains `pattern`, with what was found.
  func occurrences(of pattern: some RegexComponent) -> [(found: String, line: Int)] {
    code.enumerated().compactMap { index, line in
      line.firstMatch(of: pattern).map { (String(line[$0.range]), index + 1) }
    }
  }

  /// Replaces comments and the insides of string literals by spaces, keeping every line break.
  private static func blanked(_ text: String) -> String {
    let characters = Array(text)
    var result = ""
    result.reserveCapacity(characters.count)
    var position = 0

    func starts(_ word: String, at place: Int) -> Bool {
      place + word.count <= characters.count
        && characters[place..<place + word.count].elementsEqual(word)
    }
    func blank(_ count: Int) {
      for _ in 0..<count where position < characters.count {
        result.append(characters[position] == "\n" ? "\n" : " ")
        position += 1
      }
    }

    while position < characters.count {
      if starts("//", at: position) {
        while position < characters.count && characters[position] != "\n" { blank(1) }
      } else if starts("/*", at: position) {
        var depth = 0
        repeat {
          if starts("/*", at: position) {
            depth += 1
            blank(2)
          } else if starts("*/", at: position) {
            depth -= 1
            blank(2)
          } else {
            blank(1)
          }
        } while depth > 0 && position < characters.count
      } else if let literal = openingQuote(at: position, in: characters) {
        blank(literal.count)
        let end = String(literal.reversed())
        // In a raw string a backslash is one only with the same number of number signs.
        let escape = "\\" + literal.prefix { $0 == "#" }
        while position < characters.count && !starts(end, at: position) {
          blank(starts(escape, at: position) ? escape.count + 1 : 1)
        }
        blank(end.count)
      } else {
        result.append(characters[position])
        position += 1
      }
    }
    return result
  }

  /// The quotes that open a string here, with their number signs, or nil.
  private static func openingQuote(at position: Int, in characters: [Character]) -> String? {
    var place = position
    while place < characters.count && characters[place] == "#" { place += 1 }
    guard place < characters.count, characters[place] == "\"" else { return nil }
    let signs = String(repeating: "#", count: place - position)
    let isTriple =
      place + 2 < characters.count && characters[place + 1] == "\""
      && characters[place + 2] == "\""
    return signs + (isTriple ? "\"\"\"" : "\"")
  }
}
