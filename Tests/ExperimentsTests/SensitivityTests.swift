import Foundation
import Experiments
import Inputs
import ScenarioFile
import Testing

/// Against functions whose indices are known by formula.
@Suite struct SensitivityTests {
  private static let pi = 3.141592653589793

  /// Ishigami and Homma (1990), a = 7, b = 0.1, on (−π, π)³.
  static func ishigami(_ shares: [Double]) -> Double {
    let x = shares.map { pi * (2 * $0 - 1) }
    let (s1, s2) = (sin(x[0]), sin(x[1]))
    return s1 + 7 * s2 * s2 + 0.1 * x[2] * x[2] * x[2] * x[2] * s1
  }

  static let g: [Double] = [0, 1, 4.5, 9, 99, 99, 99, 99]

  /// Sobol's g.
  static func sobolG(_ shares: [Double]) -> Double {
    zip(shares, g).reduce(1) { $0 * (abs(4 * $1.0 - 2) + $1.1) / (1 + $1.1) }
  }

  private func points(_ design: PlanDesign, _ count: Int) throws -> DesignPoints {
    try DesignPoints(
      design,
      (0..<count).map {
        PlanFactor(
          path: "x\($0 + 1)", kind: .number(.factor, 0...1), isWhole: false,
          spread: .range(low: 0, high: 1, .uniform),
          units: .any)
      })
  }

  private func indices(
    _ points: Int, _ count: Int, _ function: ([Double]) -> Double
  ) throws -> SobolIndices {
    let design = try self.points(.saltelli(points: points, skip: points), count)
    return try SobolIndices(
      factors: (1...count).map { "x\($0)" },
      outcomes: (0..<design.count).map { function(design[$0]) }, resamples: 200)
  }

  @Test func `Sobol indices of Ishigami's function are the analytic ones`() throws {
    let found = try indices(8192, 3, SensitivityTests.ishigami)
    let pi4 = SensitivityTests.pi * SensitivityTests.pi * SensitivityTests.pi * SensitivityTests.pi
    let variance = 49.0 / 8 + 0.1 * pi4 / 5 + 0.01 * pi4 * pi4 / 18 + 0.5
    let v1 = 0.5 * (1 + 0.1 * pi4 / 5) * (1 + 0.1 * pi4 / 5)
    let v13 = 0.01 * pi4 * pi4 * (1.0 / 18 - 1.0 / 50)
    let analytic: [String: (Double, Double)] = [
      "x1": (v1 / variance, (v1 + v13) / variance),
      "x2": (49.0 / 8 / variance, 49.0 / 8 / variance),
      "x3": (0, v13 / variance),
    ]
    #expect(found.indices.map(\.factor) == ["x1", "x2", "x3"])
    for index in found.indices {
      let (first, total) = try #require(analytic[index.factor])
      #expect(abs(index.first.estimate - first) < 0.01)
      #expect(abs(index.total.estimate - total) < 0.01)
      #expect(index.first.lower - 0.01 < first && first < index.first.upper + 0.01)
    }
    #expect(abs(found.variance - variance) < 0.01 * variance)
    #expect(found.warning == nil)
  }

