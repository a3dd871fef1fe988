/// How a calibration searches.
package struct PlanSearch: Sendable, Equatable {
  /// Points of each global round.
  package var points: Int
  package var rounds: Int
  /// Most evaluations of the simplex search.
  package var simplex: Int

  package init(points: Int = 64, rounds: Int = 2, simplex: Int = 60) {
    self.points = points
    self.rounds = rounds
    self.simplex = simplex
  }
}

/// How plausible worlds are looked for.
package struct PlanMatch: Sendable, Equatable {
  /// Points of the first wave, a Latin hypercube, and of each other.
  package var points = 400
  package var wavePoints = 200
  package var waves = 1
  /// Points of what is left from which worlds are solved for, and simulated steps of each at most.
  package var draws = 240
  package var steps = 3
  /// As many worlds are kept at the most.
  package var worlds = 100
  /// Standard deviations by which a world may miss a target.
  package var cut = 3.0
  /// Runs of the base's own values, which tell luck.
  package var luckRuns = 12
  package var seed = 1
  /// Keys that move when a target is solved for; empty where those do that move targets most.
  package var moving: [String] = []

  package init() {}

  /// Most runs that it takes.
  package var mostRuns: Int { luckRuns + points + (waves - 1) * wavePoints + draws * (steps + 1) }
}
