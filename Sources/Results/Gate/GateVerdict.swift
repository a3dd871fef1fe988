/// What the regression gate found out about one scenario.
package struct GateVerdict: Sendable, Equatable {
  package enum Outcome: String, Sendable {
    /// The digest is the recorded one: every record is.
    case same
    /// Numbers moved, but no more than other luck would move them.
    case equivalent
    case different
    /// There is nothing to compare with.
    case unrecorded
    /// The recorded file was changed by hand.
    case altered
    /// Recorded anew.
    case recorded
  }

  /// One indicator whose series is not the recorded one.
  package struct Movement: Sendable, Equatable {
    package var indicator: String
    /// The first month that differs, with its recorded and its present value; nil is a mean of nobody.
    package var month: String
    package var before: Double?
    package var after: Double?
    /// The largest change of any month to its recorded value, with its sign, and when it was.
    package var largest: Double?
    package var largestMonth: String

    package init(
      indicator: String, month: String, before: Double?, after: Double?, largest: Double?,
      largestMonth: String
    ) {
      self.indicator = indicator
      self.month = month
      self.before = before
      self.after = after
      self.largest = largest
      self.largestMonth = largestMonth
    }
  }

  /// One indicator and year whose mean over replicates is not the recorded one.
  package struct Shift: Sendable, Equatable {
    package var indicator: String
    package var year: String
    /// Mean difference to the recorded mean, with its 95 % interval.
    package var relative: Double
    package var lower: Double
    package var upper: Double
    /// Probability of such a difference by luck alone.
    package var chance: Double

    package init(
      indicator: String, year: String, relative: Double, lower: Double, upper: Double,
      chance: Double
    ) {
      self.indicator = indicator
      self.year = year
      self.relative = relative
      self.lower = lower
      self.upper = upper
      self.chance = chance
    }
  }

  package var scenario: String
  package var outcome: Outcome
  package var digest = ""
  package var expectedDigest = ""
  /// Whether the scenario's own text is another than when it was recorded.
  package var scenarioChanged = false
  package var movements: [Movement] = []
  package var shifts: [Shift] = []
  /// Indicators that the recorded file lacks, and those that it has alone.
  package var added: [String] = []
  package var removed: [String] = []
  package var indicatorCount = 0
  /// How many indicators and years were tested, over how many replicates, with what chance that luck alone
  /// fails the scenario.
  package var tests = 0
  package var replicates = 0
  package var falseAlarmChance = 0.0
  package var seconds = 0.0

  package init(scenario: String, outcome: Outcome) {
    self.scenario = scenario
    self.outcome = outcome
  }

  /// - Parameter isExact: whether only the recorded digest will do.
  package func passes(isExact: Bool) -> Bool {
    switch outcome {
    case .same, .recorded: true
    case .equivalent: !isExact
    case .different, .unrecorded, .altered: false
    }
  }
}
