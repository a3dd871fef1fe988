/// Finds the inputs under which a simulation gives what is documented, by ruling out, wave after wave, those under which it
/// does not (Craig, Goldstein and others 1997; Vernon, Goldstein and Bower 2010; Andrianakis and others 2015).
///
/// A wave simulates some points of what is left, makes an emulator a target from them and from earlier points that are still
/// left, and rules out where these say that a target is missed for all that is not known. Which points are
/// simulated follows from earlier outcomes alone, so an interrupted match goes on by asking for them again.
package struct HistoryMatch: Sendable {
  package let targets: [MatchTarget]
  package let dimensions: Int
  /// A cut a wave.
  package let cuts: [MatchCut]
  /// Points simulated in the first wave and in each other.
  package let firstPoints: Int
  package let wavePoints: Int
  /// Points that stand for the region.
  package let samplePoints: Int
  package let seed: Int

  /// Ends where a wave keeps more than this of what was left.
  private static let stalled = 0.95

  package init(
    _ targets: [MatchTarget], dimensions: Int, cuts: [MatchCut], firstPoints: Int, wavePoints: Int,
    samplePoints: Int = 2000, seed: Int = 1
  ) {
    precondition(firstPoints >= 10 && wavePoints >= 1, "a wave needs points")
    self.targets = targets
    self.dimensions = dimensions
    self.cuts = cuts
    self.firstPoints = firstPoints
    self.wavePoints = wavePoints
    self.samplePoints = samplePoints
    self.seed = seed
  }

  /// One simulated point.
  package struct Run: Sendable, Equatable {
    package let point: [Double]
    /// By target.
    package let outcomes: [Double]
  }

  /// What a wave did.
  package struct Wave: Sendable {
    package let runs: Int
    package let failures: Int
    /// The region's share of the whole space after it.
    package let shareLeft: Double
    /// By target: of the variance between runs, what is foretold of runs left out.
    package let foretold: [Double]
    /// By target: errors of runs left out, in stated standard deviations.
    package let errorsLeftOut: [[Double]]
  }

  package enum Ending: Sendable, Equatable {
    /// All waves were made.
    case complete
    /// The last wave ruled out next to nothing more.
    case stalled
    /// Nothing is left: targets contradict each other, or the model cannot.
    case nothingLeft
  }

  package struct Result: Sendable {
    package let region: MatchRegion
    package let waves: [Wave]
    package let runs: [Run]
    /// Evenly over what is left; empty where nothing is.
    package let sample: RegionSample
    package let ending: Ending
  }

  /// - Parameters:
  ///   - cube: an even spread over the unit cube, such as a Latin hypercube, of a number of points and a seed.
  ///   - simulate: outcomes of points by target, nil of a point that failed. Called once a wave.
  /// - Throws: what `simulate` throws; `StatisticsError`, where too few points could be simulated.
  package func run(
    cube: (_ points: Int, _ seed: Int) -> [[Double]],
    _ simulate: (_ wave: Int, _ points: [[Double]]) throws -> [[Double]?]
  ) throws -> Result {
    var region = MatchRegion(targets)
    var sample = RegionSample(cube(samplePoints, seed + 1), seed: seed + 2)
    var (runs, waves): ([Run], [Wave]) = ([], [])
    for (number, cut) in cuts.enumerated() {
      let points = number == 0 ? cube(firstPoints, seed) : sample.spread(wavePoints)
      let new = zip(points, try simulate(number, points)).compactMap { point, outcomes in
        outcomes.map { Run(point: point, outcomes: $0) }
      }
      // Runs of what is ruled out would bend emulators where nobody looks any more.
      runs = runs.filter { region.contains($0.point) } + new
      let emulators = try targets.indices.map { target in
        try Emulator(
          runs.map(\.point), runs.map { $0.outcomes[target] },
          luckVariance: targets[target].luckVariance)
      }
      region.add(emulators, cut)
      let part = sample.shrink { region.contains($0) }
      waves.append(
        Wave(
          runs: new.count, failures: points.count - new.count, shareLeft: sample.share,
          foretold: emulators.map(\.shareForetold),
          errorsLeftOut: emulators.map(\.errorsLeftOut)))
      let ending: Ending? = part == 0 ? .nothingLeft : part > Self.stalled ? .stalled : nil
      if let ending, ending == .nothingLeft || number == cuts.count - 1 || cut == cuts[number + 1] {
        return Result(region: region, waves: waves, runs: runs, sample: sample, ending: ending)
      }
    }
    return Result(region: region, waves: waves, runs: runs, sample: sample, ending: .complete)
  }
}
