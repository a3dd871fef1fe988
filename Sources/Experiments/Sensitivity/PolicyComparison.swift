import Kernel
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
  /// Share of futures in which both halves of the replicates name the same best policy; nil where each future has one
  /// replicate. Then luck is not taken out.
  package var agreement: Double?
  /// Points of the sweep in which not every policy has a value: not computed, failed or nobody to measure.
  package var futuresLeftOut = 0

  /// - Parameters:
  ///   - values: By future, then by policy.
  ///   - halves: The same of either half of each future's replicates, if there are several. Then the best policy is
  ///     chosen by one half and regret taken from the other, and a policy counts as best where both halves name it: the best of
  ///     several numbers is in part the luckiest.
  ///   - shares: By future, the factors' shares.
  /// - Throws: `StatisticsError`, with no future.
  package init(
    policies names: [String], factors: [String], values: [[Double]],
    halves: [(first: [Double], second: [Double])] = [], shares: [[Double]], prefer: Preference
  ) throws(StatisticsError) {
    guard !values.isEmpty else { throw .tooFewValues(needed: 1, given: 0) }
    func good(_ values: [Double]) -> [Double] { values.map { prefer == .high ? $0 : -$0 } }
    let goods = values.map(good)
    let bests = goods.map { $0.max() ?? 0 }
    let crossed = halves.map { Crossed(good($0.first), good($0.second)) }
    futures = values.count
    agreement =
      crossed.isEmpty ? nil : Double(crossed.count(where: \.agrees)) / Double(crossed.count)
    var found: [Policy] = []
    for (column, name) in names.enumerated() {
      let regrets =
        crossed.isEmpty
        ? zip(goods, bests).map { $1 - $0[column] } : crossed.map { $0.regret(of: column) }
      let isBest =
        crossed.isEmpty
        ? regrets.map { $0 == 0 } : crossed.filter(\.agrees).map { $0.isBest(column) }
      found.append(
        Policy(
          name: name,
          bestShare: Double(isBest.count(where: \.self)) / Double(max(1, isBest.count)),
          meanRegret: regrets.reduce(0, +) / Double(regrets.count),
          highRegret: try quantile(of: regrets, at: 0.95), worstRegret: regrets.max() ?? 0))
    }
    policies = found.sorted { ($0.worstRegret, $0.name) < ($1.worstRegret, $1.name) }
    let favourite = found.indices.max { found[$0].bestShare < found[$1].bestShare } ?? 0
    self.favourite = names[favourite]
    let wins = zip(goods, bests).map { $0[favourite] == $1 }
    deciders = PolicyComparison.deciders(factors, shares, wins)
  }

  /// A future by either half of its replicates; more is better.
  private struct Crossed {
    let first: [Double]
    let second: [Double]
    private let bestOfFirst: Int
    private let bestOfSecond: Int

    init(_ first: [Double], _ second: [Double]) {
      (self.first, self.second) = (first, second)
      bestOfFirst = first.indices.max { first[$0] < first[$1] } ?? 0
      bestOfSecond = second.indices.max { second[$0] < second[$1] } ?? 0
    }

    /// Whether one policy is best by both, equals counting for each.
    var agrees: Bool { first.indices.contains(where: isBest) }

    func isBest(_ policy: Int) -> Bool {
      first[policy] == first[bestOfFirst] && second[policy] == second[bestOfSecond]
    }

    /// How much better than a policy that is which the other half calls best.
    func regret(of policy: Int) -> Double {
      (second[bestOfFirst] - second[policy] + first[bestOfSecond] - first[policy]) / 2
    }
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
      ] + (luckSentence.map { [$0] } ?? []) + (leftOutSentence.map { [$0] } ?? []))
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

  /// How far luck is taken out; nil where nothing is said of it.
  private var luckSentence: String? {
    guard let agreement else {
      return
        "Each future has one replicate, so that the best policy is in part the luckiest. --replicates 2 takes luck out."
    }
    let share = NumberText.fixed(100 * agreement, decimals: 0)
    return
      "Either half of a future's replicates names the same best policy in \(share) % of futures; shares are of "
      + "those. Regret is taken from the half that did not choose."
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
    var halves: [(first: [Double], second: [Double])] = []
    let contents = try contents
    for (number, content) in contents.enumerated() {
      let row = plan.variants.indices.compactMap { point(content, column, $0).value }
      guard row.count == plan.variants.count else { continue }
      values.append(row)
      halves += self.halves(content, column).map { [$0] } ?? []
      shares.append(sweep.points[number])
    }
    if values.isEmpty { throw Fault.noPoint(outcome) }
    var comparison = try PolicyComparison(
      policies: plan.variants.map(\.name), factors: plan.factors.map(\.path), values: values,
      halves: halves, shares: shares, prefer: prefer)
    comparison.futuresLeftOut = contents.count - values.count
    return comparison
  }

  /// A point's means over its even and its odd replicates, by policy; nil of a single one.
  private func halves(
    _ content: PointRecord.Content?, _ column: Int
  ) -> (first: [Double], second: [Double])? {
    let policies = sweep.plan.variants.count
    guard case .runs(let runs) = content, runs.count >= 2 * policies else { return nil }
    func means(_ parity: Int) -> [Double] {
      (0..<policies).compactMap { policy in
        stride(from: policy + parity * policies, to: runs.count, by: 2 * policies)
          .compactMap { runs[$0].values[column] }.mean
      }
    }
    return (means(0), means(1))
  }
}
