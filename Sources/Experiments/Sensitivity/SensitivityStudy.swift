import Results
import ScenarioFile
import Statistics

/// Which factors drive the outcomes of a finished sweep.
package struct SensitivityStudy {
  let sweep: Sweep
  private let records: SweepRecords

  package init(_ sweep: Sweep, _ records: SweepRecords) {
    self.sweep = sweep
    self.records = records
  }

  /// Why a sweep cannot answer.
  package enum Fault: Error, Equatable, CustomStringConvertible {
    case design(String)
    case unknownOutcome(String, among: [String])
    case unknownPolicy(String, among: [String])
    case tooFewPoints(String)

    package var description: String {
      switch self {
      case .design(let kind):
        "the sweep has a \(kind) design. Sensitivity needs one of kind morris or saltelli."
      case .unknownOutcome(let name, let names):
        "'\(name)' is no outcome of the sweep. There is: \(names.joined(separator: ", "))."
      case .unknownPolicy(let name, let names):
        "'\(name)' is no policy of the sweep. There is: \(names.joined(separator: ", "))."
      case .tooFewPoints(let outcome):
        "too few points of '\(outcome)' are done to say anything. Let the sweep go on."
      }
    }
  }

  /// An outcome under a policy, and what drives it.
  package struct Answer: Sendable {
    package enum Method: Sendable {
      case morris(MorrisScreening)
      case sobol(SobolIndices)
    }
    package var outcome: PlanOutcome
    package var policy: String
    package var method: Method

    package var warning: String? {
      switch method {
      case .morris(let screening): screening.warning
      case .sobol(let indices): indices.warning
      }
    }
  }

  /// An answer for each outcome asked for: a difference under each policy, anything else under the base.
  ///
  /// - Parameters:
  ///   - outcome: That one alone.
  ///   - policy: Under that one alone.
  /// - Throws: ``Fault``, or a fault of the folder.
  package func answers(outcome: String? = nil, policy: String? = nil) throws -> [Answer] {
    let plan = sweep.plan
    let policies = plan.variants.map(\.name)
    if let outcome, !plan.outcomes.contains(where: { $0.name == outcome }) {
      throw Fault.unknownOutcome(outcome, among: plan.outcomes.map(\.name))
    }
    if let policy, !policies.contains(policy) {
      throw Fault.unknownPolicy(policy, among: policies)
    }
    var answers: [Answer] = []
    for (column, item) in plan.outcomes.enumerated() where item.name == outcome ?? item.name {
      let asked = item.minus.map { minus in policies.filter { $0 != minus } } ?? ["base"]
      for (number, name) in policies.enumerated()
      where policy.map({ $0 == name }) ?? asked.contains(name) {
        answers.append(try answer(item, column, number))
      }
    }
    return answers
  }

  private func answer(_ outcome: PlanOutcome, _ column: Int, _ policy: Int) throws -> Answer {
    let factors = sweep.plan.factors.map(\.path)
    let values = try (0..<sweep.points.count).map { try value($0, column, policy) }
    let method: Answer.Method
    do throws(StatisticsError) {
      switch sweep.plan.design {
      case .morris:
        method = .morris(
          try MorrisScreening(factors: factors, shares: { sweep.points[$0] }, outcomes: values))
      case .saltelli: method = .sobol(try SobolIndices(factors: factors, outcomes: values))
      default: throw .outOfRange(argument: "", value: 0, range: "")
      }
    } catch {
      switch error {
      case .tooFewValues: throw Fault.tooFewPoints(outcome.name)
      default: throw Fault.design(sweep.plan.design.kind)
      }
    }
    return Answer(outcome: outcome, policy: sweep.plan.variants[policy].name, method: method)
  }

  /// A point's outcome under a policy, the mean of its replicates; nil where any is missing.
  func value(_ point: Int, _ column: Int, _ policy: Int) throws -> Double? {
    guard case .runs(let runs) = try records.record(point)?.content else { return nil }
    let values = stride(from: policy, to: runs.count, by: sweep.plan.variants.count)
      .map { runs[$0].values[column] }
    let known = values.compactMap { $0 }
    return known.count == values.count ? known.mean : nil
  }
}

extension SensitivityStudy.Answer {
  /// The ranked table.
  package var table: StudyTable {
    let title = "\(outcome.name) (\(outcome.indicator)), policy \(policy)"
    let notes = warning.map { [$0] } ?? []
    switch method {
    case .morris(let screening):
      return StudyTable(
        "\(title): Morris' elementary effects, \(screening.trajectoryCount) trajectories",
        columns: ["factor", "μ*", "95 % interval", "μ", "σ"],
        rows: screening.effects.map { effect in
          [
            effect.factor, figure(effect.meanSize.estimate), interval(effect.meanSize),
            figure(effect.mean), figure(effect.deviation),
          ]
        },
        notes: [
          "μ*: mean size of the change of the outcome over a factor's whole spread; μ: with its "
            + "sign; σ: how much that depends on the other factors."
        ] + notes)
    case .sobol(let sobol):
      return StudyTable(
        "\(title): Sobol indices, \(sobol.rowCount) base points",
        columns: ["factor", "total", "95 % interval", "first", "95 % interval"],
        rows: sobol.indices.map { index in
          [
            index.factor, share(index.total.estimate),
            "\(share(index.total.lower)) to \(share(index.total.upper))",
            share(index.first.estimate),
            "\(share(index.first.lower)) to \(share(index.first.upper))",
          ]
        },
        notes: [
          "Of the outcome's variance: total, what remains were all other factors known; first, what "
            + "vanishes were this one known."
        ] + notes)
    }
  }

  private func interval(_ interval: ConfidenceInterval) -> String {
    "\(figure(interval.lower)) to \(figure(interval.upper))"
  }

  private func share(_ value: Double) -> String { NumberText.fixed(value, decimals: 2) }

  /// Four significant digits.
  private func figure(_ value: Double) -> String {
    let size = value.magnitude
    if size >= 1000 || size == 0 { return NumberText.fixed(value, decimals: 0) }
    var (decimals, scale) = (3, 1.0)
    while decimals < 9, size * scale < 1 {
      scale *= 10
      decimals += 1
    }
    return NumberText.fixed(value, decimals: decimals)
  }
}
