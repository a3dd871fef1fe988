import Inputs
import Kernel
import Results

/// How long the gate runs a scenario: until what the scenario changes can be seen.
package struct GateWindow: Sendable, Equatable {
  /// What is run at least, where the scenario's own run is as long.
  private static let leastMonths = 36
  /// Months that a change needs to show.
  private static let monthsAfterChange = 3

  /// The last day on which something that the scenario changes begins, or is first no longer in force; nil where it changes
  /// no measure.
  package let lastChange: Day?
  /// The last day by which the gate has seen that change.
  package let seenBy: Day?
  /// The last day that is run unless the user says otherwise.
  package let until: Day

  /// - Parameter base: the scenario that it changes; of one that stands by itself every measure counts.
  package init(_ inputs: Inputs, base: Inputs?) {
    let run = inputs.run
    lastChange = base.map { inputs.lastDifference(from: $0) } ?? inputs.lastChangeOfLaw
    // To the end of a month, since months are what is recorded.
    seenBy = lastChange.map {
      ($0.adding(months: Self.monthsAfterChange) - 1).firstOfMonth.adding(months: 1) - 1
    }
    let least = run.from.adding(months: Self.leastMonths) - 1
    until = min(run.until, seenBy.map { max(least, $0) } ?? least)
  }

  /// What a reader must know of a run that ends too early to see the last change; nil where it does not.
  package func shortfall(of until: Day) -> String? {
    guard let lastChange, let seenBy, until < seenBy else { return nil }
    let what =
      "the check ends on \(until), and what the scenario changes begins or ends as late as "
      + "\(lastChange): what comes of that is not guarded"
    return until < self.until
      ? "\(what). Record it with --update, without --until or with a later one."
      : "\(what). For that, let the run end later: \(seenBy) is enough."
  }
}
