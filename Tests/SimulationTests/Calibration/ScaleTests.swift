import Inputs
import Simulation
import TestSupport
import Testing

/// A small sample stands for the country also where firms matter, which it cuts into parts.
@Suite(.tags(.slow)) struct ScaleTests {
  /// A sum over 2005, on average over seeds.
  private func sums(_ names: [String], scale: Double, seeds: ClosedRange<Int>) throws -> [Double] {
    var sums = [Double](repeating: 0, count: names.count)
    for seed in seeds {
      let recording = try Recording(Baseline.inputs(scale: scale, until: "2005-12-31", seed: seed))
      for (place, name) in names.enumerated() {
        sums[place] += recording.series(name).reduce(0, +) / Double(seeds.count)
      }
    }
    return sums
  }

  /// When inspections looked at the parts of a firm as if they were firms, a sample of 1:200 found a third less.
  @Test func `police find as many, and employers ask for as many permits, in a small sample`()
    throws
  {
    let names = ["identified", "permits_applied", "irregular_employed"]
    let large = try sums(names, scale: 0.05, seeds: 1...2)
    let small = try sums(names, scale: 0.005, seeds: 1...20)
    for (place, name) in names.enumerated() {
      #expect(abs(small[place] / large[place] - 1) < 0.12, "\(name)")
    }
  }
}
