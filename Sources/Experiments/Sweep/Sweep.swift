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
  /// Columns of the national indicators, an outcome each.
  private let columns: [Int]

  /// - Throws: `StatisticsError`, where a quasi-random sequence has too few dimensions.
  package init(_ plan: Plan) throws(StatisticsError) {
    self.plan = plan
    points = try DesignPoints(plan.design, plan.factors)
    columns = plan.outcomes.map { outcome in
      National.indicators.firstIndex { $0.name == outcome.indicator } ?? 0
    }
  }

  /// The indicators that a plan may name.
  package static var indicators: [PlanIndicator] {
    National.indicators.map { PlanIndicator(name: $0.name, unit: $0.unit) }
  }

  /// How a point's rows are laid out.
  package var layout: SweepLayout {
    let (factors, points) = (plan.factors, points)
    return SweepLayout(
      factors: factors.map(\.path), policies: plan.variants.map(\.name),
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

  /// Simulates a point: each replicate, each variant in it with the same luck.
  ///
  /// - Parameters:
  ///   - shares: Where it lies; nil for the design's own point.
  ///   - workers: Threads of each run.
  /// - Returns: Nil where `keepsGoing` stopped it. A scenario that does not stand, or books that do not
  ///   balance, make a failed record.
  package func record(
    _ point: Int, at shares: [Double]? = nil, workers: Int, keepsGoing: () -> Bool
  ) -> PointRecord? {
    var runs: [PointRun] = []
    do {
      let shares = shares ?? points[point]
      let inputs = try plan.variants.map { try $0.loaded(with: overrides(shares, $0)).inputs }
      for replicate in 0..<plan.replicates {
        var values: [[Double?]] = []
        for inputs in inputs {
          guard
            let run = try measured(
              inputs, replicate: replicate, workers: workers, keepsGoing: keepsGoing)
          else { return nil }
          values.append(run.values)
          runs.append(run)
        }
        for variant in inputs.indices {
          runs[replicate * inputs.count + variant].values = differences(values, variant)
        }
      }
      return PointRecord(point: point, content: .runs(runs))
    } catch let faults as ScenarioFaults {
      let first = faults.diagnostics.first { $0.severity == .error }
      return PointRecord(point: point, content: .failed(first?.sentence ?? "not a scenario"))
    } catch {
      return PointRecord(point: point, content: .failed("\(error)"))
    }
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

  private func measured(
    _ inputs: Inputs, replicate: Int, workers: Int, keepsGoing: () -> Bool
  ) throws -> PointRun? {
    var digest = Digest()
    var months = plan.outcomes.map { _ in [Double?]() }
    var options = RunOptions()
    options.workers = workers
    options.replicate = UInt32(replicate)
    options.until = plan.until
    options.withTables = false
    let summary = try withoutActuallyEscaping(keepsGoing) { keepsGoing in
      var sinks = RunSinks()
      sinks.day = { digest.add($0) }
      sinks.month = { record in
        digest.add(record)
        for (number, outcome) in plan.outcomes.enumerated()
        where record.month >= outcome.first && record.month <= outcome.last {
          months[number].append(record.national[columns[number]])
        }
      }
      sinks.keepsGoing = { _ in keepsGoing() }
      return try simulate(inputs, options: options, sinks: sinks)
    }
    guard summary.isComplete else { return nil }
    return PointRun(
      digest: digest.text,
      values: zip(plan.outcomes, months).map { $0.take.value(of: $1.compactMap { $0 }) })
  }
}

extension PlanOutcome.Take {
  /// Nil of no values.
  func value(of months: [Double]) -> Double? {
    switch self {
    case .mean: months.mean
    case .sum: months.isEmpty ? nil : months.reduce(0, +)
    case .min: months.min()
    case .max: months.max()
    }
  }
}
