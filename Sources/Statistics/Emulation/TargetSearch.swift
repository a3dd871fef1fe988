/// Moves a point until a simulation meets its targets there, by as little as does: some inputs may move, the others keep
/// their values.
///
/// Damped Gauss and Newton steps with the slopes of emulators, which each simulated step corrects (Broyden 1965). One search
/// is a value that says which point to simulate next; so many go side by side, and each goes on from what it was told.
package struct TargetSearch: Sendable {
  package let targets: [MatchTarget]
  /// The inputs that may move.
  package let movable: [Int]
  /// Inputs from 0 to 1, as they stand: the point to simulate next.
  package private(set) var point: [Double]
  /// The best point that was simulated, and how many standard deviations its worst target is away.
  package private(set) var best: (point: [Double], outcomes: [Double], worst: Double)?
  /// By target: slopes along the movable inputs, in the target's standard deviations.
  private var slopes: [[Double]]
  private var last: (point: [Double], misses: [Double])?

  /// What a step aims at, in standard deviations of a target: well within a cut of 3, and not nearer than luck lets it be.
  private static let aim = 1.0
  /// The longest step along any input.
  private static let longest = 0.3

  /// Begins where emulators say that the targets are met, nearest to `start`.
  package init(
    from start: [Double], moving movable: [Int], to targets: [MatchTarget], _ emulators: [Emulator]
  ) {
    precondition(emulators.count == targets.count, "one emulator a target")
    self.targets = targets
    self.movable = movable
    point = start
    slopes = []
    for _ in 0..<12 {
      slopes = Self.slopes(at: point, movable, targets, emulators)
      let misses = zip(targets, emulators).map { $0.miss(of: $1.mean(at: point)) }
      guard let step = step(misses) else { break }
      move(step)
    }
    slopes = Self.slopes(at: point, movable, targets, emulators)
  }

  /// Takes what the simulation gave at ``point``, and moves on from the best point so far.
  ///
  /// - Returns: whether there is another point to simulate; there is none where all targets are within the aim, or nothing
  ///   can move any more.
  package mutating func advance(_ outcomes: [Double]) -> Bool {
    let misses = zip(targets, outcomes).map { $0.miss(of: $1) }
    let worst = misses.reduce(0) { max($0, $1.magnitude) }
    if let last { correct(from: last, misses) }
    last = (point, misses)
    if worst < best?.worst ?? .infinity {
      best = (point, outcomes, worst)
    } else if let best {
      point = best.point
    }
    guard let best, let step = step(zip(targets, best.outcomes).map { $0.miss(of: $1) }) else {
      return false
    }
    let before = point
    move(step)
    return point != before
  }

  /// The change of the movable inputs; nil where every target is within the aim.
  private func step(_ misses: [Double]) -> [Double]? {
    let goal = misses.map { max(-Self.aim, min(Self.aim, $0)) }
    // What is to be undone: only what exceeds the aim.
    let excess = zip(misses, goal).map { $0 - $1 }
    guard excess.contains(where: { $0 != 0 }) else { return nil }
    var free = Set(movable.indices)
    var step = [Double](repeating: 0, count: movable.count)
    // Inputs that run into the end of their range stay there, and the others make up for it.
    for _ in 0..<4 {
      let rest = targets.indices.map { target in
        excess[target]
          + movable.indices.reduce(0) { sum, place in
            free.contains(place) ? sum : sum + slopes[target][place] * step[place]
          }
      }
      for (place, change) in leastChange(rest, free.sorted()) { step[place] = change }
      let stuck = free.filter { place in
        let bounded = bounded(step[place], place)
        defer { step[place] = bounded }
        return bounded != step[place]
      }
      if stuck.isEmpty { break }
      free.subtract(stuck)
      if free.isEmpty { break }
    }
    return step
  }

  /// The smallest step that undoes misses, by the slopes, or as much of them as a step of bounded length does: a ridge keeps
  /// it small where slopes are too flat to tell, and turns it downhill where targets pull apart.
  private func leastChange(_ misses: [Double], _ free: [Int]) -> [(Int, Double)] {
    var ridge = 0.05
    while true {
      let weights = weights(misses, free, ridge: ridge)
      let changes = free.map { place in
        (place, targets.indices.reduce(0) { $0 - slopes[$1][place] * weights[$1] })
      }
      if changes.allSatisfy({ $0.1.magnitude <= Self.longest }) || ridge > 1e12 { return changes }
      ridge *= 3
    }
  }

  private func weights(_ misses: [Double], _ free: [Int], ridge: Double) -> [Double] {
    let count = targets.count
    var cells = [Double](repeating: 0, count: count * count)
    for row in 0..<count {
      for column in 0...row {
        cells[row * count + column] = free.reduce(0) {
          $0 + slopes[row][$1] * slopes[column][$1]
        }
      }
      cells[row * count + row] += ridge
    }
    guard let matrix = try? PositiveMatrix(cells, size: count) else {
      preconditionFailure("with a ridge it is positive")
    }
    return matrix.solving(misses)
  }

  private func bounded(_ change: Double, _ place: Int) -> Double {
    let here = point[movable[place]]
    return min(1, max(0, here + change)) - here
  }

  private mutating func move(_ step: [Double]) {
    for (place, input) in movable.enumerated() {
      point[input] = min(1, max(0, point[input] + step[place]))
    }
  }

  /// Broyden's update: slopes that would have foretold the last step, changed by as little as does.
  private mutating func correct(
    from last: (point: [Double], misses: [Double]), _ misses: [Double]
  ) {
    let step = movable.map { point[$0] - last.point[$0] }
    let length = dot(step, step)
    guard length > 1e-12 else { return }
    for target in targets.indices {
      let surprise = misses[target] - last.misses[target] - dot(slopes[target], step)
      for place in step.indices { slopes[target][place] += surprise * step[place] / length }
    }
  }

  private static func slopes(
    at point: [Double], _ movable: [Int], _ targets: [MatchTarget], _ emulators: [Emulator]
  ) -> [[Double]] {
    var slopes = targets.map { _ in [Double](repeating: 0, count: movable.count) }
    for (place, input) in movable.enumerated() {
      var (low, high) = (point, point)
      low[input] = max(0, point[input] - 0.05)
      high[input] = min(1, point[input] + 0.05)
      for (target, emulator) in emulators.enumerated() {
        let rise = emulator.mean(at: high) - emulator.mean(at: low)
        slopes[target][place] = rise / (high[input] - low[input]) / targets[target].deviation
      }
    }
    return slopes
  }
}

extension MatchTarget {
  /// All doubts but an emulator's, as a standard deviation.
  package var deviation: Double {
    max(luckVariance + discrepancyVariance + observationVariance, 1e-300).squareRoot()
  }

  /// How many of them an outcome lies above the value.
  package func miss(of outcome: Double) -> Double { (outcome - value) / deviation }
}
