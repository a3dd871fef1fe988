import Inputs
import Kernel

/// Warns of dates of one measure that contradict each other: each may be meant, but seldom is.
struct DateChecks {
  var run: RunSettings
  /// The files read, the scenario's own first.
  var files: [String]
  var measures: [PlacedMeasure]

  func check(into findings: inout Findings) {
    for item in measures {
      if let law = item.measure.lever as? Amnesty {
        // One cause, one warning.
        if !isMovedAlone(item, law, into: &findings) { checkAmnesty(item, law, into: &findings) }
      }
      if let announced = (item.measure.lever as? Operation)?.announced {
        checkEarly(item, announced, "announced", into: &findings)
        if announced > item.measure.from {
          warn(
            item, "announced",
            "is announced on \(announced), after it has begun on \(item.measure.from)",
            into: &findings)
        }
      }
    }
  }

  private func checkAmnesty(
    _ item: PlacedMeasure, _ law: Amnesty, into findings: inout Findings
  ) {
    if let published = law.published {
      checkEarly(item, published, "published", into: &findings)
      if let until = item.measure.until, published > until {
        warn(
          item, "published", "is published on \(published), after its last day, \(until)",
          into: &findings)
      }
    }
    let firstWorldDay = run.from.adding(months: -run.burnInMonths)
    if law.entryCutoff <= firstWorldDay {
      warn(
        item, "entry_cutoff",
        "is for those who entered before \(law.entryCutoff), but the simulated world begins on \(firstWorldDay), so nobody did",
        into: &findings)
    }
    guard let until = item.measure.until else { return }
    // The day after the last lets in whoever came in time to be registered.
    if law.entryCutoff > until + 1 {
      warn(
        item, "entry_cutoff",
        "is for those who entered before \(law.entryCutoff), which lies after its last day, \(until)",
        into: &findings)
    }
    if let since = law.employedSince, since > until {
      warn(
        item, "employed_since",
        "asks for work since before \(since), which lies after its last day, \(until)",
        into: &findings)
    }
  }

  /// News so long before the fact that a year may have been mistaken.
  private func checkEarly(
    _ item: PlacedMeasure, _ date: Day, _ key: String, into findings: inout Findings
  ) {
    guard date.adding(months: 12) <= item.measure.from else { return }
    warn(
      item, key,
      "is \(key) on \(date), a year or more before it begins on \(item.measure.from)",
      into: &findings)
  }

  /// Whether a file moves a window without the dates that belong to it.
  private func isMovedAlone(
    _ item: PlacedMeasure, _ law: Amnesty, into findings: inout Findings
  ) -> Bool {
    let mover = rank(item.fromPlace)
    var left = ["entry_cutoff (\(law.entryCutoff))"]
    var places = [item.places["entry_cutoff"]]
    if let published = law.published {
      left.append("published (\(published))")
      places.append(item.places["published"])
    }
    let behind = zip(left, places).filter { _, place in
      place.map { rank($0) > mover } ?? false
    }.map(\.0)
    guard !behind.isEmpty else { return false }
    let keys = behind.map { String($0.prefix { $0 != " " }) }.joined(separator: " and ")
    let clause =
      "begins on \(item.measure.from) here, but \(behind.joined(separator: " and ")) "
      + "\(behind.count == 1 ? "is" : "are") still inherited"
    findings.warning(item.fromPlace, LawFault.datesContradict(item.name, clause, look: keys))
    return true
  }

  /// 0 for an override, then the files as they extend one another.
  private func rank(_ place: Place) -> Int {
    files.firstIndex(of: place.file).map { $0 + 1 } ?? 0
  }

  private func warn(
    _ item: PlacedMeasure, _ key: String, _ clause: String, into findings: inout Findings
  ) {
    findings.warning(
      item.places[key] ?? item.fromPlace, LawFault.datesContradict(item.name, clause, look: key))
  }
}
