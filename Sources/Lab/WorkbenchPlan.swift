import Experiments
import Kernel
import ScenarioFile

/// What all runs of a lab have in common.
package struct WorkbenchPlan: Sendable {
  package var base: LoadedScenario
  /// Runs of each scenario, and in which worlds they live.
  package var lives: WorldLives
  package var lastDay: Day
  /// The last day before policies usually begin: the world is kept as it is then.
  package var kept: Day
  package var workers: Int
  /// Where worlds are put aside, in a file without a name.
  package var folder: String
  package var withCells: Bool
  /// Policies that are not to be run, since Kosh itself failed in them, and what is said of that.
  package var suspects: Set<String> = []
  package var suspicion = ""
  /// Is told which policies are at work.
  package var atWork: @Sendable ([String]) -> Void = { _ in }

  package init(
    base: LoadedScenario, lives: WorldLives, lastDay: Day, kept: Day, workers: Int,
    folder: String, withCells: Bool
  ) {
    self.base = base
    self.lives = lives
    self.lastDay = lastDay
    self.kept = kept
    self.workers = workers
    self.folder = folder
    self.withCells = withCells
  }
}
