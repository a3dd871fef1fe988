import Inputs

/// Reads the scenario's name and question.
struct HeadingReader {
  var headings: [String: RawEntry]
  var start: Place

  func read(_ key: String, into findings: inout Findings) -> String? {
    guard let entry = headings[key] else {
      findings.error(start, KeyFault.missing([key], of: "the scenario"))
      return nil
    }
    let demand = ValueReader.Demand(name: key, kind: .text, isWhole: false)
    guard
      case .word(let word) = ValueReader(units: .any).plainValue(
        entry.value, as: demand, into: &findings)
    else { return nil }
    return word
  }
}
