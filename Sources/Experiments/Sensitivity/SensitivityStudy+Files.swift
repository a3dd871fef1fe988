import Kernel
import Results
import Statistics

/// What drives a sweep's outcomes, in numbers for programs: in full, and by name.
extension SensitivityStudy.Answer {
  /// One number of a factor; its interval where there is one.
  private struct Figure {
    var name: String
    var estimate: Double
    var lower: Double?
    var upper: Double?

    init(_ name: String, _ estimate: Double) { (self.name, self.estimate) = (name, estimate) }

    init(_ name: String, _ interval: ConfidenceInterval) {
      (self.name, estimate) = (name, interval.estimate)
      (lower, upper) = (interval.lower, interval.upper)
    }

    var json: JSON {
      guard let lower, let upper else { return .number(estimate) }
      return .object([
        ("estimate", .number(estimate)), ("lower", .number(lower)), ("upper", .number(upper)),
      ])
    }
  }

  private var methodName: String {
    switch method {
    case .morris: "morris"
    case .sobol: "sobol"
    case .none: "none"
    }
  }

  /// Factors in the order of their rank.
  private var figures: [(factor: String, figures: [Figure])] {
    switch method {
    case .morris(let screening):
      screening.effects.map {
        (
          $0.factor,
          [
            Figure("mu_star", $0.meanSize), Figure("mu", $0.mean), Figure("sigma", $0.deviation),
          ]
        )
      }
    case .sobol(let sobol):
      sobol.indices.map {
        ($0.factor, [Figure("total", $0.total), Figure("first", $0.first)])
      }
    case .none: []
    }
  }

  package var json: JSON {
    .object([
      ("outcome", .text(outcome.name)), ("indicator", .text(outcome.indicator)),
      ("policy", .text(policy)), ("method", .text(methodName)),
      ("parts", .integer(gaps.all)), ("parts_left_out", .integer(gaps.leftOut)),
      ("warning", warning.map(JSON.text) ?? .null),
      (
        "factors",
        .array(
          figures.map { factor, figures in
            var members: [(key: String, value: JSON)] = [("factor", .text(factor))]
            for figure in figures { members.append((figure.name, figure.json)) }
            return JSON.object(members)
          })
      ),
    ])
  }

  /// `sensitivity.csv`: a row an outcome, policy, factor and number.
  package static func csv(_ answers: [Self]) -> [UInt8] {
    var csv = CSVWriter()
    csv.header([
      "outcome", "policy", "method", "factor", "number", "estimate", "lower", "upper",
    ])
    for answer in answers {
      for (factor, figures) in answer.figures {
        for figure in figures {
          for text in [
            answer.outcome.name, answer.policy, answer.methodName, factor, figure.name,
          ] {
            csv.field(text)
          }
          for number in [figure.estimate, figure.lower, figure.upper] { csv.field(number) }
          csv.endLine()
        }
      }
    }
    return csv.bytes
  }
}

extension PolicyComparison {
  /// - Parameter outcome: what was compared.
  package func json(_ outcome: String, prefer: Preference) -> JSON {
    .object([
      ("outcome", .text(outcome)), ("prefer", .text(prefer.rawValue)),
      ("futures", .integer(futures)), ("futures_left_out", .integer(futuresLeftOut)),
      ("favourite", .text(favourite)), ("agreement", agreement.map { .number($0) } ?? .null),
      (
        "policies",
        .array(
          policies.map { policy in
            var members: [(key: String, value: JSON)] = [("policy", .text(policy.name))]
            for (name, number) in zip(PolicyComparison.columns, policy.numbers) {
              members.append((name, .number(number)))
            }
            return JSON.object(members)
          })
      ),
      (
        "deciders",
        .array(
          deciders.map {
            JSON.object([("factor", .text($0.factor)), ("distance", .number($0.distance))])
          })
      ),
    ])
  }

  private static let columns = ["best_share", "mean_regret", "regret_95", "worst_regret"]

  /// `policies.csv`: a row a policy.
  package var csv: [UInt8] {
    var csv = CSVWriter()
    csv.header(["policy"] + PolicyComparison.columns)
    for policy in policies {
      csv.field(policy.name)
      for number in policy.numbers { csv.field(number) }
      csv.endLine()
    }
    return csv.bytes
  }
}

extension PolicyComparison.Policy {
  fileprivate var numbers: [Double] { [bestShare, meanRegret, highRegret, worstRegret] }
}
