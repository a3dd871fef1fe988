import Statistics
import Testing

/// Means, intervals and quantiles against values worked out elsewhere.
@Suite struct SummaryTests {
  @Test func `a sample's mean, spread and standard error are the textbook's`() throws {
    let summary = try SampleSummary(of: [2, 4, 4, 4, 5, 5, 7, 9])
    #expect(summary.count == 8)
    #expect(summary.mean == 5)
    #expect(try abs(#require(summary.standardDeviation) - 2.138089935299395) < 1e-15)
    #expect(try abs(#require(summary.standardError) - 0.7559289460184544) < 1e-15)
  }

  @Test func `one value has a mean but no spread, and no value has neither`() throws {
    let summary = try SampleSummary(of: [7])
    #expect(summary.mean == 7)
    #expect(summary.standardDeviation == nil)
    #expect(summary.standardError == nil)
    #expect(throws: StatisticsError.tooFewValues(needed: 1, given: 0)) {
      try SampleSummary(of: [])
    }
  }

  @Test func `equal values have an interval of no width`() throws {
    let interval = try ConfidenceInterval(ofMean: [3, 3, 3])
    #expect(interval.lower == 3 && interval.upper == 3)
    #expect(!interval.excludes(3))
    #expect(interval.excludes(3.1))
  }

  @Test(arguments: [
    (0.95, 0.7759737858025242, 1.184026214197476), (0.90, 0.8233418949112283, 1.1366581050887719),
  ])
  func `a paired difference's interval is Student's on the differences`(
    level: Double, lower: Double, upper: Double
  ) throws {
    let interval = try ConfidenceInterval(
      ofPairedDifference: [12.1, 11.8, 13.0, 12.6, 12.9], minus: [11.0, 10.9, 12.2, 11.4, 12.0],
      level: level)
    #expect(abs(interval.estimate - 0.98) < 1e-12)
    #expect(abs(interval.lower - lower) < 1e-12)
    #expect(abs(interval.upper - upper) < 1e-12)
  }

  @Test func `the interval of two independent means is Welch's`() throws {
    let interval = try ConfidenceInterval(
      ofMean: [12.1, 11.8, 13.0, 12.6, 12.9], minusMeanOf: [11.0, 10.9, 12.2, 11.4])
    #expect(abs(interval.estimate - 1.105) < 1e-12)
    #expect(abs(interval.lower - 0.1902964988401845) < 1e-9)
    #expect(abs(interval.upper - 2.01970350115982) < 1e-9)
    #expect(throws: StatisticsError.tooFewValues(needed: 2, given: 1)) {
      try ConfidenceInterval(ofMean: [1, 2], minusMeanOf: [3])
    }
  }

  @Test func `pairs of unequal length, single values and odd levels are refused`() {
    #expect(throws: StatisticsError.unequalLengths(2, 1)) {
      try ConfidenceInterval(ofPairedDifference: [1, 2], minus: [1])
    }
    #expect(throws: StatisticsError.tooFewValues(needed: 2, given: 1)) {
      try ConfidenceInterval(ofMean: [1])
    }
    for level in [0, 1, -0.5, 95, .nan] {
      #expect(throws: StatisticsError.self) {
        try ConfidenceInterval(ofMean: [1, 2], level: level)
      }
    }
  }

  @Test func `Student's and the normal quantiles are the tables'`() throws {
    #expect(
      abs(try studentQuantile(share: 0.975, degreesOfFreedom: 7) - 2.3646242515927844) < 1e-12)
    #expect(abs(try normalQuantile(share: 0.975) - 1.959963984540054) < 1e-14)
    #expect(abs(normalProbability(below: 1.959963984540054) - 0.975) < 1e-15)
    #expect(abs(try studentProbability(below: 0, degreesOfFreedom: 3) - 0.5) < 1e-15)
    #expect(throws: StatisticsError.self) { try studentQuantile(share: 0.5, degreesOfFreedom: 0) }
  }

  @Test func `quantiles lie on straight lines between the sorted values`() throws {
    let values: [Double] = [10, 9, 8, 7, 6, 5, 4, 3, 2, 1]
    #expect(try quantiles(of: values, at: [0, 0.25, 0.5, 0.9, 1]) == [1, 3.25, 5.5, 9.1, 10])
    #expect(try median(of: [3, 1, 2]) == 2)
    #expect(try quantile(of: [42], at: 0.3) == 42)
  }

  @Test func `quantiles of nothing, of NaN and at odd shares are refused`() {
    #expect(throws: StatisticsError.tooFewValues(needed: 1, given: 0)) { try median(of: []) }
    #expect(throws: StatisticsError.self) { try median(of: [1, .nan]) }
    #expect(throws: StatisticsError.self) { try quantile(of: [1, 2], at: 1.5) }
  }

  @Test func `an error says what was wrong in a sentence`() {
    #expect(
      "\(StatisticsError.tooFewValues(needed: 2, given: 1))"
        == "at least 2 values are needed, and 1 were given")
    #expect(
      "\(StatisticsError.dimensionsBeyondSequence(sequence: "sobol", asked: 41, most: 40))"
        == "a sobol sequence has 1 to 40 dimensions, and 41 were asked for")
  }
}
