/// A page of the documentation: its headings, its links, and what it sets as code.
struct Article {
  /// Something that stands in a line.
  struct Mention {
    let text: String
    let line: Int
  }

  let file: String
  private(set) var headings: [Mention] = []
  /// Targets of links, as written.
  private(set) var links: [Mention] = []
  /// Spans and blocks of code, a line each.
  private(set) var code: [Mention] = []

  init(file: String, text: String) {
    self.file = file
    var isBlock = false
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    {
      let number = index + 1
      if line.drop(while: { $0 == " " }).hasPrefix("```") {
        isBlock.toggle()
      } else if isBlock {
        code.append(Mention(text: String(line), line: number))
      } else if line.hasPrefix("#") {
        let title = line.drop(while: { $0 == "#" }).drop(while: { $0 == " " })
        headings.append(Mention(text: String(title), line: number))
      } else {
        read(line, number)
      }
    }
  }

  /// What a link can name after a `#`: headings as forges write them there.
  var anchors: Set<String> { Set(headings.map { Self.anchor($0.text) }) }

  /// Small letters, digits and hyphens: `## 6.3 Search and matching` is `63-search-and-matching`.
  static func anchor(_ heading: String) -> String {
    String(
      heading.lowercased().compactMap { character -> Character? in
        if character == " " { return "-" }
        return character.isLetter || character.isNumber || character == "-" || character == "_"
          ? character : nil
      })
  }

  /// The file that a link from this page names, from the project's folder; nil if it leads out of it.
  func path(to target: Substring) -> String? {
    var parts = file.split(separator: "/").dropLast().map(String.init)
    for part in target.split(separator: "/") {
      switch part {
      case ".": continue
      case "..":
        if parts.isEmpty { return nil }
        parts.removeLast()
      default: parts.append(String(part))
      }
    }
    return parts.joined(separator: "/")
  }

  private mutating func read(_ line: Substring, _ number: Int) {
    var prose = ""
    // Every other part stands between backticks.
    for (place, part) in line.split(separator: "`", omittingEmptySubsequences: false).enumerated() {
      if place.isMultiple(of: 2) {
        prose += part
      } else {
        code.append(Mention(text: String(part), line: number))
      }
    }
    for match in prose.matches(of: /\]\(([^)\s]+)\)|<(doc:[^>]+)>/) {
      let target = match.1 ?? match.2 ?? ""
      links.append(Mention(text: String(target), line: number))
    }
  }
}
