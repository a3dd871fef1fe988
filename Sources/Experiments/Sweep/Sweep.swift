import Inputs
import Kernel
import Measurement
import Results
import ScenarioFile
import Simulation
import Statistics

/// A plan with its points: what to simulate where, and what to keep of it.
package struct Sweep: Sendable {
  package let plan: Plan
  package let points: DesignPoints

  /// - Throws: `StatisticsError`, where a quasi-random sequence has too few dimensions.
  package init(_ plan: Plan) throws(StatisticsError) {
    self.plan = plan
    points = try DesignPoints(plan.design, plan.factors)
  }

  /// The indicators that a plan may name.
  package static var indicators: PlanIndicators {
    func items(_ indicators: [Indicator]) -> [PlanIndicators.Item] {
      indicators.map { PlanIndicators.Item(name: $0.name, unit: $0.unit) }
    }
    return PlanIndicators(
      national: items(National.indicators), cells: items(Cells.indicators),
      authorisations: Cells.authorisations)
  }

  /// How a point's rows are laid out.
  package var layout: SweepLayout {
    let (factors, points) = (plan.factors, points)
    return SweepLayout(
      factors: factors.map(\.path), bounds: factors.map(\.bounds),
      policies: plan.variants.map(\.name),
      outcomes: plan.outcomes.map(\.name)
    ) { point in
      zip(factors, points[point]).map { factor, share in
        let text = factor.text(at: share)
        return factor.number(of: text).map { .number($0) } ?? .word(text)
      }
    }
  }

  /// The overrides that make a variant's scenario that of a point.
  private func overrides(_ shares: [Double], _ variant: PlanVariant) -> [String] {
    zip(plan.factors, shares).filter { variant.has($0.0) }
      .map { "\($0.path)=\($0.text(at: $1))" }
  }

  /// What each variant's runs of a point are given, checked like any scenario.
  /// - Throws: Every fault of the combination.
  func inputs(of point: Int) throws -> [Inputs] { try inputs(at: points[point]) }

  func inputs(at shares: [Double]) throws -> [Inputs] {
    try scenarios(at: shares).map(\.inputs)
  }

  private func scenarios(at shares: [Double]) throws -> [LoadedScenario] {
    try plan.variants.map { try $0.loaded(with: overrides(shares, $0)) }
  }

  /// Simulates a point: each replicate, each variant in it with the same luck; what variants share of their past is
  /// simulated once.
  ///
  /// - Parameters:
  ///   - shares: Where it lies; nil for the design's own point.
  ///   - replicates: Which to simulate; nil for as many as the plan says, from 0.
  ///   - workers: Threads of each run.
  ///   - memory: Bytes that it may take; nil where that is not known.
  /// - Returns: Nil where `keepsGoing` stopped it. A scenario that does not stand, or books that do not
  ///   balance, make a failed record.
  /// - Throws: where it would take more than that, which is no failure of the point.
  package func record(
    _ point: Int, at shares: [Double]? = nil, replicates: Range<Int>? = nil, workers: Int,
    memory: Int?, keepsGoing: () -> Bool
  ) throws(MemoryShortage) -> PointRecord? {
    var runs: [PointRun] = []
    do {
      let shares = shares ?? points[point]
      let scenarios = try scenarios(at: shares)
      let inputs = scenarios.map(\.inputs)
      let bytes = inputs.map { Forecast($0, until: plan.until, threads: 1, replicates: 1).bytes }
      try MemoryShortage.check(
        (bytes.max() ?? 0) * SweepWorkers.worlds(plan), available: memory)
      for replicate in replicates ?? 0..<plan.replicates {
        // A world lies under the point's own values.
        let lived =
          plan.worlds == 0
          ? inputs
          : try scenarios.map { try $0.living(in: replicate % plan.worlds).inputs }
        let variants = try simulated(
          lived, replicate: replicate, workers: workers, keepsGoing: keepsGoing)
        let values = variants.map(\.values)
        for (variant, run) in variants.enumerated() {
          runs.append(PointRun(digest: run.digest, values: differences(values, variant)))
        }
      }
      return PointRecord(point: point, content: .runs(runs))
    } catch is RunStopped {
      return nil
    } catch let shortage as MemoryShortage {
      throw shortage
    } catch {
      return PointRecord(point: point, content: .failed(Sweep.reason(of: error)))
    }
  }

  /// Why a point failed, in a sentence: the first fault of its scenario, or what the audit found.
  static func reason(of error: any Error) -> String {
    guard let faults = error as? ScenarioFaults else { return "\(error)" }
    return faults.diagnostics.first { $0.severity == .error }?.sentence ?? "not a scenario"
  }

  /// A variant's values, less those of the variant that an outcome names.
  private func differences(_ values: [[Double?]], _ variant: Int) -> [Double?] {
    plan.outcomes.enumerated().map { column, outcome in
      guard let minus = outcome.minus else { return values[variant][column] }
      let other = plan.variants.firstIndex { $0.name == minus } ?? 0
      guard let here = values[variant][column], let there = values[other][column] else {
        return nil
      }
      return here - there
    }
  }

  /// The variants' runs, in their order.
  /// - Throws: `RunStopped`, or what the audit found.
  func simulated(
    _ inputs: [Inputs], replicate: Int, workers: Int, keepsGoing: () -> Bool
  ) throws -> [PointRun] {
    var options = RunOptions()
    options.workers = workers
    options.replicate = UInt32(replicate)
    options.until = plan.until
    options.withTables = plan.outcomes.contains(where: \.needsCells)
    let last = min(plan.until ?? inputs[0].run.until, inputs[0].run.until)
    let base = inputs.bestBase(until: last)
    let order = [base] + inputs.indices.filter { $0 != base }
    let outcomes = plan.outcomes
    let pasts = SharedPasts(order.map { inputs[$0] }, until: last) { _ in
      PointGatherer(outcomes)
    }
    var runs = [PointRun?](repeating: nil, count: inputs.count)
    try withoutActuallyEscaping(keepsGoing) { keepsGoing in
      try pasts.run(Array(order.indices), options: options, keepsGoing: keepsGoing) { place, run in
        runs[order[place]] = run
      }
    }
    return runs.compactMap { $0 }
  }
}

/// What a sweep keeps of a run: its digest and the plan's outcomes.
private struct PointGatherer: RunGatherer {
  private var digest = Digest()
  private var gauge: OutcomeGauge

  init(_ outcomes: [PlanOutcome]) { gauge = OutcomeGauge(outcomes) }

  mutating func add(_ record: DayRecord) { digest.add(record) }

  mutating func add(_ record: MonthRecord) {
    digest.add(record)
    gauge.add(record)
  }

  func gathered(_ summary: RunSummary) -> PointRun {
    PointRun(digest: digest.text, values: gauge.values)
  }
}
