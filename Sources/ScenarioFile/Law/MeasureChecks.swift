import Inputs
import Kernel

/// What must hold between measures and with the run's dates.
struct MeasureChecks {
  var run: RunSettings
  /// Where the run's first and last day are written.
  var fromPlace: Place
  var untilPlace: Place
  /// The scenario's own file, or those of reforms that are joined.
  var ownFiles: [String]
  var measures: [PlacedMeasure]
  var amendments: [PlacedAmendment]

  /// Keeps what holds in the run, or is heard of in it. A shorter run leaves out what it inherits and never gets to, with
  /// a warning; what the scenario itself dates elsewhere is a fault.
  mutating func keepWithinRun(into findings: inout Findings) {
    let outside = windows.filter { !$0.isWithin(run) }
    let inherited = outside.filter { !isOwn($0) }
    let never = outside.filter {
      $0.from > run.until && $0.fromPlace.file != Overrides.place.file
    }
    if untilPlace.file == Overrides.place.file, !never.isEmpty {
      findings.error(untilPlace, LawFault.cutBySet(until: "\(run.until)", never.map(\.name)))
      return leaveOut(never.map(\.name))
    }
    if !inherited.isEmpty {
      findings.warning(
        isOwn(fromPlace) && !isOwn(untilPlace) ? fromPlace : untilPlace,
        LawFault.leftOut(inherited.map(\.name), run: "\(run.from) to \(run.until)"))
    }
    leaveOut(inherited.map(\.name))
  }

  /// Of measures and amendments, in the order of their names.
  private var windows: [PlacedWindow] {
    (measures.map(\.window) + amendments.map(\.window)).sorted { $0.name < $1.name }
  }

  private mutating func leaveOut(_ names: [String]) {
    measures.removeAll { names.contains($0.name) }
    amendments.removeAll { names.contains($0.name) }
  }

  /// Whether the scenario's own file, or an override, says when a measure holds.
  private func isOwn(_ item: PlacedWindow) -> Bool {
    isOwn(item.fromPlace) || isOwn(item.untilPlace)
  }

  private func isOwn(_ place: Place) -> Bool {
    ownFiles.contains(place.file) || place.file == Overrides.place.file
  }

  /// The measures whose author is told when they can change nothing: in a run of other dates than the inherited, not those who
  /// wrote what it inherits.
  var told: [PlacedMeasure] {
    isOwn(fromPlace) || isOwn(untilPlace) ? measures.filter { isOwn($0.place) } : measures
  }
  var toldAmendments: [PlacedAmendment] {
    isOwn(fromPlace) || isOwn(untilPlace) ? amendments.filter { isOwn($0.place) } : amendments
  }

  func check(into findings: inout Findings) {
    for window in windows { checkWindow(window, into: &findings) }
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
    guard !item.isWithin(run) else { return }
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
