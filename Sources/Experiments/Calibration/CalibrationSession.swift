import Results
import ScenarioFile

/// Runs a calibration's evaluations on this machine, keeping each in the folder: interrupted, the same
/// command finds them there.
package struct CalibrationSession {
  package let sweep: Sweep
  package let calibration: Calibration
  private let threads: Int

  /// - Parameter plan: one with targets.
  /// - Throws: `StatisticsError`, with more factors than a quasi-random sequence has dimensions.
  package init(_ plan: Plan, threads: Int) throws {
    var plan = plan.againstTargets
    plan.design = .sobol(points: 1)
    sweep = try Sweep(plan)
    calibration = Calibration(
      targets: plan.targets, dimensions: plan.factors.count, search: plan.search,
      start: plan.ownShares)
    self.threads = threads
  }

  /// - Parameters:
  ///   - keepsGoing: Asked between days, on any thread.
  ///   - progress: Told after every evaluation.
  /// - Throws: ``SearchSession/Interrupted``, `FolderFault`, `SweepFault`, `StatisticsError`.
  package func run(
    in folder: SweepFolder, keepsGoing: @escaping @Sendable () -> Bool,
    progress: @escaping (SweepSession.Progress) -> Void
  ) throws -> Calibration.Result {
    try SearchSession(sweep, threads: threads).run(
      in: folder, most: calibration.mostEvaluations, keepsGoing: keepsGoing, progress: progress
    ) { evaluate in
      try withoutActuallyEscaping(evaluate) { evaluate in
        try calibration.run { first, points in
          try evaluate(first, points.map { SearchSession.Asked($0) })
        }
      }
    }
  }
}
