import Experiments
import Inputs
import ScenarioFile
import Testing

@Suite struct DesignTests {
  private func factors(_ count: Int) -> [PlanFactor] {
    (0..<count).map {
      PlanFactor(
        path: "x\($0)", kind: .number(.factor, 0...1), isWhole: false,
        spread: .range(low: 0, high: 1, .uniform),
        units: .any)
    }
  }

  @Test(arguments: [(1, 1), (7, 3), (100, 12)])
  func `a Latin hypercube has one point in each stratum of each factor`(
    points: Int, dimensions: Int
  ) {
    let shares = latinHypercube(points: points, dimensions: dimensions, seed: 1)
    for factor in 0..<dimensions {
      let strata = (0..<points).map { Int(shares[$0 * dimensions + factor] * Double(points)) }
      #expect(strata.sorted() == Array(0..<points))
    }
    #expect(shares == latinHypercube(points: points, dimensions: dimensions, seed: 1))
    #expect(shares != latinHypercube(points: points, dimensions: dimensions, seed: 2))
  }

  @Test func `factors of a Latin hypercube are not ordered alike`() {
    let (points, dimensions) = (2000, 4)
    let shares = latinHypercube(points: points, dimensions: dimensions, seed: 3)
    for (a, b) in [(0, 1), (0, 2), (1, 3), (2, 3)] {
      let products = (0..<points).map {
        (shares[$0 * dimensions + a] - 0.5) * (shares[$0 * dimensions + b] - 0.5)
      }
      let correlation = 12 * products.reduce(0, +) / Double(points)
      // Four standard errors.
      #expect(abs(correlation) < 4 / Double(points).squareRoot())
    }
  }

  @Test(arguments: [(1, 4), (5, 4), (10, 6)])
  func `each step of a Morris trajectory moves one factor, and each factor once`(
    dimensions: Int, levels: Int
  ) {
    let trajectories = 30
    let shares = morrisTrajectories(
      trajectories, dimensions: dimensions, levels: levels, seed: 1)
    let step = Double(levels) / Double(2 * (levels - 1))
    var rises = 0
    for trajectory in 0..<trajectories {
      let rows = (0...dimensions).map { row -> ArraySlice<Double> in
        let start = (trajectory * (dimensions + 1) + row) * dimensions
        return shares[start..<start + dimensions]
      }
      var moved: [Int] = []
      for (before, after) in zip(rows, rows.dropFirst()) {
        let changes = zip(before, after).map { $1 - $0 }.enumerated().filter { $0.element != 0 }
        #expect(changes.count == 1)
        #expect(changes.allSatisfy { abs(abs($0.element) - step) < 1e-12 })
        rises += changes.count { $0.element > 0 }
        moved += changes.map(\.offset)
      }
      #expect(moved.sorted() == Array(0..<dimensions))
      #expect(rows.allSatisfy { $0.allSatisfy { (0...1).contains($0) } })
    }
    let share = Double(rises) / Double(trajectories * dimensions)
    #expect(abs(share - 0.5) < 2 / Double(trajectories * dimensions).squareRoot())
  }

  @Test func `Saltelli's rows take one column from B each`() throws {
    let (points, dimensions) = (16, 3)
    let shares = try saltelliMatrices(points, dimensions: dimensions, skip: 16)
    #expect(shares.count == points * (dimensions + 2) * dimensions)
    for base in 0..<points {
      let rows = (0..<dimensions + 2).map { row -> [Double] in
        let start = (base * (dimensions + 2) + row) * dimensions
        return Array(shares[start..<start + dimensions])
      }
      let (a, b) = (rows[0], rows[dimensions + 1])
      for factor in 0..<dimensions {
        var mixed = a
        mixed[factor] = b[factor]
        #expect(rows[factor + 1] == mixed)
      }
    }
  }

  @Test func `the first base point of Saltelli's sample tells something, and the points are even`()
    throws
  {
    let (points, dimensions) = (32, 3)
    let width = (dimensions + 2) * dimensions
    // At the sequence's first place both halves lie in the middle of every range.
    let middle = try saltelliMatrices(1, dimensions: dimensions, skip: 1)
    #expect(middle.allSatisfy { $0 == 0.5 })
    let shares = try saltelliMatrices(points, dimensions: dimensions, skip: 32)
    for base in 0..<points {
      let row = shares[base * width..<(base + 1) * width]
      #expect(row.prefix(dimensions) != row.suffix(dimensions))
    }
    for factor in 0..<dimensions {
      let strata = (0..<points).map { Int(shares[$0 * width + factor] * Double(points)) }
      #expect(strata.sorted() == Array(0..<points))
    }
  }

  @Test func `a grid has every combination once, ends included`() throws {
    let list = PlanFactor(
      path: "y", kind: .flag, isWhole: false, spread: .values(["true", "false"]), units: .any)
    let whole = PlanFactor(
      path: "z", kind: .number(.count, 0...9), isWhole: true,
      spread: .range(low: 4, high: 5, .uniform),
      units: .any)
    let all = factors(1) + [list, whole]
    let points = try DesignPoints(.grid(levels: 3), all)
    #expect(points.count == 12)
    let seen = (0..<points.count).map { point in
      zip(all, points[point]).map { $0.text(at: $1) }.joined(separator: " ")
    }
    #expect(Set(seen).count == 12)
    #expect(seen.first == "0 true 4")
    #expect(seen.last == "1 false 5")
    #expect(seen.contains("0.5 false 4"))
  }

  @Test func `a longer Sobol design begins with the shorter one`() throws {
    let short = try DesignPoints(.sobol(points: 8), factors(5))
    let long = try DesignPoints(.sobol(points: 64), factors(5))
    #expect((0..<8).allSatisfy { short[$0] == long[$0] })
    #expect(throws: (any Error).self) { try DesignPoints(.sobol(points: 8), factors(41)) }
  }
}
