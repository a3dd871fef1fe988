import Kernel
import Results
import ScenarioFile

/// What a search for worlds found, in numbers for programs.
extension WorldReport {
  package var json: JSON {
    .object([
      ("name", .text(plan.name)), ("worlds", .integer(worldCount)),
      ("is_own_kept", .flag(result.isOwnKept)), ("points", .integer(result.runs)),
      ("failures", .integer(result.failures)), ("draws", .integer(result.draws)),
      ("met_after", .array(result.metAfter.map(JSON.integer))),
      ("candidates", .integer(result.candidates)), ("met_again", .integer(result.metAgain)),
      (
        "waves",
        .array(
          result.waves.map { wave in
            .object([
              ("points", .integer(wave.runs)), ("failures", .integer(wave.failures)),
              ("space_left", .number(wave.shareLeft)),
              ("foretold", .array(wave.foretold.map(JSON.number))),
            ])
          })
      ),
      ("moved", .array(result.moving.map { .text(plan.factors[$0].path) })),
      ("targets", .array(plan.targets.indices.map(target))),
    ])
  }

  private func target(_ place: Int) -> JSON {
    .object(
      CalibrationReport.aimMembers(plan.targets[place]) + [
        ("discrepancy", .number(plan.targets[place].discrepancy)),
        ("luck", .numberOrNull(result.luckDeviations[place])),
        ("base", .numberOrNull(result.own[place])),
        (
          "worlds",
          .array(result.worlds.map { .numberOrNull($0.outcomes[place]) })
        ),
      ])
  }
}
