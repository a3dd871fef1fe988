import Inputs
import Kernel

/// Reads the first and the last day of a measure or an amendment.
struct WindowReader {
  var name: String
  var reader: ValueReader

  struct Window {
    var from = Day(number: 0)
    var until: Day?
    var settings: [Setting] = []
    /// Whether nobody wrote the first day.
    var lacksFrom = false
  }

  func read(_ group: RawScenario.Group, into findings: inout Findings) -> Window {
    var window = Window()
    if let entry = group.entries["from"] {
      let found = date(entry, .date, into: &findings)
      if case .date(let day) = found?.value { window.from = day }
      window.settings += found.map { [$0] } ?? []
    } else {
      window.lacksFrom = true
    }
    if let entry = group.entries["until"] {
      let found = date(entry, .optionalDate, into: &findings)
      if case .date(let day) = found?.value { window.until = day }
      window.settings += found.map { [$0] } ?? []
    }
    return window
  }

  private func date(
    _ entry: RawEntry, _ kind: ValueKind, into findings: inout Findings
  ) -> Setting? {
    let demand = ValueReader.Demand(name: entry.key, kind: kind, isWhole: false)
    return reader.read(entry.value, as: demand, into: &findings).map {
      Setting(
        path: "measures.\(name).\(entry.key)", value: $0.value, kind: kind, units: reader.units,
        provenance: $0.provenance)
    }
  }
}
