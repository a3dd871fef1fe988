/// Mutations of whole words: keys, values, lines, cells, rows and columns, so that more of them get past the first look.
enum FuzzWords {
  /// Values that some key somewhere takes, or that people write by mistake.
  static let values = [
    "0", "1", "-1", "0.5", "100 %", "101 %", "0 %/month", "99.9 %/month", "1e9", "1e-9",
    "0,7 /year",
    "26,700", "250.000", "1 000", "1:10", "1/10", "none", "all", "null", "~", "true", "no",
    "2006-08-01", "2006-02-29", "1899-12-31", "2199-12-31", "60 days", "600 months", "20 MCI",
    "26700 KZT", "26700 KZT/month", "0.22 /year", "[trade]", "[]", "[Astana, Astana]", "{value: 1}",
    "{value: 0.3, range: [0.5, 0.2], source: assumed}", "{value: 0.3, source: assumed}", "worker",
    "any", "income-2004", "amnesty", "operation", "demand_shock", "patents", "range", "\"\"",
    "\"\\e[1m\"", "x", "native",
  ]

  static let keys = [
    "from", "until", "published", "announced", "entry_cutoff", "kind", "rate", "scale", "share",
    "persons", "capacity", "present", "posts", "seed", "burn_in", "extends", "country", "measures",
  ]

  /// Lines change their values, their keys, their places.
  static func mutated(_ bytes: [UInt8], _ dice: inout FuzzTests.Dice) -> [UInt8] {
    var lines = String(decoding: bytes, as: UTF8.self)
      .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    for _ in 0...dice.roll(4) where !lines.isEmpty {
      let at = dice.roll(lines.count)
      switch dice.roll(6) {
      case 0: lines[at] = value(lines[at], dice.pick(values))
      case 1: lines[at] = key(lines[at], dice.pick(keys))
      case 2: lines.remove(at: at)
      case 3: lines.insert(lines[at], at: dice.roll(lines.count))
      case 4: lines[at] = "  " + lines[at]
      default:
        // Another line's value.
        let other = lines[dice.roll(lines.count)].split(separator: ":", maxSplits: 1)
        if other.count == 2 { lines[at] = value(lines[at], String(other[1])) }
      }
    }
    return Array(lines.joined(separator: "\n").utf8)
  }

  /// `value` behind the line's first colon, or behind one within its braces.
  private static func value(_ line: String, _ value: String) -> String {
    guard let colon = line.lastIndex(of: ":") else { return line }
    let tail = line[colon...].prefix { $0 != "," && $0 != "}" }
    return "\(line[...colon]) \(value)\(line[tail.endIndex...])"
  }

  private static func key(_ line: String, _ key: String) -> String {
    guard let colon = line.firstIndex(of: ":") else { return line }
    return "\(line.prefix { $0 == " " })\(key)\(line[colon...])"
  }

  /// Cells change their text, rows and columns their places.
  static func mutatedCells(_ bytes: [UInt8], _ dice: inout FuzzTests.Dice) -> [UInt8] {
    var rows = String(decoding: bytes, as: UTF8.self)
      .split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init) }
    for _ in 0...dice.roll(3) where !rows.isEmpty {
      let at = dice.roll(rows.count)
      guard !rows[at].isEmpty else { continue }
      let column = dice.roll(rows[at].count)
      switch dice.roll(8) {
      case 0: rows[at][column] = dice.pick(values)
      case 1: rows[at].remove(at: column)
      case 2: rows[at].append("")
      case 3: rows[at] = rows[at].map { _ in "" }
      case 4: rows.swapAt(at, dice.roll(rows.count))
      case 5: rows[at][column] = "\"\(rows[at][column])\""
      case 6:
        for row in rows.indices where column < rows[row].count { rows[row].remove(at: column) }
      default: rows.insert(rows[at], at: dice.roll(rows.count))
      }
    }
    let separator = dice.roll(25) == 0 ? ";" : ","
    let ending = dice.roll(10) == 0 ? "\r\n" : "\n"
    return Array(rows.map { $0.joined(separator: separator) }.joined(separator: ending).utf8)
  }
}
