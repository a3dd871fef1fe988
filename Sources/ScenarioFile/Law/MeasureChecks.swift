import Inputs
import Kernel

/// What must hold between measures and with the run's dates.
struct MeasureChecks {
  var run: RunSettings
  var measures: [PlacedMeasure]
  var amendments: [PlacedAmendment]

  func check(into findings: inout Findings) {
    for window in measures.map(\.window) + amendments.map(\.window) {
      checkWindow(window, into: &findings)
    }
    for item in measures {
      if let clause = item.measure.lever.contradiction {
        findings.error(item.place, LawFault.contradiction(item.name, clause))
      }
    }
    for kind in LeverKind.all {
      let same = measures.filter { $0.kind.name == kind.name }
      MeasureChecks.checkOverlap(same, kind.overlap, into: &findings)
    }
  }

  private func checkWindow(_ item: PlacedWindow, into findings: inout Findings) {
    if let until = item.until, until < item.from {
      findings.error(
        item.untilPlace, LawFault.reversed(item.name, from: "\(item.from)", until: "\(until)"))
      return
    }
    let days = "\(run.from) to \(run.until)"
    if item.from > run.until {
      findings.error(
        item.fromPlace,
        LawFault.outsideRun(item.name, side: "begins on \(item.from)", run: days))
    } else if let until = item.until, until < run.from {
      findings.error(
        item.untilPlace, LawFault.outsideRun(item.name, side: "ends on \(until)", run: days))
    }
  }

  /// Measures of one kind against each other.
  static func checkOverlap(
    _ measures: [PlacedMeasure], _ overlap: Overlap, into findings: inout Findings
  ) {
    guard overlap != .allHold else { return }
    let sorted = measures.sorted {
      ($0.measure.from, $0.name) < ($1.measure.from, $1.name)
    }
    for (index, item) in sorted.enumerated() {
      for other in sorted[..<index] {
        let date = "\(item.measure.from)"
        if overlap == .latestHolds, other.measure.from == item.measure.from,
          !Set(other.subjects).isDisjoint(with: item.subjects)
        {
          findings.error(
            item.fromPlace,
            LawFault.sameStart(item.name, other: other.name, kind: item.kind.name, date: date))
        }
        if overlap == .forbidden, other.measure.holds(on: item.measure.from) {
          findings.error(
            item.fromPlace,
            LawFault.overlap(item.name, other: other.name, kind: item.kind.name, date: date))
        }
      }
    }
  }
}
