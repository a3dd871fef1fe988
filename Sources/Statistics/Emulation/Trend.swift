import Kernel

/// A term of a polynomial in inputs that run from −1 to 1.
package enum TrendTerm: Hashable, Sendable {
  case input(Int)
  case square(Int)
  case product(Int, Int)

  func value(at point: [Double]) -> Double {
    switch self {
    case .input(let input): point[input]
    // Less its mean, so that a square says nothing of the level.
    case .square(let input): point[input] * point[input] - 1.0 / 3
    case .product(let one, let other): point[one] * point[other]
    }
  }
}

/// The polynomial that an emulator starts from: a constant and the few terms that the runs clearly show.
package struct Trend: Sendable, Equatable {
  /// The strongest first.
  package private(set) var terms: [TrendTerm] = []
  /// By input, how much of the outcomes' spread its terms explain: a standard deviation, in the outcome's unit.
  package private(set) var strengths: [Double]

  /// Most inputs whose squares, and whose products with each other, are tried.
  private static let mostSquares = 12
  private static let mostProducts = 10

  /// Chooses terms one after the other, each the one that explains most of what the others left, as long as it is
  /// clearer than luck among so many candidates would be (a t value whose square exceeds the logarithm of the
  /// number of runs times that of candidates): first inputs, then squares and products of the strongest.
  ///
  /// - Parameters:
  ///   - points: inputs from −1 to 1; all points have the same number.
  ///   - values: one a point.
  init(_ points: [[Double]], _ values: [Double]) {
    let inputs = points[0].count
    strengths = Array(repeating: 0, count: inputs)
    // Each term takes a degree of freedom: a fifth of the runs at the most, so that enough are left to judge by.
    let most = max(1, points.count / 5)
    var selection = Selection(points, values, most: most)
    selection.add((0..<inputs).map(TrendTerm.input))
    let strongest = selection.byStrength(inputs)
    selection.add(strongest.prefix(Self.mostSquares).map(TrendTerm.square))
    let few = strongest.prefix(Self.mostProducts).sorted()
    selection.add(
      few.indices.flatMap { one in
        few[(one + 1)...].map { TrendTerm.product(few[one], $0) }
      })
    terms = selection.chosen.sorted { $0.strength > $1.strength }.map(\.term)
    for (term, strength) in selection.chosen {
      switch term {
      case .input(let input), .square(let input): add(strength, to: input)
      case .product(let one, let other):
        add(strength, to: one)
        add(strength, to: other)
      }
    }
  }

  private mutating func add(_ strength: Double, to input: Int) {
    strengths[input] = (strengths[input] * strengths[input] + strength * strength).squareRoot()
  }

  /// The constant and the terms.
  func row(at point: [Double]) -> [Double] { [1] + terms.map { $0.value(at: point) } }
}

/// Forward selection: what is chosen is kept as columns at right angles to each other.
private struct Selection {
  private(set) var chosen: [(term: TrendTerm, strength: Double)] = []
  private let points: [[Double]]
  private let most: Int
  private var columns: [[Double]]
  private var residual: [Double]

  init(_ points: [[Double]], _ values: [Double], most: Int) {
    (self.points, self.most) = (points, most)
    let constant = 1 / Double(points.count).squareRoot()
    columns = [Array(repeating: constant, count: points.count)]
    let mean = values.reduce(0, +) / Double(values.count)
    residual = values.map { $0 - mean }
  }

  /// Inputs by the strength of what was chosen of them, then by number.
  func byStrength(_ inputs: Int) -> [Int] {
    var strengths = [Double](repeating: 0, count: inputs)
    for case (.input(let input), let strength) in chosen { strengths[input] = strength }
    return (0..<inputs).sorted { (strengths[$0], $1) > (strengths[$1], $0) }
      .filter { strengths[$0] > 0 }
  }

  mutating func add(_ candidates: [TrendTerm]) {
    let count = Double(points.count)
    let threshold = exactLog(count) + exactLog(Double(max(2, candidates.count)))
    var left = candidates.map { term in
      (term: term, column: orthogonal(points.map { term.value(at: $0) }))
    }
    while chosen.count < most, !left.isEmpty {
      var best = (place: -1, share: 0.0)
      for (place, candidate) in left.enumerated() {
        let length = dot(candidate.column, candidate.column)
        guard length > 1e-9 * count else { continue }
        let part = dot(candidate.column, residual)
        if part * part / length > best.share { best = (place, part * part / length) }
      }
      guard best.place >= 0 else { return }
      let freedom = count - Double(columns.count) - 1
      let rest = max(dot(residual, residual) - best.share, 0)
      guard freedom > 0, best.share * freedom > threshold * rest, best.share > 0 else { return }
      let (term, column) = left.remove(at: best.place)
      let length = dot(column, column).squareRoot()
      let unit = column.map { $0 / length }
      let part = dot(unit, residual)
      for place in residual.indices { residual[place] -= part * unit[place] }
      columns.append(unit)
      chosen.append((term, part.magnitude / count.squareRoot()))
      for place in left.indices { remove(unit, from: &left[place].column) }
    }
  }

  private func orthogonal(_ values: [Double]) -> [Double] {
    var column = values
    for unit in columns { remove(unit, from: &column) }
    return column
  }

  private func remove(_ unit: [Double], from column: inout [Double]) {
    let part = dot(unit, column)
    for place in column.indices { column[place] -= part * unit[place] }
  }
}
