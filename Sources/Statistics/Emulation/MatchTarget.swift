/// A documented fact that a simulation should give, with all that keeps it from giving it exactly.
package struct MatchTarget: Sendable, Equatable {
  package let name: String
  package let value: Double
  /// Variance of one run about what the model expects there.
  package let luckVariance: Double
  /// Variance of what is right about the model's best, since it is a model: set before any run.
  package let discrepancyVariance: Double
  /// Variance of what was observed about what was the case.
  package let observationVariance: Double

  package init(
    name: String, value: Double, luckVariance: Double = 0, discrepancyVariance: Double = 0,
    observationVariance: Double = 0
  ) {
    self.name = name
    self.value = value
    self.luckVariance = luckVariance
    self.discrepancyVariance = discrepancyVariance
    self.observationVariance = observationVariance
  }

  /// How many standard deviations an outcome is away, all doubts together (Craig, Goldstein and others 1997).
  package func implausibility(_ outcome: Emulator.Prediction) -> Double {
    let variance =
      outcome.variance + luckVariance + discrepancyVariance + observationVariance
    return (outcome.mean - value).magnitude / max(variance, 1e-300).squareRoot()
  }
}

/// When a point is ruled out: its `rank`-th largest implausibility over the targets exceeds `limit`.
///
/// With rank 3 two targets may be missed: one bad emulator rules nothing out alone.
package struct MatchCut: Sendable, Equatable {
  package let rank: Int
  package let limit: Double

  /// - Parameters:
  ///   - rank: 1 for the largest; where there are fewer targets the smallest counts.
  ///   - limit: in standard deviations; 3 by Pukelsheim's rule (1994).
  package init(rank: Int, limit: Double = 3) {
    precondition(rank >= 1 && limit > 0, "a cut takes a rank from 1 and a limit above 0")
    (self.rank, self.limit) = (rank, limit)
  }

  package func keeps(_ implausibilities: [Double]) -> Bool {
    let sorted = implausibilities.sorted(by: >)
    return sorted[min(rank, sorted.count) - 1] <= limit
  }
}

/// What is not ruled out: the points that the emulators of every wave keep.
package struct MatchRegion: Sendable {
  package let targets: [MatchTarget]
  package private(set) var waves: [(emulators: [Emulator], cut: MatchCut)] = []

  package init(_ targets: [MatchTarget]) {
    precondition(!targets.isEmpty, "without targets nothing is ruled out")
    self.targets = targets
  }

  package mutating func add(_ emulators: [Emulator], _ cut: MatchCut) {
    precondition(emulators.count == targets.count, "a wave has one emulator a target")
    waves.append((emulators, cut))
  }

  /// Whether a point of inputs from 0 to 1 is kept; the newest wave, which rules out most, is asked first.
  package func contains(_ point: [Double]) -> Bool {
    waves.reversed().allSatisfy { wave in
      wave.cut.keeps(zip(targets, wave.emulators).map { $0.implausibility($1.predict(point)) })
    }
  }
}
