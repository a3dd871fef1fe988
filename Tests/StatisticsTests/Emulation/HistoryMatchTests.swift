import Kernel
import Statistics
import Testing

/// What history matching leaves holds what is true, and little else.
@Suite struct HistoryMatchTests {
  @Test(arguments: KnownProblem.all)
  func `the region found covers the true one and is not much larger`(problem: KnownProblem) throws {
    let result = try problem.match()
    let truth = problem.trueRegion(20_000)
    #expect(result.region.contains(problem.truth))
    let covered = truth.points.count { result.region.contains($0) }
    #expect(Double(covered) >= 0.98 * Double(truth.points.count))
    let found = result.waves[result.waves.count - 1].shareLeft
    #expect(found < 1.6 * truth.share, "\(found) is left, and \(truth.share) is true")
    #expect(result.sample.points.count == 600)
    #expect(result.sample.points.allSatisfy { result.region.contains($0) })
  }

  @Test func `targets that contradict each other leave nothing`() throws {
    let problem = KnownProblem(
      name: "at odds", functions: [.slope, .slope], truth: [0.5, 0.5], observation: [0.01, 0.01])
    var targets = problem.targets
    targets[1] = MatchTarget(name: "other", value: -0.6, observationVariance: 1e-4)
    let result = try problem.match(targets)
    #expect(result.ending == .nothingLeft)
    #expect(result.sample.points.isEmpty)
    #expect(result.waves.last?.shareLeft == 0)
  }

  @Test func `one target missed everywhere is forgiven where the cut takes the second largest`()
    throws
  {
    let problem = KnownProblem(
      name: "one off", functions: [.slope, .bent], truth: [0.5, 0.5], observation: [0.05, 0.05])
    var targets = problem.targets
    targets[1] = MatchTarget(name: "off", value: 50, observationVariance: 0.01)
    #expect(try problem.match(targets, rank: 1).ending == .nothingLeft)
    #expect(try problem.match(targets, rank: 2).sample.points.count == 600)
  }

  @Test func `a match that is asked again asks for the same points`() throws {
    let problem = KnownProblem.all[1]
    let (one, other) = (try problem.match(), try problem.match())
    #expect(one.runs == other.runs)
    #expect(one.sample.points == other.sample.points)
  }

  @Test func `points that failed are counted and left out`() throws {
    let problem = KnownProblem.all[0]
    var asked = 0
    let result = try problem.match { outcomes in
      asked += 1
      return asked % 4 == 0 ? nil : outcomes
    }
    #expect(result.waves[0].failures == 10)
    #expect(result.waves[0].runs == 30)
    #expect(result.region.contains(problem.truth))
  }

  @Test func `a sample stays even while its region shrinks`() {
    var sample = RegionSample(randomPoints(2000, 2, seed: 1), seed: 2)
    // A band on the slant, of which a tenth and then half is kept.
    let first = sample.shrink { abs($0[0] - $0[1]) < 0.05 }
    #expect(abs(first - 0.0975) < 0.02)
    let second = sample.shrink { abs($0[0] - $0[1]) < 0.05 && $0[0] < 0.5 }
    #expect(abs(second - 0.5) < 0.05)
    #expect(abs(sample.share - 0.04875) < 0.012)
    let low = sample.points.count { $0[0] < 0.25 }
    #expect(abs(Double(low) / 2000 - 0.5) < 0.06)
    let above = sample.points.count { $0[1] > $0[0] }
    #expect(abs(Double(above) / 2000 - 0.5) < 0.06)
  }

  @Test func `points spread out are members, and farther apart than the first ones`() {
    let sample = RegionSample(randomPoints(500, 3, seed: 1), seed: 2)
    func nearest(_ points: [[Double]]) -> Double {
      points.indices.map { one in
        points.indices.filter { $0 != one }.map { other in
          zip(points[one], points[other]).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }
        }.min() ?? 0
      }.min() ?? 0
    }
    let spread = sample.spread(20)
    #expect(spread.count == 20 && spread.allSatisfy { sample.points.contains($0) })
    #expect(nearest(spread) > 4 * nearest(Array(sample.points.prefix(20))))
  }
}
