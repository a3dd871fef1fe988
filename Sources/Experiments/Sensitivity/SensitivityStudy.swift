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
    case noPoint(String)

    package var description: String {
      switch self {
      case .design(let kind):
        "the sweep has a \(kind) design. Sensitivity needs one of kind morris or saltelli."
      case .unknownOutcome(let name, let names):
        "'\(name)' is no outcome of the sweep. There is: \(names.joined(separator: ", "))."
      case .unknownPolicy(let name, let names):
        "'\(name)' is no policy of the sweep. There is: \(names.joined(separator: ", "))."
      case .noPoint(let outcome):
        "no point has a value of '\(outcome)' under every policy, so there is nothing to compare."
      }
    }
  }

  /// An outcome under a policy, and what drives it.
  package struct Answer: Sendable {
    package enum Method: Sendable {
      case morris(MorrisScreening)
      case sobol(SobolIndices)
      /// Too little is known, for the reason given.
      case none(String)
    }
    package var outcome: PlanOutcome
    package var policy: String
    package var method: Method
    package var gaps: SampleGaps

    /// Why not to trust it yet, or why there is nothing to trust; nil where it may be.
    package var warning: String? {
      let sentences =
        switch method {
        case .morris(let screening): [gaps.sentence("trajectories"), screening.warning]
        case .sobol(let indices): [gaps.sentence("base points"), indices.warning]
        case .none(let reason): [reason]
        }
      let known = sentences.compactMap { $0 }
      return known.isEmpty ? nil : known.joined(separator: " ")
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
    guard let size = plan.design.blockSize(factors: plan.factors.count) else {
      throw Fault.design(plan.design.kind)
    }
    let contents = try contents
    var answers: [Answer] = []
    for (column, item) in plan.outcomes.enumerated() where item.name == outcome ?? item.name {
      let asked = item.minus.map { minus in policies.filter { $0 != minus } } ?? ["base"]
      for (number, name) in policies.enumerated()
      where policy.map({ $0 == name }) ?? asked.contains(name) {
        let points = contents.map { point($0, column, number) }
        let gaps = SampleGaps(points, size: size)
        answers.append(
          Answer(outcome: item, policy: name, method: try method(points, gaps), gaps: gaps))
      }
    }
    return answers
  }

  /// What is known of every point; nil of those that are not computed yet.
  var contents: [PointRecord.Content?] {
    get throws { try (0..<sweep.points.count).map { try records.record($0)?.content } }
  }

  private func method(_ points: [SampleGaps.Point], _ gaps: SampleGaps) throws -> Answer.Method {
    let factors = sweep.plan.factors
    let (names, values) = (factors.map(\.path), points.map(\.value))
    if gaps.isEmptyEverywhere {
      return .none("It has no value at any point: there was nobody to measure.")
    }
    do throws(StatisticsError) {
      if case .morris = sweep.plan.design {
        return .morris(
          try MorrisScreening(
            factors: names,
            places: { point in zip(factors, sweep.points[point]).map { $0.place(at: $1) } },
            outcomes: values))
      }
      return .sobol(try SobolIndices(factors: names, outcomes: values))
    } catch {
      let remedy =
        gaps.missing > 0 ? "Let the sweep go on." : "A plan with more points may say something."
      return .none(
        "Too few points have a value to say anything. "
          + (gaps.sentence("parts of the sample").map { $0 + " " } ?? "") + remedy)
    }
  }

  func point(_ content: PointRecord.Content?, _ column: Int, _ policy: Int) -> SampleGaps.Point {
    switch content {
    case nil: return .missing
    case .failed: return .failed
    case .runs(let runs):
      let values = stride(from: policy, to: runs.count, by: sweep.plan.variants.count)
        .map { runs[$0].values[column] }
      let known = values.compactMap { $0 }
      guard known.count == values.count, let mean = known.mean else { return .empty }
      return .value(mean)
    }
  }
}

extension SampleGaps.Point {
  var value: Double? { if case .value(let value) = self { value } else { nil } }
}

extension PlanDesign {
  /// Points of a part of the design that is used whole or not at all; nil for designs without such parts.
  fileprivate func blockSize(factors: Int) -> Int? {
    switch self {
    case .morris: factors + 1
    case .saltelli: factors + 2
    default: nil
    }
  }
}