  @Test func `Sobol indices of Sobol's g are the analytic ones`() throws {
    let found = try indices(8192, 8, SensitivityTests.sobolG)
    let parts = SensitivityTests.g.map { 1 / (3 * (1 + $0) * (1 + $0)) }
    let variance = parts.reduce(1) { $0 * (1 + $1) } - 1
    for index in found.indices {
      let number = try #require(Int(index.factor.dropFirst()))
      let part = parts[number - 1]
      #expect(abs(index.first.estimate - part / variance) < 0.01)
      #expect(
        abs(index.total.estimate - part * (variance + 1) / (1 + part) / variance) < 0.01)
    }
  }

  @Test func `a sample too small to rank says so`() throws {
    let small = try indices(32, 3, SensitivityTests.ishigami)
    #expect(small.warning?.hasPrefix("The sample is too small: an index is known to ±") == true)
    let two = try indices(2, 3, SensitivityTests.ishigami)
    #expect(two.warning?.hasPrefix("The sample is too small: 2 base points say little") == true)
    let flat = try indices(16, 3) { _ in 2 }
    #expect(flat.indices.isEmpty)
    #expect(flat.warning == "The outcome is the same everywhere: none of the factors moves it.")
  }

  @Test func `Morris' effects of a straight line are its slopes, without spread`() throws {
    let design = try points(.morris(trajectories: 12, levels: 4, seed: 1), 3)
    let found = try MorrisScreening(
      factors: ["a", "b", "c"], places: { design[$0] },
      outcomes: (0..<design.count).map { design[$0][0] - 5 * design[$0][1] })
    #expect(found.effects.map(\.factor) == ["b", "a", "c"])
    for (effect, slope) in zip(found.effects, [-5.0, 1, 0]) {
      #expect(abs(effect.mean - slope) < 1e-12)
      #expect(abs(effect.meanSize.estimate - abs(slope)) < 1e-12)
      #expect(effect.deviation < 1e-12)
    }
    #expect(found.trajectoryCount == 12)
    #expect(found.warning == nil)
  }

  @Test func `Morris' effects rank Sobol's g and see that factors work together`() throws {
    let design = try points(.morris(trajectories: 100, levels: 4, seed: 1), 8)
    let found = try MorrisScreening(
      factors: (1...8).map { "x\($0)" }, places: { design[$0] },
      outcomes: (0..<design.count).map { SensitivityTests.sobolG(design[$0]) })
    #expect(found.effects.prefix(3).map(\.factor) == ["x1", "x2", "x3"])
    #expect(found.effects[0].deviation > found.effects[0].meanSize.estimate / 2)
    #expect(found.effects.allSatisfy { $0.meanSize.lower <= $0.meanSize.estimate })
  }

  /// Revenue is proportional to a rate: as a range, as a list and in whole steps that is the same slope.
  @Test(arguments: [
    PlanFactor(
      path: "a", kind: .number(.factor, 0...100), isWhole: false,
      spread: .range(low: 10, high: 20, .uniform), units: .any),
    PlanFactor(
      path: "a", kind: .number(.factor, 0...100), isWhole: false,
      spread: .values(["10", "15", "20"]), units: .any),
    PlanFactor(
      path: "a", kind: .number(.factor, 0...100), isWhole: false,
      spread: .values(["20", "10", "11", "12", "17"]), units: .any),
    PlanFactor(
      path: "a", kind: .number(.factor, 0...100), isWhole: true,
      spread: .range(low: 10, high: 12, .uniform), units: .any),
  ])
  func `screening of a list or of whole numbers divides by the step that was taken`(
    factor: PlanFactor
  ) throws {
    let other = PlanFactor(
      path: "b", kind: .number(.factor, 0...1), isWhole: false,
      spread: .range(low: 0, high: 1, .uniform), units: .any)
    let design = try DesignPoints(.morris(trajectories: 20, levels: 4, seed: 1), [factor, other])
    let found = try MorrisScreening(
      factors: ["a", "b"],
      places: { [factor.place(at: design[$0][0]), other.place(at: design[$0][1])] },
      outcomes: (0..<design.count).map { 3 * factor.number(at: design[$0][0]) })
    let width = factor.bounds.upperBound - factor.bounds.lowerBound
    let effect = try #require(found.effects.first { $0.factor == "a" })
    #expect(abs(effect.meanSize.estimate - 3 * width) < 1e-9)
    #expect(effect.deviation < 1e-9)
  }

  @Test func `a failed point costs its trajectory or row alone`() throws {
    let design = try points(.morris(trajectories: 12, levels: 4, seed: 1), 2)
    var outcomes = (0..<design.count).map { Optional(design[$0][0]) }
    outcomes[4] = nil
    let found = try MorrisScreening(
      factors: ["a", "b"], places: { design[$0] }, outcomes: outcomes)
    #expect(found.trajectoryCount == 11)
    #expect(abs(found.effects[0].mean - 1) < 1e-12)
    #expect(throws: (any Error).self) {
      try MorrisScreening(
        factors: ["a", "b"], places: { design[$0] },
        outcomes: outcomes.map { _ in nil })
    }
  }

  /// Values that SALib 1.6.0 gives for the same sample and outcomes.
  @Test func `indices and effects are those of SALib on the same sample`() throws {
    let sobol = try SobolIndices(
      factors: ["a", "b", "c"], outcomes: (0..<80).map { Double($0 * 37 % 101) / 101 },
      resamples: 10)
    let expected = [
      "a": (1.42503572, 1.55659895), "b": (0.09500701, 0.92231692), "c": (0.08830103, 0.63951579),
    ]
    for index in sobol.indices {
      let (first, total) = try #require(expected[index.factor])
      #expect(abs(index.first.estimate - first) < 1e-8)
      #expect(abs(index.total.estimate - total) < 1e-8)
    }
    let t = 1.0 / 3
    let points = [
      [0, t], [2 * t, t], [2 * t, 1], [1, 2 * t], [1, 0], [t, 0], [t, 0], [t, 2 * t], [1, 2 * t],
      [0, 1], [2 * t, 1], [2 * t, t],
    ]
    let morris = try MorrisScreening(
      factors: ["a", "b"], places: { points[$0] },
      outcomes: [1, 3, 2, 5, 4, 4.5, 0.5, 1, 3, 2, 2.5, 7], resamples: 10)
    #expect(morris.effects.map(\.factor) == ["b", "a"])
    let values = morris.effects.flatMap { [$0.meanSize.estimate, $0.mean, $0.deviation] }
    for (value, salib) in zip(values, [2.625, -1.5, 3.72491611, 1.875, 1.5, 1.83711731]) {
      #expect(abs(value - salib) < 1e-8)
    }
  }
}
