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

  /// One indicator and year that chance does not explain.
  package struct Shift: Sendable, Equatable {
    package var indicator: String
    package var year: String
    /// The means over replicates; nil where none has a value.
    package var before: Double?
    package var after: Double?
    /// How many replicates have a value, which is all where there always is somebody to measure.
    package var runsBefore: Int
    package var runsAfter: Int
    /// Mean difference to the recorded mean, with its 95 % interval; nil of nothing.
    package var relative: Double?
    package var lower: Double?
    package var upper: Double?
    /// Probability of such a difference by luck alone.
    package var chance: Double

    package init(
      indicator: String, year: String, before: Double?, after: Double?, runsBefore: Int,
      runsAfter: Int, chance: Double
    ) {
      self.indicator = indicator
      self.year = year
      self.before = before
      self.after = after
      self.runsBefore = runsBefore
      self.runsAfter = runsAfter
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

  /// Of each indicator that chance does not explain the clearest year, the largest change first.
  package var clearest: [Shift] {
    let byIndicator = Dictionary(grouping: shifts, by: \.indicator).values
    return byIndicator.compactMap { $0.min { ($0.chance, $0.year) < ($1.chance, $1.year) } }
      .sorted { ($0.size, $1.indicator) > ($1.size, $0.indicator) }
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

extension GateVerdict.Shift {
  /// How large the change is beside what was; what comes from nothing, or goes, is larger than all else.
  fileprivate var size: Double { relative?.magnitude ?? .infinity }
}
