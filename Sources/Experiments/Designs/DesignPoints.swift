import Kernel
import ScenarioFile
import Statistics

/// The points of a design: for each factor, which share (0…1) of its spread lies below its value.
///
/// A pure function of the design and its factors, on any machine.
package struct DesignPoints: Sendable {
  package let count: Int
  package let dimensions: Int
  private let layout: Layout

  private enum Layout: Sendable {
    /// Values a factor, the last one changing fastest, and whether it lists them.
    case grid(levels: [Int], isList: [Bool])
    /// Row by row.
    case table([Double])
    case list
  }

  /// - Throws: `StatisticsError`, where a quasi-random sequence has too few dimensions.
  package init(_ design: PlanDesign, _ factors: [PlanFactor]) throws(StatisticsError) {
    dimensions = factors.count
    count = Int(design.size(of: factors))
    switch design {
    case .grid(let levels):
      layout = .grid(
        levels: factors.map { $0.levels(levels) }, isList: factors.map { $0.values != nil })
    case .latinHypercube(let points, let seed):
      layout = .table(
        latinHypercube(points: points, dimensions: factors.count, seed: seed))
    case .sobol(let points):
      var sequence = try QuasiRandomSequence(.sobol, dimensions: factors.count)
      layout = .table(try sequence.next(points).flatMap { $0 })
    case .morris(let trajectories, let levels, let seed):
      layout = .table(
        morrisTrajectories(trajectories, dimensions: factors.count, levels: levels, seed: seed))
    case .saltelli(let points, let skip):
      layout = .table(try saltelliMatrices(points, dimensions: factors.count, skip: skip))
    case .list: layout = .list
    }
  }

  /// The shares of one point, a factor after the other.
  package subscript(point: Int) -> [Double] {
    precondition(point >= 0 && point < count, "the design has no such point")
    switch layout {
    case .table(let shares):
      return Array(shares[point * dimensions..<(point + 1) * dimensions])
    case .list:
      return Array(repeating: (Double(point) + 0.5) / Double(count), count: dimensions)
    case .grid(let levels, let isList):
      var rest = point
      var shares = [Double](repeating: 0, count: dimensions)
      for factor in (0..<dimensions).reversed() {
        let (level, most) = (rest % levels[factor], levels[factor])
        rest /= most
        shares[factor] =
          isList[factor]
          ? (Double(level) + 0.5) / Double(most) : Double(level) / Double(max(1, most - 1))
      }
      return shares
    }
  }
}

/// What a design draws; with the factor and the number of the draw it is the draw's key.
enum DesignDraw: UInt32 {
  case stratum = 1
  case placeInStratum = 2
  case trajectoryStart = 3
  case trajectoryOrder = 4
  case trajectoryDirection = 5
  case bootstrap = 6
}

extension Luck {
  /// 0, 1, … `count` − 1 in random order, by Fisher and Yates' shuffle.
  func permutation(_ count: Int, _ who: UInt32, _ draw: DesignDraw) -> [Int] {
    var order = Array(0..<count)
    for place in stride(from: count - 1, to: 0, by: -1) {
      let draw = uniform(who, draw.rawValue, occasion: UInt32(place))
      order.swapAt(place, Int(draw * Double(place + 1)))
    }
    return order
  }
}

/// Points of which each factor's values fall one into each of `points` equal strata (McKay, Beckman and
/// Conover, 1979), row by row.
package func latinHypercube(points: Int, dimensions: Int, seed: Int) -> [Double] {
  let luck = Luck(seed: UInt64(seed), replicate: 0)
  var shares = [Double](repeating: 0, count: points * dimensions)
  for factor in 0..<dimensions {
    let who = UInt32(factor)
    for (point, stratum) in luck.permutation(points, who, .stratum).enumerated() {
      let place = luck.uniform(who, DesignDraw.placeInStratum.rawValue, occasion: UInt32(point))
      shares[point * dimensions + factor] = (Double(stratum) + place) / Double(points)
    }
  }
  return shares
}

/// Morris' trajectories (1991), row by row: `dimensions` + 1 points each, of which every two neighbours
/// differ in one factor by half of `levels` steps; each factor changes once.
///
/// - Parameter levels: even; values are 0, 1/(levels − 1), … 1.
package func morrisTrajectories(
  _ count: Int, dimensions: Int, levels: Int, seed: Int
) -> [Double] {
  let luck = Luck(seed: UInt64(seed), replicate: 0)
  let half = levels / 2
  var shares: [Double] = []
  shares.reserveCapacity(count * (dimensions + 1) * dimensions)
  for trajectory in 0..<count {
    let who = UInt32(trajectory)
    func draw(_ purpose: DesignDraw, _ factor: Int) -> Double {
      luck.uniform(who, purpose.rawValue, occasion: UInt32(factor))
    }
    let low = (0..<dimensions).map { Int(draw(.trajectoryStart, $0) * Double(half)) }
    let rises = (0..<dimensions).map { draw(.trajectoryDirection, $0) < 0.5 }
    var place = (0..<dimensions).map { rises[$0] ? low[$0] : low[$0] + half }
    func add() { shares += place.map { Double($0) / Double(levels - 1) } }
    add()
    for factor in luck.permutation(dimensions, who, .trajectoryOrder) {
      place[factor] += rises[factor] ? half : -half
      add()
    }
  }
  return shares
}

/// Saltelli's sample (2010), row by row: for each of `points` base rows A, then A with one column after
/// the other from B, then B. A and B are two halves of Sobol's sequence.
///
/// - Parameter skip: the first place (from 1) of the sequence that is taken. At place 1 every factor is in the
///   middle of its range in both halves, so that its row says nothing; from a power of two on, as many points as
///   that power are evenly spread (Owen, 2020).
package func saltelliMatrices(
  _ points: Int, dimensions: Int, skip: Int
) throws(StatisticsError) -> [Double] {
  var sequence = try QuasiRandomSequence(.sobol, dimensions: 2 * dimensions)
  for _ in 1..<max(1, skip) { _ = try sequence.next() }
  var shares: [Double] = []
  shares.reserveCapacity(points * (dimensions + 2) * dimensions)
  for _ in 0..<points {
    let row = try sequence.next()
    let (a, b) = (Array(row.prefix(dimensions)), Array(row.suffix(dimensions)))
    shares += a
    for factor in 0..<dimensions {
      var mixed = a
      mixed[factor] = b[factor]
      shares += mixed
    }
    shares += b
  }
  return shares
}
