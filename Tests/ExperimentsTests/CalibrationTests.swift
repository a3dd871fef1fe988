import Experiments
import Inputs
import Kernel
import ScenarioFile
import Testing

/// Against models whose truth is known.
@Suite struct CalibrationTests {
  private func target(
    _ value: Double, tolerance: Double, heldBack: Bool = false
  ) -> PlanTarget {
    let month = Day(year: 2006, month: 1, day: 1)
    return PlanTarget(
      outcome: PlanOutcome(
        name: "t", measure: PlanMeasure(indicator: "i", first: month, last: month)),
      value: value, tolerance: tolerance, isHeldBack: heldBack, dimension: .factor,
      units: .any)
  }

  /// Three bent outcomes of three values; the last value hardly matters.
  private func model(_ x: [Double]) -> [Double] {
    [
      x[0] + 0.3 * x[1] + 0.2 * x[0] * x[0], x[1] * x[1] + 0.5 * x[1] - 0.2 * x[0],
      2 * x[0] - x[1] + 0.001 * x[2],
    ]
  }

  private func fit(
    _ truth: [Double], _ search: PlanSearch = PlanSearch(), log: ((Int) -> Void)? = nil
  ) throws -> Calibration.Result {
    let targets = model(truth).map { target($0, tolerance: 0.05) }
    let calibration = Calibration(targets: targets, dimensions: 3, search: search)
    return try calibration.run { first, points in
      log?(first)
      return points.map { self.model($0) }
    }
  }

  @Test func `known truths lie within the stated ranges in nine of ten cases`() throws {
    let luck = Luck(seed: 5, replicate: 0)
    var (held, met) = (0, 0)
    for number in 0..<10 {
      let truth = (0..<3).map { luck.uniform(UInt32(number), 1, occasion: UInt32($0)) }
      let result = try fit(truth)
      if zip(result.ranges, truth).allSatisfy({ $0.contains($1) }) { held += 1 }
      if result.best.worst <= 1 { met += 1 }
    }
    #expect(held >= 9)
    #expect(met == 10)
  }

  @Test func `a value that the targets do not see is said to be undetermined`() throws {
    let result = try fit([0.4, 0.6, 0.5])
    #expect(result.isDetermined == [true, true, false])
    #expect(result.ranges[2].upperBound - result.ranges[2].lowerBound > 0.8)
    #expect(result.ranges[0].upperBound - result.ranges[0].lowerBound < 0.4)
  }

  @Test func `a value of whose range four fifths remain is not called determined`() throws {
    // A tolerance so wide that all but the ends agrees.
    let calibration = Calibration(
      targets: [target(0.5, tolerance: 0.4)], dimensions: 1, search: PlanSearch())
    let result = try calibration.run { _, points in points.map { [$0[0]] } }
    #expect(result.ranges[0].upperBound - result.ranges[0].lowerBound > 0.5)
    #expect(result.isDetermined == [false])
  }

  @Test func `a target out of reach is missed, not hidden`() throws {
    let calibration = Calibration(
      targets: [target(5, tolerance: 0.1), target(9, tolerance: 0.1, heldBack: true)],
      dimensions: 1, search: PlanSearch())
    let result = try calibration.run { _, points in points.map { [$0[0], 2 * $0[0]] } }
    #expect(result.best.worst > 30)
    #expect(result.best.shares[0] > 0.99)
    #expect(result.plausible == 0)
  }

  @Test func `a held-back target does not move the fit`() throws {
    func shares(_ held: Double) throws -> [Double] {
      try Calibration(
        targets: [target(0.3, tolerance: 0.1), target(held, tolerance: 0.1, heldBack: true)],
        dimensions: 1, search: PlanSearch()
      ).run { _, points in points.map { [$0[0], $0[0]] } }.best.shares
    }
    #expect(try shares(0.9) == shares(0.1))
  }

  @Test func `evaluations are asked for in the same order, never more than was said`() throws {
    let search = PlanSearch(points: 16, rounds: 3, simplex: 25)
    var (first, second): ([Int], [Int]) = ([], [])
    let once = try fit([0.2, 0.7, 0.1], search) { first.append($0) }
    let again = try fit([0.2, 0.7, 0.1], search) { second.append($0) }
    #expect(once == again)
    #expect(first == second)
    #expect(first.prefix(4) == [0, 16, 32, 48])
    #expect(once.evaluations <= 16 * 3 + 25)
  }

  @Test func `points that fail are left out`() throws {
    let calibration = Calibration(
      targets: [target(0.6, tolerance: 0.01)], dimensions: 1, search: PlanSearch())
    let result = try calibration.run { _, points in
      points.map { $0[0] < 0.3 ? nil : [$0[0]] }
    }
    #expect(result.failures > 0)
    #expect(abs(result.best.shares[0] - 0.6) < 0.01)
    #expect(throws: (any Error).self) {
      try calibration.run { _, points in points.map { _ in nil } }
    }
  }

  @Test func `a target that nobody is there for is named, and one held back does not stop the fit`()
    throws
  {
    let nobody = #expect(throws: CalibrationFault.self) {
      try Calibration(
        targets: [target(0.6, tolerance: 0.1)], dimensions: 1, search: PlanSearch()
      ).run { _, points in points.map { _ in [nil] } }
    }
    #expect(nobody?.description.contains("No point has a value of 't'") == true)
    let result = try Calibration(
      targets: [target(0.6, tolerance: 0.1), target(9, tolerance: 1, heldBack: true)],
      dimensions: 1, search: PlanSearch()
    ).run { _, points in points.map { [$0[0], nil] } }
    #expect(abs(result.best.shares[0] - 0.6) < 0.01)
    #expect(result.best.values[1] == nil)
  }
}
