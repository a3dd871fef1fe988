import Results
import Statistics

/// Which policy does best on an outcome over all the futures of a sweep, and what decides it.
package struct PolicyComparison: Sendable, Equatable {
  /// Whether much of the outcome is good, or little.
  package enum Preference: String, Sendable, CaseIterable { case high, low }

  package struct Policy: Sendable, Equatable {
    package var name: String
    /// Share of futures in which it is best.
    package var bestShare: Double
    /// How much worse than the best of each future it is, in the outcome's unit: mean, 95th percentile, most.
    package var meanRegret: Double
    package var highRegret: Double
    package var worstRegret: Double
  }

  /// How far apart, in standard deviations, a factor's mean lies in futures in which the policy that is best
  /// most often wins and in those in which it does not.
  package struct Decider: Sendable, Equatable {
    package var factor: String
    package var distance: Double
  }

  /// The least worst regret first.
  package var policies: [Policy]
  /// The farthest first; empty where one policy always wins.
  package var deciders: [Decider]
  /// The policy that wins most often.
  package var favourite: String
  package var futures: Int
  /// Points of the sweep in which not every policy has a value: not computed, failed or nobody to measure.
  package var futuresLeftOut = 0

  /// - Parameters:
  ///   - values: By future, then by policy.
  ///   - shares: By future, the factors' shares.
  /// - Throws: `StatisticsError`, with no future.
  package init(
    policies names: [String], factors: [String], values: [[Double]], shares: [[Double]],
    prefer: Preference
  ) throws(StatisticsError) {
    guard !values.isEmpty else { throw .tooFewValues(needed: 1, given: 0) }
    let goods = values.map { $0.map { prefer == .high ? $0 : -$0 } }
    let bests = goods.map { $0.max() ?? 0 }
    futures = values.count
    var found: [Policy] = []
    for (column, name) in names.enumerated() {
      let regrets = zip(goods, bests).map { $1 - $0[column] }
      found.append(
        Policy(
          name: name, bestShare: Double(regrets.count { $0 == 0 }) / Double(regrets.count),
          meanRegret: regrets.reduce(0, +) / Double(regrets.count),
          highRegret: try quantile(of: regrets, at: 0.95), worstRegret: regrets.max() ?? 0))
    }
    policies = found.sorted { ($0.worstRegret, $0.name) < ($1.worstRegret, $1.name) }
    let favourite = found.indices.max { found[$0].bestShare < found[$1].bestShare } ?? 0
    self.favourite = names[favourite]
    let wins = zip(goods, bests).map { $0[favourite] == $1 }
    deciders = PolicyComparison.deciders(factors, shares, wins)
  }

  private static func deciders(
    _ factors: [String], _ shares: [[Double]], _ wins: [Bool]
  ) -> [Decider] {
    guard wins.contains(true), wins.contains(false) else { return [] }
    return factors.enumerated().map { column, factor in
      let all = shares.map { $0[column] }
      let mean = all.mean ?? 0
      let spread = all.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(all.count)
      let won = zip(all, wins).filter(\.1).map(\.0).mean ?? mean
      let lost = zip(all, wins).filter { !$0.1 }.map(\.0).mean ?? mean
      return Decider(
        factor: factor, distance: spread > 0 ? (won - lost) / spread.squareRoot() : 0)
    }
    .sorted { ($0.distance.magnitude, $1.factor) > ($1.distance.magnitude, $0.factor) }
  }
}

extension PolicyComparison {
  /// - Parameter indicator: what was compared, for the title.
  package func tables(_ indicator: String, prefer: Preference) -> [StudyTable] {
    let wanted = prefer == .high ? "more is better" : "less is better"
    let policies = StudyTable(
      "\(indicator) over \(futures) futures, \(wanted)",
      columns: ["policy", "best in", "mean regret", "95th percentile", "worst"],
      rows: policies.map { policy in
        [
          policy.name, NumberText.fixed(100 * policy.bestShare, decimals: 1) + " %",
          figure(policy.meanRegret), figure(policy.highRegret), figure(policy.worstRegret),
        ]
      },
      notes: [
        "Regret: how much worse a policy is than the best one of the same future. The policy whose "
          + "worst regret is least stands first: the most robust."
      ] + (leftOutSentence.map { [$0] } ?? []))
    if deciders.isEmpty {
      return [policies]
    }
    return [
      policies,
      StudyTable(
        "What decides whether \(favourite) is best",
        columns: ["factor", "where it wins"],
        rows: deciders.map { decider in
          let distance = NumberText.fixed(decider.distance, decimals: 2)
          return [decider.factor, (decider.distance > 0 ? "+" : "") + distance]
        },
        notes: [
          "How much higher the factor is, in standard deviations, in futures in which "
            + "\(favourite) is best than in the others. Near 0: it decides nothing."
        ]),
    ]
  }

  /// Nil where every point counts.
  package var leftOutSentence: String? {
    futuresLeftOut == 0
      ? nil
      : "\(futuresLeftOut) of \(futures + futuresLeftOut) points are left out: not computed yet, failed, "
        + "or with nobody to measure under some policy. What remains is not the whole of the ranges."
  }

  private func figure(_ value: Double) -> String {
    value >= 100 ? NumberText.fixed(value, decimals: 0) : NumberText.fixed(value, decimals: 5)
  }
}

extension SensitivityStudy {
  /// Compares the sweep's policies on an outcome, over all points that are done.
  /// - Throws: ``Fault``, `StatisticsError`, or a fault of the folder.
  package func policies(
    outcome: String, prefer: PolicyComparison.Preference
  ) throws -> PolicyComparison {
    let plan = sweep.plan
    guard let column = plan.outcomes.firstIndex(where: { $0.name == outcome }) else {
      throw Fault.unknownOutcome(outcome, among: plan.outcomes.map(\.name))
    }
    var (values, shares): ([[Double]], [[Double]]) = ([], [])
    let contents = try contents
    for (number, content) in contents.enumerated() {
      let row = plan.variants.indices.compactMap { point(content, column, $0).value }
      guard row.count == plan.variants.count else { continue }
      values.append(row)
      shares.append(sweep.points[number])
    }
    if values.isEmpty { throw Fault.noPoint(outcome) }
    var comparison = try PolicyComparison(
      policies: plan.variants.map(\.name), factors: plan.factors.map(\.path), values: values,
      shares: shares, prefer: prefer)
    comparison.futuresLeftOut = contents.count - values.count
    return comparison
  }
}
