import Results
import Statistics

/// Paired differences, with Student's intervals of what luck leaves open, and their spread over worlds.
struct PairedEstimates {
  static let level = 0.95
  /// The ends between which nine worlds in ten lie.
  private static let shares = [0.05, 0.5, 0.95]
  let lives: WorldLives
  /// Student's quantile by number of pairs.
  let quantiles: [Double]

  init(_ lives: WorldLives) {
    self.lives = lives
    quantiles = (0...max(lives.runs, 1)).map { count in
      guard count > 1 else { return .nan }
      let quantile = try? studentQuantile(
        share: 0.5 + Self.level / 2, degreesOfFreedom: Double(count - 1))
      return quantile ?? .nan
    }
  }

  /// The runs in which both scenarios have a value.
  private struct Pairs {
    var base: [Double] = []
    var variant: [Double] = []
    var differences: [Double] = []
    /// Each run's world.
    var worlds: [Int] = []
    /// How many of them are replicates, which come before second lives.
    var replicates = 0
  }

  private func pairs(_ base: [Double?], _ variant: [Double?]) -> Pairs {
    var pairs = Pairs()
    for (run, values) in zip(base, variant).enumerated() {
      guard let one = values.0, let other = values.1 else { continue }
      pairs.base.append(one)
      pairs.variant.append(other)
      pairs.differences.append(other - one)
      pairs.worlds.append(lives.world(of: run) ?? run)
      if run < lives.replicates { pairs.replicates += 1 }
    }
    return pairs
  }

  /// What a variant does to an outcome.
  /// - Parameters: the outcome by run, second lives last.
  func estimate(_ base: [Double?], _ variant: [Double?]) -> Estimate {
    let pairs = pairs(base, variant)
    func first(_ values: [Double]) -> [Double] { Array(values.prefix(pairs.replicates)) }
    guard let a = summary(first(pairs.base)), let b = summary(first(pairs.variant)),
      let d = summary(first(pairs.differences))
    else {
      func known(_ values: [Double?]) -> [Double] {
        values.prefix(lives.replicates).compactMap { $0 }
      }
      return Estimate(base: summary(known(base))?.mean, variant: summary(known(variant))?.mean)
    }
    var estimate = Estimate(
      base: a.mean, variant: b.mean, difference: d.mean, replicates: pairs.replicates)
    guard let spread = d.standardDeviation, let spreadA = a.standardDeviation,
      let spreadB = b.standardDeviation
    else { return estimate }
    estimate.setInterval(reach: quantiles[d.count] * spread / Double(d.count).squareRoot())
    if spread > 0 {
      estimate.pairingGain = (spreadA * spreadA + spreadB * spreadB) / (spread * spread)
    }
    guard lives.worlds > 1 else {
      estimate.probability = probability(d)
      return estimate
    }
    addWorlds(pairs, d, to: &estimate)
    return estimate
  }

  /// What worlds say; where some were lived twice, intervals and the gain of pairing are of luck alone.
  private func addWorlds(_ pairs: Pairs, _ d: SampleSummary, to estimate: inout Estimate) {
    let means = worldMeans(pairs).compactMap { $0 }
    guard let ends = try? Statistics.quantiles(of: means, at: Self.shares) else { return }
    // Whatever the shape of the spread over worlds: by their signs alone.
    let (above, below) = (means.count { $0 > 0 }, means.count { $0 < 0 })
    estimate.probability = try? signProbability(most: max(above, below), of: above + below)
    var spread = WorldSpread(
      median: ends[1], p05: ends[0], p95: ends[2], worlds: means.count,
      sameSign: means.count { $0.sign(is: ends[1]) })
    if let luck = luck(pairs), let deviation = d.standardDeviation {
      let variance = deviation * deviation
      spread.luckShare = variance > 0 ? min(1, luck.difference / variance) : nil
      estimate.setInterval(
        reach: quantiles[luck.freedom + 1] * (luck.difference / Double(d.count)).squareRoot())
      estimate.pairingGain =
        luck.difference > 0 ? (luck.base + luck.variant) / luck.difference : nil
    }
    estimate.overWorlds = spread
  }

  /// The difference in each world, over its replicates; nil where there was nobody to measure.
  func byWorld(_ base: [Double?], _ variant: [Double?]) -> [Double?] {
    worldMeans(self.pairs(base, variant))
  }

  private func worldMeans(_ pairs: Pairs) -> [Double?] {
    var sums = [Double](repeating: 0, count: lives.worlds)
    var counts = [Int](repeating: 0, count: lives.worlds)
    for run in 0..<pairs.replicates {
      sums[pairs.worlds[run]] += pairs.differences[run]
      counts[pairs.worlds[run]] += 1
    }
    return zip(sums, counts).map { $1 == 0 ? nil : $0 / Double($1) }
  }

  /// Variances of luck, from worlds lived more than once; nil where fewer than two degrees of freedom tell them.
  private func luck(
    _ pairs: Pairs
  ) -> (base: Double, variant: Double, difference: Double, freedom: Int)? {
    var lived = [[Int]](repeating: [], count: lives.worlds)
    for (run, world) in pairs.worlds.enumerated() { lived[world].append(run) }
    let freedom = lived.reduce(0) { $0 + max(0, $1.count - 1) }
    guard freedom > 1 else { return nil }
    func variance(_ values: [Double]) -> Double {
      lived.reduce(0.0) { sum, runs in
        guard runs.count > 1 else { return sum }
        let mean = runs.reduce(0) { $0 + values[$1] } / Double(runs.count)
        return runs.reduce(sum) { $0 + (values[$1] - mean) * (values[$1] - mean) }
      } / Double(freedom)
    }
    return (
      variance(pairs.base), variance(pairs.variant), variance(pairs.differences), freedom
    )
  }

  /// How often a mean as far from nought would come of numbers whose mean is nought.
  private func probability(_ summary: SampleSummary) -> Double? {
    guard let error = summary.standardError else { return nil }
    if error == 0 { return summary.mean == 0 ? 1 : 0 }
    let below = try? studentProbability(
      below: -(summary.mean / error).magnitude, degreesOfFreedom: Double(summary.count - 1))
    return below.map { min(1, 2 * $0) }
  }

  private func summary(_ values: [Double]) -> SampleSummary? { try? SampleSummary(of: values) }
}

extension Estimate {
  /// The interval of the difference that reaches so far to both sides.
  fileprivate mutating func setInterval(reach: Double) {
    guard let difference else { return }
    (lower, upper) = (difference - reach, difference + reach)
  }
}

extension Double {
  /// Whether both are above nought, below it, or nought.
  fileprivate func sign(is other: Double) -> Bool {
    self == 0 || other == 0 ? self == other : (self > 0) == (other > 0)
  }
}
