import Kernel

/// What of a run a documented fact is compared with: a sum, a mean or a value of results, or how one is
/// to another.
///
/// Written `irregular_employed 2020-06`, `legalised[origin=Abroad] sum 2020 / legalised sum 2020`, or with
/// `- 1` at the end for a growth. In brackets stand columns of the table of cells (or of money, with `payer`)
/// and the members wanted, alternatives parted by `|`, columns by `;`.
package struct EvidenceFormula: Sendable, Equatable {
  /// A column of the results, of some cells or of the nation, over a time.
  package struct Term: Sendable, Hashable {
    package var name: String
    /// Columns of the table of cells or of money with the members wanted; none for the nation.
    package var filters: [Filter]
    package var time: Time
  }

  package struct Filter: Sendable, Hashable {
    package var column: String
    package var members: [String]
  }

  package enum Time: Sendable, Hashable {
    /// The value of one month.
    case month(Day)
    /// Added up, or averaged, from the first month's first day to the last month's last.
    case sum(from: Day, to: Day)
    case mean(from: Day, to: Day)
    /// A daily flow added up from the run's first day to this one.
    case until(Day)

    /// The first and the last day that it needs.
    package var days: ClosedRange<Day> {
      switch self {
      case .month(let month): month...month.adding(months: 1) - 1
      case .sum(let from, let to), .mean(let from, let to): from...to.adding(months: 1) - 1
      case .until(let day): day...day
      }
    }
  }

  package var term: Term
  package var divisor: Term?
  /// Whether 1 is taken from the ratio.
  package var isGrowth: Bool

  package var terms: [Term] { [term] + (divisor.map { [$0] } ?? []) }

  /// Nil where the text is no formula.
  package init?(_ text: String) {
    var sides = text.split(separator: " / ").map(String.init)
    guard (1...2).contains(sides.count) else { return nil }
    isGrowth = sides.count == 2 && sides[1].hasSuffix(" - 1")
    if isGrowth { sides[1].removeLast(4) }
    let terms = sides.compactMap(Term.init)
    guard terms.count == sides.count else { return nil }
    term = terms[0]
    divisor = terms.count == 2 ? terms[1] : nil
  }
}

extension EvidenceFormula.Term {
  fileprivate init?(_ text: String) {
    let name = String(text.prefix { $0 != "[" && $0 != " " })
    var rest = text.dropFirst(name.count)
    filters = []
    if rest.first == "[" {
      guard let end = rest.firstIndex(of: "]") else { return nil }
      for part in rest[..<end].dropFirst().split(separator: ";") {
        let sides = part.split(separator: "=").map { String($0).trimmed }
        guard sides.count == 2 else { return nil }
        let members = sides[1].split(separator: "|").map { String($0).trimmed }
        guard !members.isEmpty, !members.contains("") else { return nil }
        filters.append(EvidenceFormula.Filter(column: sides[0], members: members))
      }
      guard !filters.isEmpty else { return nil }
      rest = rest[rest.index(after: end)...]
    }
    guard !name.isEmpty, rest.first == " ",
      let time = EvidenceFormula.Time(rest.dropFirst().split(separator: " ").map(String.init))
    else { return nil }
    self.name = name
    self.time = time
  }
}

extension EvidenceFormula.Time {
  fileprivate init?(_ words: [String]) {
    switch words.first {
    case "sum", "mean":
      guard let from = Self.months(words.dropFirst().first)?.lowerBound,
        words.count == 2 || words.count == 4 && words[2] == "to",
        let to = Self.months(words.last)?.upperBound, from <= to
      else { return nil }
      self = words[0] == "sum" ? .sum(from: from, to: to) : .mean(from: from, to: to)
    case "until":
      guard words.count == 2, let day = Day(text: words[1]) else { return nil }
      self = .until(day)
    default:
      guard words.count == 1, let months = Self.months(words[0]),
        months.lowerBound == months.upperBound
      else { return nil }
      self = .month(months.lowerBound)
    }
  }

  /// First days of the first and the last month of `2020` or `2020-08`.
  private static func months(_ word: String?) -> ClosedRange<Day>? {
    guard let word else { return nil }
    if word.utf8.count == 7 { return Day(text: word + "-01").map { $0...$0 } }
    guard word.utf8.count == 4, let first = Day(text: word + "-01-01") else { return nil }
    return first...first.adding(months: 11)
  }
}

extension String {
  fileprivate var trimmed: String { Overrides.trimmed(self) }
}
