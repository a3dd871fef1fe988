/// A comment above each key of a scenario and each column of a table, from the list of keys.
struct KeyComments {
  /// Of each group by name: `run`, `measure quota`, `table regions`.
  private let groups: [String: KeyReference.Group]
  private let currency: String

  init(currency: String) {
    let all = KeyReference().groups
    groups = Dictionary(all.map { ($0.title, $0) }, uniquingKeysWith: { first, _ in first })
    self.currency = currency
  }

  /// A scenario in which every line is a key, a section or empty, with its comments.
  func scenario(_ text: String) -> String {
    var lines = [
      "# A small country to begin from. All of its numbers are made up: replace them by your country's,",
      "# and 'assumed' by the document that a number is from. Check with: kosh scenario validate FILE",
      "",
    ]
    var path: [String] = []
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      guard let colon = line.firstIndex(of: ":") else {
        lines.append(String(line))
        continue
      }
      let indent = line.prefix { $0 == " " }
      let key = String(line[line.index(line.startIndex, offsetBy: indent.count)..<colon])
      path = path.prefix(indent.count / 2) + [key]
      let isSection = line.index(after: colon) == line.endIndex
      if isSection, path.count == 2 { lines.append("") }
      if let comment = comment(path) { lines.append("\(indent)# \(comment)") }
      lines.append(String(line))
    }
    return lines.joined(separator: "\n")
  }

  /// What the key or section at a path means; nil for the heads that say it themselves.
  private func comment(_ path: [String]) -> String? {
    switch (path[0], path.count) {
    case ("behaviour", 1):
      "How people and employers act, with the range in which each value may lie."
    case ("measures", 1): "The law, as dated measures."
    case (let head, 1): groups[head]?.meaning ?? meaning("scenario", head)
    case ("behaviour", 2): groups["behaviour.\(path[1])"]?.meaning
    case ("behaviour", _): meaning("behaviour.\(path[1])", path[2])
    case ("measures", 2): groups["measure \(path[1])"]?.meaning
    case ("measures", _): meaning("measure \(path[1])", path[2]) ?? meaning("measures", path[2])
    case (let section, _): meaning(section, path[1])
    }
  }

  private func meaning(_ group: String, _ key: String) -> String? {
    groups[group]?.entries.first { $0.name == key }?.meaning
  }

  /// A table below a comment for each of its columns; columns that mean the same share one.
  func table(_ name: String, _ text: String) -> String {
    guard let group = groups["table \(name)"] else { return text }
    let header = text.prefix { $0 != "\n" }.split(separator: ",")
    let columns = header.compactMap { name in group.entries.first { $0.name == name } }
    var lines = ["# \(group.meaning)"]
    var place = 0
    while place < columns.count {
      let first = columns[place]
      let last = columns[place...].prefix { $0.meaning == first.meaning }.last ?? first
      let names = first.name == last.name ? first.name : "\(first.name) to \(last.name)"
      lines.append("# \(names) (\(unit(first))): \(first.meaning)")
      place = (columns.firstIndex { $0.name == last.name } ?? place) + 1
    }
    return (lines + [text]).joined(separator: "\n")
  }

  private func unit(_ entry: KeyReference.Entry) -> String {
    entry.unit.hasPrefix("currency")
      ? currency + entry.unit.dropFirst("currency".count) : entry.unit
  }
}
