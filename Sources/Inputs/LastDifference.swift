import Kernel

/// How long what tells two runs apart goes on beginning and ending.
extension Inputs {
  /// The last day of the run on which a measure or an amendment that differs between these inputs and `other` begins, or is
  /// first no longer in force; nil where none differs.
  ///
  /// An amendment counts with the measures that it changes: one of a quota that begins later changes that one too.
  package func lastDifference(from other: Inputs) -> Day? {
    (changeDays(besides: other) + other.changeDays(besides: self)).filter { $0 <= run.until }.max()
  }

  /// The last day of the run on which any measure or amendment begins, or is first no longer in force.
  package var lastChangeOfLaw: Day? {
    var lawless = self
    lawless.measures = []
    lawless.amendments = []
    return lastDifference(from: lawless)
  }

  private func changeDays(besides other: Inputs) -> [Day] {
    measures.filter { !other.measures.contains($0) }.flatMap(\.changeDays)
      + amendments.filter { !other.amendments.contains($0) }.flatMap(changeDays)
  }

  private func changeDays(of amendment: Amendment) -> [Day] {
    let own = [amendment.from] + (amendment.until.map { [$0 + 1] } ?? [])
    let amended = measures.filter { $0.lever.kindName == amendment.kindName }.flatMap(\.changeDays)
    return own + amended.filter { amendment.holds(on: $0) || amendment.holds(on: $0 - 1) }
  }
}

extension Measure {
  /// The first day on which it holds, and the first on which it no longer does.
  fileprivate var changeDays: [Day] { [from] + (until.map { [$0 + 1] } ?? []) }
}
