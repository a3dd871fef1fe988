import Statistics
import Testing

/// p-values against those of SciPy 1.17, and against themselves over many samples.
@Suite struct GoodnessOfFitTests {
  @Test func `the chi-square test of four equal classes gives the known p-value`() throws {
    let fit = try GoodnessOfFit(
      chiSquareOf: [18, 22, 25, 35], expectedShares: [1, 1, 1, 1])
    #expect(abs(fit.statistic - 6.32) < 1e-12)
    #expect(abs(fit.pValue - 0.09703806460956206) < 1e-12)
  }

  @Test func `chi-square's 5 % point with one degree of freedom is 3.84`() throws {
    let pValue = try chiSquareProbability(above: 3.841458820694124, degreesOfFreedom: 1)
    #expect(abs(pValue - 0.05) < 1e-14)
  }

  @Test func `chi-square with no freedom, no data or an impossible class is refused`() {
    #expect(throws: StatisticsError.self) {
      try GoodnessOfFit(chiSquareOf: [1], expectedShares: [1])
    }
    #expect(throws: StatisticsError.self) {
      try GoodnessOfFit(chiSquareOf: [0, 0], expectedShares: [1, 1])
    }
    #expect(throws: StatisticsError.self) {
      try GoodnessOfFit(chiSquareOf: [1, 2], expectedShares: [1, 0])
    }
    #expect(throws: StatisticsError.unequalLengths(2, 1)) {
      try GoodnessOfFit(chiSquareOf: [1, 2], expectedShares: [1])
    }
  }

  @Test func `Kolmogorov's distance is the largest gap on either side of a step`() throws {
    let fit = try GoodnessOfFit(kolmogorovOf: [0.9, 0.1, 0.15, 0.4, 0.55]) { $0 }
    #expect(abs(fit.statistic - 0.25) < 1e-15)
    // Exactly 0.8446: five values are few for a limit law, and Stephens's correction is within
    // 0.02.
    #expect(abs(fit.pValue - 0.8446) < 0.02)
  }

  @Test(arguments: [
    (0.5, 0.9639452436648751), (1, 0.26999967167735456), (1.18, 0.1234538094297657),
    (2, 0.0006709252557796953),
  ])
  func `Kolmogorov's limit is met from both of its series`(value: Double, pValue: Double) throws {
    // A sample of 10⁶ equal gaps shifted by the distance: its correction is below 10⁻³.
    let size = 1_000_000
    let shift = value / 1000.12
    let fit = try GoodnessOfFit(
      kolmogorovOf: (0..<size).map { (Double($0) + 0.5) / Double(size) }
    ) { min(1, $0 + shift) }
    #expect(abs(fit.pValue - pValue) < 2e-3)
  }

  @Test func `samples with the same values differ by nothing, apart ones by all`() throws {
    let same = try GoodnessOfFit(smirnovOf: [1, 2, 2, 3], and: [3, 2, 1, 2])
    #expect(same.statistic == 0 && same.pValue == 1)
    let apart = try GoodnessOfFit(
      smirnovOf: (0..<50).map { Double($0) }, and: (50..<100).map { Double($0) })
    #expect(apart.statistic == 1)
    #expect(apart.pValue < 1e-10)
  }

  @Test func `two samples' distance is the largest gap between their steps`() throws {
    let fit = try GoodnessOfFit(smirnovOf: [1, 2, 3, 4, 5], and: [3, 4, 5, 6, 7, 8])
    #expect(abs(fit.statistic - 0.5) < 1e-15)
  }

  @Test func `under a true expectation p-values are themselves uniform`() throws {
    // Samples of 50 from a quasi-random sequence's successive blocks would be too even; a linear
    // congruential generator is random enough for this and the same everywhere.
    var state: UInt64 = 2006
    let pValues = try (0..<2000).map { _ in
      try GoodnessOfFit(
        kolmogorovOf: (0..<50).map { _ in
          state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
          return Double(state >> 11) * 0x1p-53
        }
      ) { $0 }.pValue
    }
    let fit = try GoodnessOfFit(kolmogorovOf: pValues) { $0 }
    #expect(fit.pValue > 0.01)
  }

  @Test func `nothing cannot be tested`() {
    #expect(throws: StatisticsError.tooFewValues(needed: 1, given: 0)) {
      try GoodnessOfFit(kolmogorovOf: []) { $0 }
    }
    #expect(throws: StatisticsError.tooFewValues(needed: 1, given: 0)) {
      try GoodnessOfFit(smirnovOf: [], and: [1])
    }
  }
}
