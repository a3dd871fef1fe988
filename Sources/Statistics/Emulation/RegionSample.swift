import Kernel

/// Points spread evenly over a region of the unit cube that only a test knows, while it shrinks.
///
/// When the region shrinks, those still inside stay, and each missing point is a walk from one of them: steps along the
/// difference of two others, or along one axis, taken where they stay inside. Such steps leave an even spread even
/// (subset simulation, Au and Beck 2001, with the moves of ter Braak 2006).
package struct RegionSample: Sendable {
  package private(set) var points: [[Double]]
  /// The region's share of the cube.
  package private(set) var share = 1.0
  private let luck: Luck
  private var shrinkings: UInt32 = 0

  /// Steps tried a walk.
  private static let steps = 24

  /// - Parameter points: an even spread over the cube.
  package init(_ points: [[Double]], seed: Int) {
    self.points = points
    luck = Luck(seed: UInt64(seed), replicate: 0)
  }

  /// - Returns: the part of the region before that is kept; 0 where nothing is, and then the sample is empty.
  package mutating func shrink(to isInside: ([Double]) -> Bool) -> Double {
    shrinkings += 1
    let kept = points.filter(isInside)
    let part = Double(kept.count) / Double(points.count)
    share *= part
    let missing = kept.isEmpty ? 0 : points.count - kept.count
    let walks = (0..<missing).map { walk(UInt32($0), from: kept, isInside) }
    points = kept + walks
    return part
  }

  private func walk(
    _ number: UInt32, from kept: [[Double]], _ isInside: ([Double]) -> Bool
  ) -> [Double] {
    var place = kept[Int(number) % kept.count]
    for step in 0..<UInt32(Self.steps) {
      let proposal = proposal(from: place, kept, number, step)
      if proposal.allSatisfy({ $0 >= 0 && $0 <= 1 }), isInside(proposal) { place = proposal }
    }
    return place
  }

  private func proposal(
    from place: [Double], _ kept: [[Double]], _ number: UInt32, _ step: UInt32
  ) -> [Double] {
    func draw(_ index: UInt32) -> Double {
      luck.uniform(number, shrinkings, occasion: step, index: index)
    }
    var proposal = place
    if step % 3 == 2 || kept.count < 3 {
      // An axis alone, anywhere within a quarter of it.
      let axis = Int(draw(0) * Double(place.count))
      proposal[axis] += 0.5 * (draw(1) - 0.5)
      return proposal
    }
    let (one, other) = (
      kept[Int(draw(0) * Double(kept.count))], kept[Int(draw(1) * Double(kept.count))]
    )
    let length = 2 * draw(2) - 1
    for axis in place.indices {
      proposal[axis] +=
        length * (one[axis] - other[axis]) + 0.02 * (draw(3 + UInt32(axis)) - 0.5)
    }
    return proposal
  }

  /// `count` of the points that lie far from each other: each the one farthest from those taken before.
  package func spread(_ count: Int) -> [[Double]] {
    guard count < points.count else { return points }
    var chosen = [points[0]]
    var distances = [Double](repeating: .infinity, count: points.count)
    while chosen.count < count {
      let last = chosen[chosen.count - 1]
      var best = 0
      for place in points.indices {
        var square = 0.0
        for axis in last.indices {
          let step = points[place][axis] - last[axis]
          square += step * step
        }
        distances[place] = min(distances[place], square)
        if distances[place] > distances[best] { best = place }
      }
      chosen.append(points[best])
    }
    return chosen
  }
}
