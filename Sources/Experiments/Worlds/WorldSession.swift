import Results
import ScenarioFile

/// Looks for worlds on this machine, keeping each run in the folder.
package struct WorldSession {
  package let sweep: Sweep
  package let search: WorldSearch
  private let threads: Int

  /// - Parameter plan: one read for worlds.
  /// - Throws: `StatisticsError`.
  package init(_ plan: Plan, threads: Int) throws {
    sweep = try Sweep(plan.againstTargets)
    search = WorldSearch(
      targets: plan.targets, factors: plan.factors, match: plan.match,
      replicates: plan.replicates, start: plan.ownShares)
    self.threads = threads
  }

  /// - Parameters:
  ///   - keepsGoing: Asked between days, on any thread.
  ///   - progress: Told after every run.
  /// - Throws: ``SearchSession/Interrupted``, ``WorldSearchFault``, `FolderFault`, `SweepFault`, `StatisticsError`.
  package func run(
    in folder: SweepFolder, keepsGoing: @escaping @Sendable () -> Bool,
    progress: @escaping (SweepSession.Progress) -> Void
  ) throws -> WorldSearch.Result {
    try SearchSession(sweep, threads: threads).run(
      in: folder, most: search.match.mostRuns, keepsGoing: keepsGoing, progress: progress
    ) { evaluate in try search.run(evaluate) }
  }
}

extension Plan {
  /// The plan of a search: only the base is compared with the targets.
  package var againstTargets: Plan {
    var plan = self
    plan.variants = Array(variants.prefix(1))
    plan.outcomes = targets.map(\.outcome)
    return plan
  }

  /// Where the base's own values lie, as shares of the factors' spreads; the middle of what is no number.
  package var ownShares: [Double] {
    factors.map { factor in
      let setting = variants[0].scenario.settings.first { $0.path == factor.path }
      guard case .number(let number) = setting?.value else { return 0.5 }
      return factor.share(of: number)
    }
  }
}
