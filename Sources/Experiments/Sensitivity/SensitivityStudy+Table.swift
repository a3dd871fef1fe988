import Kernel
import Results
import Statistics

extension SensitivityStudy.Answer {
  /// The ranked table.
  package var table: StudyTable {
    let title = "\(outcome.name) (\(outcome.indicator)), policy \(policy)"
    let notes = warning.map { [$0] } ?? []
    switch method {
    case .none: return StudyTable(title, columns: ["factor"], rows: [], notes: notes)
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
