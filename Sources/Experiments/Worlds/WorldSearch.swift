import Kernel
import ScenarioFile
import Statistics

/// Looks for plausible worlds: sets of values, within their ranges, under which the model gives its targets within what
/// documents, luck and the model's own crudeness leave open.
///
/// Luck is told by runs of the base's own values. Waves of emulators rule out what misses the targets for all that
/// is not known; from points of what is left each world is solved for, by as little as does, a few simulated steps each;
/// and what then meets every target is simulated once more, with other luck, and kept if it still does.
///
/// What is asked for, and in which order, follows from earlier outcomes alone, so that an interrupted search goes on by
/// asking for it again.
package struct WorldSearch: Sendable {
  package let targets: [PlanTarget]
  package let factors: [PlanFactor]
  package let match: PlanMatch
  /// Runs of each point.
  package let replicates: Int
  /// Where the base's own values lie, as shares of the factors' spreads.
  package let start: [Double]

  /// Inputs that move where the plan does not say which.
  private static let usualMoving = 14
  /// Luck of its own for what is solved for, and for what is checked.
  private static let searchLuck = 1_000_000
  private static let checkLuck = 2_000_000

  package init(
    targets: [PlanTarget], factors: [PlanFactor], match: PlanMatch, replicates: Int = 1,
    start: [Double]
  ) {
    self.targets = targets
    self.factors = factors
    self.match = match
    self.replicates = replicates
    self.start = start
  }

  /// A set of values that was kept.
  package struct World: Sendable, Equatable {
    /// Shares of the factors' spreads.
    package var shares: [Double]
    /// By target, of the run that it was kept by.
    package var outcomes: [Double?]
  }

  package struct Result: Sendable {
    /// By target, in its unit: how far one run varies by luck; nil where there was nobody to measure.
    package var luckDeviations: [Double?]
    /// By target: the mean over the base's own runs.
    package var own: [Double?]
    /// Whether the base's own values meet every target within the cut.
    package var isOwnKept: Bool
    package var waves: [HistoryMatch.Wave]
    package var ending: HistoryMatch.Ending
    /// Places of the factors that moved.
    package var moving: [Int]
    package var draws: Int
    /// By number of simulated steps: how many draws met every target by then.
    package var metAfter: [Int]
    /// The first of those that met every target twice, as many as were asked for.
    package var worlds: [World]
    /// Draws that met every target and were simulated anew, and how many of them met every target again.
    package var candidates: Int
    package var metAgain: Int
    package var runs: Int
    package var failures: Int
  }

  /// Asks for points and counts them.
  private struct Asking {
    let evaluate: SearchSession.Evaluate
    var count = 0
    var failures = 0

    mutating func outcomes(_ asked: [SearchSession.Asked]) throws -> [[Double?]?] {
      let found = try evaluate(count, asked)
      count += asked.count
      failures += found.count { $0 == nil }
      return found
    }
  }

  /// Places of the targets that are solved for.
  private var fitted: [Int] { targets.indices.filter { !targets[$0].isHeldBack } }

  /// - Throws: What `evaluate` throws; ``WorldSearchFault``; `StatisticsError`, where too few points could be simulated.
  package func run(_ evaluate: SearchSession.Evaluate) throws -> Result {
    try withoutActuallyEscaping(evaluate) { evaluate in
      var asking = Asking(evaluate: evaluate)
      let own = try ownRuns(&asking)
      let goals = fitted.map { targets[$0].matched(luckVariance: own.luck[$0] ?? 0) }
      let left = try ruledOut(goals, &asking)
      let emulators = left.region.waves.last?.emulators ?? []
      let moving = movable(left, emulators, goals)
      var searches = left.sample.points.prefix(match.draws).map {
        TargetSearch(from: $0, moving: moving, to: goals, emulators)
      }
      let metAfter = try solve(&searches, &asking)
      let again = try checked(searches, own.luck, &asking)
      return Result(
        luckDeviations: own.luck.map { $0.map { $0.squareRoot() } }, own: own.means,
        isOwnKept: isKept(own.means, own.luck), waves: left.waves, ending: left.ending,
        moving: moving, draws: searches.count, metAfter: metAfter,
        worlds: Array(again.kept.prefix(match.worlds)), candidates: again.candidates,
        metAgain: again.kept.count, runs: asking.count, failures: asking.failures)
    }
  }

  /// Runs of one point: the plan's replicates, with luck of that number.
  private func asked(_ shares: [Double], luck: Int) -> SearchSession.Asked {
    SearchSession.Asked(shares, replicates: luck * replicates..<(luck + 1) * replicates)
  }

  /// The base's own values, again and again: means, and luck's variances of a point's mean.
  private func ownRuns(_ asking: inout Asking) throws -> (means: [Double?], luck: [Double?]) {
    let runs = try asking.outcomes((0..<match.luckRuns).map { asked(start, luck: $0) })
    let known = runs.compactMap { $0 }
    let columns = targets.indices.map { target in known.compactMap { $0[target] } }
    for target in fitted where columns[target].count < 4 {
      throw WorldSearchFault.nobody(targets[target].outcome.name)
    }
    let summaries = columns.map { try? SampleSummary(of: $0) }
    return (
      summaries.map { $0?.mean },
      summaries.map { summary in summary?.standardDeviation.map { $0 * $0 } }
    )
  }

  private func ruledOut(
    _ goals: [MatchTarget], _ asking: inout Asking
  ) throws -> HistoryMatch.Result {
    // First what misses three targets, since an emulator may be bad; then two.
    let cuts = (0..<match.waves).map { MatchCut(rank: $0 == 0 ? 3 : 2, limit: match.cut) }
    let history = HistoryMatch(
      goals, dimensions: factors.count, cuts: cuts, firstPoints: match.points,
      wavePoints: match.wavePoints, samplePoints: max(400, match.draws), seed: match.seed)
    return try history.run { points, seed in
      let shares = latinHypercube(points: points, dimensions: factors.count, seed: seed)
      return (0..<points).map { point in
        Array(shares[point * factors.count..<(point + 1) * factors.count])
      }
    } _: { _, points in
      let first = asking.count
      let found = try asking.outcomes(
        points.enumerated().map { asked($1, luck: first + $0) })
      return found.map { $0.flatMap(goalOutcomes) }
    }
  }

  /// The fitted targets' outcomes on their scale; nil where one has none.
  private func goalOutcomes(_ outcomes: [Double?]) -> [Double]? {
    let known = fitted.compactMap { target in
      outcomes[target].map { TargetScale(targets[target]).forward($0) }
    }
    return known.count == fitted.count ? known : nil
  }

  /// Simulated steps, all searches side by side; how many had met every target after each.
  private func solve(_ searches: inout [TargetSearch], _ asking: inout Asking) throws -> [Int] {
    var active = Array(searches.indices)
    var metAfter: [Int] = []
    for _ in 0..<match.steps where !active.isEmpty {
      let found = try asking.outcomes(
        active.map { asked(searches[$0].point, luck: Self.searchLuck + $0) })
      active = zip(active, found).filter { search, outcomes in
        // A point that failed ends its search.
        guard let outcomes = outcomes.flatMap(goalOutcomes) else { return false }
        return searches[search].advance(outcomes)
      }.map(\.0)
      metAfter.append(searches.count { ($0.best?.worst ?? .infinity) <= match.cut })
    }
    return metAfter
  }

  /// Those that met every target, simulated anew with other luck, and those of them that do so again.
  private func checked(
    _ searches: [TargetSearch], _ luck: [Double?], _ asking: inout Asking
  ) throws -> (kept: [World], candidates: Int) {
    let candidates = searches.indices.compactMap { search in
      searches[search].best.flatMap { best in
        best.worst <= match.cut ? (search, rounded(best.point)) : nil
      }
    }
    let found = try asking.outcomes(
      candidates.map { asked($1, luck: Self.checkLuck + $0) })
    let kept = zip(candidates, found).compactMap { candidate, outcomes -> World? in
      guard let outcomes, isKept(outcomes, luck) else { return nil }
      return World(shares: candidate.1, outcomes: outcomes)
    }
    return (kept, candidates.count)
  }

  /// Whether every fitted target is met within the cut.
  private func isKept(_ outcomes: [Double?], _ luck: [Double?]) -> Bool {
    fitted.allSatisfy { target in
      guard let outcome = outcomes[target] else { return false }
      let deviation = targets[target].deviation(luckVariance: luck[target] ?? 0)
      return (outcome - targets[target].value).magnitude <= match.cut * deviation
    }
  }

  /// Values of five digits: more would say that more is known.
  private func rounded(_ shares: [Double]) -> [Double] {
    zip(factors, shares).map { factor, share in factor.share(of: factor.shortNumber(at: share)) }
  }

  /// The plan's, or those that move targets most: the two strongest of each, then by all targets together.
  private func movable(
    _ left: HistoryMatch.Result, _ emulators: [Emulator], _ goals: [MatchTarget]
  ) -> [Int] {
    if !match.moving.isEmpty {
      return match.moving.compactMap { path in factors.firstIndex { $0.path == path } }.sorted()
    }
    let places = Array(left.sample.points.prefix(8))
    let slopes = zip(emulators, goals).map { emulator, goal in
      factors.indices.map { input in
        places.reduce(0.0) { sum, place in
          var (low, high) = (place, place)
          (low[input], high[input]) = (0.1, 0.9)
          return sum + (emulator.mean(at: high) - emulator.mean(at: low)).magnitude
        } / goal.deviation
      }
    }
    var chosen: Set<Int> = []
    for own in slopes {
      let order = own.indices.sorted { (own[$0], $1) > (own[$1], $0) }
      chosen.formUnion(order.prefix(2))
    }
    let whole = factors.indices.map { input in slopes.reduce(0) { $0 + $1[input] } }
    for input in whole.indices.sorted(by: { (whole[$0], $1) > (whole[$1], $0) })
    where chosen.count < min(Self.usualMoving, factors.count) {
      chosen.insert(input)
    }
    return chosen.sorted()
  }
}

extension PlanFactor {
  /// The number at a share, of five digits and within the range.
  package func shortNumber(at share: Double) -> Double {
    let number = number(at: share)
    guard number != 0, number.isFinite, !isWhole else { return number }
    var step = 1.0
    while number.magnitude >= 100_000 * step { step *= 10 }
    while number.magnitude < 10_000 * step { step /= 10 }
    // A step below one is no double; its inverse is.
    let rounded =
      step < 1
      ? (number * (1 / step).rounded()).rounded() / (1 / step).rounded()
      : (number / step).rounded() * step
    return min(bounds.upperBound, max(bounds.lowerBound, rounded))
  }
}

/// Why no worlds can be looked for.
package enum WorldSearchFault: Error, Equatable, CustomStringConvertible {
  case nobody(String)

  package var description: String {
    switch self {
    case .nobody(let target):
      "error: in most runs of the base's own values there is nobody to measure '\(target)' on. Hold it back, "
        + "or simulate at a larger scale."
    }
  }
}
