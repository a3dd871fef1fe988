import Kernel
import Statistics
import Testing

/// Searches bring points to where targets are met, and move no more than they may.
@Suite struct TargetSearchTests {
  private let problem = KnownProblem.all[2]

  private func emulators(_ runs: Int) throws -> [Emulator] {
    let points = randomPoints(runs, problem.dimensions, seed: 5)
    return try problem.functions.map { function in
      try Emulator(
        points, points.enumerated().map { function.run($1, number: $0) },
        luckVariance: function.luck * function.luck)
    }
  }

  @Test func `most starts reach the targets within a few simulated steps, and still inputs stay`()
    throws
  {
    let emulators = try emulators(80)
    let movable = [0, 1, 2]
    var (met, metAtFirst, moved) = (0, 0, 0.0)
    let starts = randomPoints(60, problem.dimensions, seed: 6)
    for (number, start) in starts.enumerated() {
      if worst(start) <= 3 { metAtFirst += 1 }
      var search = TargetSearch(
        from: start, moving: movable, to: problem.targets, emulators)
      for step in 0..<5 {
        let outcomes = problem.functions.map {
          $0.run(search.point, number: 1000 + number * 10 + step)
        }
        if !search.advance(outcomes) { break }
      }
      let best = try #require(search.best)
      for input in start.indices where !movable.contains(input) {
        #expect(best.point[input] == start[input])
      }
      #expect(best.point.allSatisfy { (0...1).contains($0) })
      if worst(best.point) <= 3 { met += 1 }
      moved += movable.reduce(0) { $0 + abs(best.point[$1] - start[$1]) } / 3 / 60
    }
    #expect(metAtFirst < 30, "the starts are too easy to tell anything")
    #expect(met >= 57)
    #expect(moved < 0.25, "starts need not move far")
  }

  /// Of the expected outcomes, in all doubts.
  private func worst(_ point: [Double]) -> Double {
    zip(problem.targets, problem.functions).reduce(0) {
      max($0, $1.0.miss(of: $1.1.expected(point)).magnitude)
    }
  }

  @Test func `a start that meets its targets is simulated once and not moved`() throws {
    var search = TargetSearch(
      from: problem.truth, moving: [0, 1, 2], to: problem.targets, try emulators(80))
    let outcomes = problem.functions.map { $0.expected(problem.truth) }
    #expect(search.point == problem.truth)
    let goesOn = search.advance(outcomes)
    #expect(!goesOn)
    #expect(search.best?.worst == 0)
  }

  @Test func `targets out of reach end at the range's end, with the nearest point found`() throws {
    let far = problem.targets.map {
      MatchTarget(name: $0.name, value: 100, observationVariance: $0.observationVariance)
    }
    var search = TargetSearch(
      from: problem.truth, moving: [0, 1], to: far, try emulators(80))
    var steps = 0
    while steps < 20, search.advance(problem.functions.map { $0.expected(search.point) }) {
      steps += 1
    }
    let best = try #require(search.best)
    #expect(best.worst > 100)
    #expect(best.point[0] > 0.9)
  }
}
