import Inputs
import Kernel

/// Reads a written value as what its key holds; every fault names the key and what to write.
struct ValueReader {
  /// The names that lists and scales may refer to; nil where their table could not be read, so that
  /// its fault is not followed by others that mislead.
  struct Names {
    var regions: [String]?
    var sectors: [String]?
    var origins: [String]? = []
    var taxScales: [String]?
  }

  /// What a key asks of its value.
  struct Demand {
    var name: String
    var kind: ValueKind
    var isWhole: Bool
    /// Tables hold bare numbers in base units.
    var bareNumbers = false

    init<Root>(_ key: Key<Root>, bareNumbers: Bool = false) {
      name = key.name
      kind = key.kind
      isWhole = key.isWhole
      self.bareNumbers = bareNumbers
    }

    init(name: String, kind: ValueKind, isWhole: Bool) {
      self.name = name
      self.kind = kind
      self.isWhole = isWhole
    }
  }

  var names = Names()
  /// In what the country writes money and legal sums.
  var units: CountryUnits

  /// A value with its provenance, plain or in the form `{value: …, range: […], source: …}`.
  func read(
    _ node: RawNode, as demand: Demand, into findings: inout Findings
  ) -> (value: Value, provenance: Provenance)? {
    var provenance = Provenance(place: node.place)
    guard case .section(let entries) = node.content else {
      return plainValue(node, as: demand, into: &findings).map { ($0, provenance) }
    }
    let before = findings.errorCount
    var written: RawNode?
    for entry in entries {
      switch entry.key {
      case "value": written = entry.value
      case "range": provenance.range = range(entry.value, of: demand, into: &findings)
      case "source": provenance.source = source(entry.value, of: demand, into: &findings)
      default:
        findings.error(
          entry.place,
          KeyFault.unknown(
            entry.key, of: "the value of '\(demand.name)'", among: ["value", "range", "source"]))
      }
    }
    guard let written else {
      findings.error(node.place, KeyFault.provenanceWithoutValue(demand.name))
      return nil
    }
    guard let value = plainValue(written, as: demand, into: &findings) else { return nil }
    checkRange(provenance, value, written, demand, into: &findings)
    provenance.place = written.place
    return findings.errorCount == before ? (value, provenance) : nil
  }

  private func checkRange(
    _ provenance: Provenance, _ value: Value, _ written: RawNode, _ demand: Demand,
    into findings: inout Findings
  ) {
    if let range = provenance.range, case .number(let number) = value,
      let (dimension, _) = demand.kind.quantity, !range.contains(number)
    {
      findings.error(
        written.place,
        ValueFault.outsideItsRange(
          demand.name, text: written.text ?? Quantity.write(number, dimension, in: units),
          low: Quantity.rounded(range.lowerBound, dimension, in: units),
          high: Quantity.rounded(range.upperBound, dimension, in: units)))
    }
    if provenance.range == nil, let source = provenance.source, demand.kind.quantity != nil,
      Provenance.uncertainSources.contains(source)
    {
      findings.error(written.place, KeyFault.needsRange(demand.name, source: source))
    }
  }

  /// `[low, high]` in base units.
  func range(
    _ node: RawNode, of demand: Demand, into findings: inout Findings
  ) -> ClosedRange<Double>? {
    guard let (_, _) = demand.kind.quantity else {
      findings.error(node.place, ValueFault.rangeNotForNumbers(demand.name))
      return nil
    }
    guard case .list(let ends) = node.content, ends.count == 2 else {
      findings.error(node.place, ValueFault.rangeForm(demand.name))
      return nil
    }
    var numbers: [Double] = []
    for end in ends {
      if case .number(let number) = plainValue(end, as: demand, into: &findings) {
        numbers.append(number)
      } else if end.text == "none" {
        findings.error(node.place, ValueFault.rangeForm(demand.name))
      }
    }
    guard numbers.count == 2 else { return nil }
    guard numbers[0] <= numbers[1] else {
      findings.error(
        node.place,
        ValueFault.rangeReversed(demand.name, low: ends[0].text ?? "", high: ends[1].text ?? ""))
      return nil
    }
    return numbers[0]...numbers[1]
  }

  private func source(
    _ node: RawNode, of demand: Demand, into findings: inout Findings
  ) -> String? {
    guard let text = node.text, let word = OneLine.text(text), word.utf8.count <= 2000 else {
      findings.error(node.place, KeyFault.sourceNotText(demand.name))
      return nil
    }
    return word
  }
}

extension ValueKind {
  /// The dimension and bounds of a number, or nil for other kinds.
  package var quantity: (dimension: Dimension, bounds: ClosedRange<Double>)? {
    switch self {
    case .number(let dimension, let bounds), .optionalNumber(let dimension, let bounds):
      (dimension, bounds)
    default: nil
    }
  }
}

/// Free text made one line: white space of any kind becomes single spaces.
enum OneLine {
  /// Nil when nothing is left, or where a character cannot be printed.
  static func text(_ text: String) -> String? {
    let words = text.unicodeScalars.split { $0 == " " || $0 == "\n" || $0 == "\t" || $0 == "\r" }
    guard !words.isEmpty, words.allSatisfy({ $0.allSatisfy(TextGuard.isPrintable) }) else {
      return nil
    }
    return words.map { String($0) }.joined(separator: " ")
  }

  /// The first character that cannot be printed.
  static func unprintable(in text: String) -> UInt32? {
    let spaces: [Unicode.Scalar] = [" ", "\n", "\t", "\r"]
    return text.unicodeScalars.first { !spaces.contains($0) && !TextGuard.isPrintable($0) }?.value
  }
}
