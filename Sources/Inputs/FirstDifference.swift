import Kernel

/// Where two runs part.
extension Inputs {
  /// The first day on which a run of these inputs may differ from one of `other`; the world's first day
  /// where more than dated measures differs; nil where nothing does. Names do not count.
  ///
  /// A measure counts from the earliest date written in it, since what is announced or published acts before
  /// it holds. Whatever differs by the run's first day differs in the burn-in, which lives under its law.
  package func firstDifference(from other: Inputs) -> Day? {
    guard undated == other.undated else { return firstWorldDay }
    let changed =
      measures.filter { !other.measures.contains($0) }
      + other.measures.filter { !measures.contains($0) }
    let amended =
      amendments.filter { !other.amendments.contains($0) }.map { earliestDate(of: $0) }
      + other.amendments.filter { !amendments.contains($0) }.map { other.earliestDate(of: $0) }
    guard let first = (changed.map(\.earliestDate) + amended).min() else { return nil }
    return first <= run.from ? firstWorldDay : first
  }

  /// The inputs without measures and names.
  private var undated: Inputs {
    var inputs = self
    inputs.name = ""
    inputs.question = ""
    inputs.measures = []
    inputs.amendments = []
    return inputs
  }

  /// The earliest date on which an amendment may matter. One that moves a date moves what its measures do from the earliest
  /// date written in them.
  private func earliestDate(of amendment: Amendment) -> Day {
    let dates = amendment.changes.compactMap { change in
      if case .value(.date(let day)) = change.to { day } else { nil }
    }
    let movesDates = amendment.changes.contains { change in
      let kind = LeverKind.named(amendment.kindName)?.keys.first { $0.name == change.key }?.kind
      return kind == .date || kind == .optionalDate
    }
    let moved =
      movesDates
      ? measures.filter { $0.lever.kindName == amendment.kindName }.map(\.earliestDate) : []
    return (dates + moved).reduce(amendment.from, min)
  }
}

extension Measure {
  /// The earliest date that stands in the measure.
  package var earliestDate: Day {
    let keys = LeverKind.named(lever.kindName)?.keys ?? []
    return keys.reduce(from) { earliest, key in
      if case .date(let day) = key.read(lever) { min(earliest, day) } else { earliest }
    }
  }
}
