import Kernel
import Results
import ScenarioFile
import Statistics

/// What a search for worlds found, as tables and as the table of worlds.
package struct WorldReport {
  package let plan: Plan
  let result: WorldSearch.Result
  /// A range counts as narrowed where nine worlds in ten take less of it than this part of what they would by chance.
  static let narrowed = 0.8

  package init(_ plan: Plan, _ result: WorldSearch.Result) {
    self.plan = plan
    self.result = result
  }

  /// The base's own values count as a world where they meet the targets.
  package var worldCount: Int { result.worlds.count + (result.isOwnKept ? 1 : 0) }

  package var tables: [StudyTable] { [course, targets, ranges, pairs, emulators] }

  /// How the search went.
  package var course: StudyTable {
    var rows = result.waves.enumerated().map { number, wave in
      [
        "wave \(number + 1)", "\(wave.runs + wave.failures)",
        "\(Self.share(wave.shareLeft, decimals: 1)) of the space left",
      ]
    }
    for (step, met) in result.metAfter.enumerated() {
      rows.append([
        "solved, simulated \(step + 1) \(step == 0 ? "time" : "times")",
        step == 0 ? "\(result.draws)" : "those that missed",
        "\(met) of \(result.draws) meet every target",
      ])
    }
    rows.append([
      "simulated anew", "\(result.candidates)",
      "\(result.metAgain) meet every target by other luck too"
        + (result.metAgain > result.worlds.count
          ? ", \(result.worlds.count) of them are kept" : ""),
    ])
    return StudyTable(
      "\(plan.name): \(worldCount) worlds", columns: ["step", "points", "what came of it"],
      rows: rows,
      notes: [
        "\(result.runs) points simulated\(result.failures > 0 ? ", \(result.failures) of which failed" : "").",
        result.isOwnKept
          ? "The base's own values meet every target too: they are the first world."
          : "The base's own values miss a target, so they are no world.",
        "Worlds are draws of every value from its range, of which \(result.moving.count) values were moved by as little as "
          + "met the targets: \(result.moving.map { plan.factors[$0].path }.joined(separator: ", ")).",
      ] + endings)
  }

  private var endings: [String] {
    switch result.ending {
    case .complete: []
    case .stalled: ["The last wave ruled out next to nothing more."]
    case .nothingLeft:
      ["Nothing is left: targets contradict each other, or the model cannot meet them together."]
    }
  }

  /// Each target beside what worlds give; those held back are foretold.
  package var targets: StudyTable {
    let rows = plan.targets.enumerated().map { place, target -> [String] in
      let figure = { CalibrationReport.figure($0, target) }
      let values = result.worlds.compactMap { $0.outcomes[place] }
      let ends = (try? quantiles(of: values, at: [0.05, 0.5, 0.95])) ?? []
      let luck = result.luckDeviations[place] ?? 0
      let deviation = target.deviation(luckVariance: luck * luck)
      let miss = values.mean.map { mean -> Double in
        let miss = (mean - target.value) / deviation
        return target.isAtLeast ? min(0, miss) : miss
      }
      return [
        target.outcome.name, CalibrationReport.aim(target), "±" + figure(target.tolerance),
        figure(result.luckDeviations[place]), figure(result.own[place]),
        ends.isEmpty ? "–" : figure(ends[1]),
        ends.isEmpty ? "–" : "\(figure(ends[0])) to \(figure(ends[2]))",
        miss.map { NumberText.fixed($0, decimals: 1) } ?? "–",
        target.isHeldBack ? "held back: " + covers(target, ends) : "solved for",
      ]
    }
    return StudyTable(
      "Targets and what worlds give",
      columns: [
        "target", "documented", "tolerance", "luck", "base", "median", "nine worlds in ten",
        "mean miss",
        "",
      ], rows: rows,
      notes: [
        "Luck: the standard deviation of one run. Mean miss: in standard deviations of all doubts together; a target "
          + "that worlds miss to one side by more than 1 pulls against the others.",
        "Tolerances and discrepancies were fixed beforehand. Nothing held back was solved for: it is foretold.",
      ])
  }

  /// Whether what worlds foretell meets the document.
  private func covers(_ target: PlanTarget, _ ends: [Double]) -> String {
    guard ends.count == 3 else { return "nobody to measure" }
    let low = target.value - target.tolerance
    let high = target.isAtLeast ? Double.infinity : target.value + target.tolerance
    return ends[2] >= low && ends[0] <= high ? "meets the document" : "misses the document"
  }

  /// How much of each range worlds leave, the least first.
  package var ranges: StudyTable {
    let left = narrowings
    let order = left.indices.sorted { (left[$0].part, $0) < (left[$1].part, $1) }
    let rows = order.map { place -> [String] in
      let factor = plan.factors[place]
      return [
        factor.path, "\(Self.text(factor, 0)) to \(Self.text(factor, 1))",
        "\(Self.text(factor, left[place].low)) to \(Self.text(factor, left[place].high))",
        Self.share(left[place].part, decimals: 0), result.moving.contains(place) ? "moved" : "",
      ]
    }
    let count = left.count { $0.part < Self.narrowed }
    return StudyTable(
      "\(count) of \(left.count) ranges were narrowed",
      columns: ["key", "range", "nine worlds in ten", "left", ""], rows: rows,
      notes: [
        "Left: the part of the range that nine worlds in ten take, to the nine tenths that they would by chance. Narrowed: "
          + "less than \(Self.share(Self.narrowed, decimals: 0)). Of the others the targets say next to nothing."
      ])
  }

  /// By factor, in shares of its spread.
  private var narrowings: [(low: Double, high: Double, part: Double)] {
    plan.factors.indices.map { factor in
      let shares = result.worlds.map { $0.shares[factor] }
      guard let ends = try? quantiles(of: shares, at: [0.05, 0.95]) else { return (0, 1, 1) }
      return (ends[0], ends[1], (ends[1] - ends[0]) / 0.9)
    }
  }

  /// Pairs of values that make up for each other.
  package var pairs: StudyTable {
    let count = result.worlds.count
    var found: [(one: Int, other: Int, correlation: Double, probability: Double)] = []
    let columns = plan.factors.indices.map { factor in result.worlds.map { $0.shares[factor] } }
    for one in plan.factors.indices where count > 8 {
      for other in (one + 1)..<max(one + 1, plan.factors.count) {
        guard let correlation = (try? rankCorrelation(columns[one], columns[other])) ?? nil else {
          continue
        }
        let size = correlation.magnitude
        let ratio = size * (Double(count - 2) / max(1e-12, 1 - size * size)).squareRoot()
        let below =
          (try? studentProbability(below: -ratio, degreesOfFreedom: Double(count - 2))) ?? 0.5
        found.append((one, other, correlation, min(1, 2 * below)))
      }
    }
    let told = (try? discoveries(among: found.map(\.probability), falseShare: 0.05)) ?? []
    let clear = zip(found, told).filter(\.1).map(\.0)
      .sorted { ($0.correlation.magnitude, $1.one) > ($1.correlation.magnitude, $0.one) }
    return StudyTable(
      clear.isEmpty
        ? "No pair of values trades off clearly" : "Pairs of values that trade off over worlds",
      columns: ["key", "and", "rank correlation"],
      rows: clear.prefix(15).map {
        [
          plan.factors[$0.one].path, plan.factors[$0.other].path,
          NumberText.fixed($0.correlation, decimals: 2),
        ]
      },
      notes: [
        "Of \(found.count) pairs over \(count) worlds those that stand out from chance, at one in twenty false; "
          + "fifteen at the most."
      ])
  }

  /// What the last wave's emulators say of runs left out.
  package var emulators: StudyTable {
    let fitted = plan.targets.filter { !$0.isHeldBack }
    let rows = fitted.indices.map { place -> [String] in
      guard let wave = result.waves.last else {
        return [fitted[place].outcome.name, "–", "–", "–"]
      }
      let errors = wave.errorsLeftOut[place]
      let square = errors.reduce(0) { $0 + $1 * $1 } / Double(max(1, errors.count))
      let far = Double(errors.count { $0.magnitude > 3 }) / Double(max(1, errors.count))
      return [
        fitted[place].outcome.name, Self.share(wave.foretold[place], decimals: 0),
        NumberText.fixed(square.squareRoot(), decimals: 2), Self.share(far, decimals: 1),
      ]
    }
    return StudyTable(
      "Emulators, checked on runs left out",
      columns: ["target", "foretold", "error, as stated", "beyond 3"], rows: rows,
      notes: [
        "Foretold: of the variance between runs. Error: the root mean square of errors in the standard deviations stated for "
          + "them, 1 where they are honest; what is stated is enlarged by it where it is more."
      ])
  }

  static func share(_ value: Double, decimals: Int) -> String {
    NumberText.fixed(100 * value, decimals: decimals) + " %"
  }

  static func text(_ factor: PlanFactor, _ share: Double) -> String {
    Quantity.rounded(
      factor.number(at: share), factor.kind.quantity?.dimension ?? .factor, in: factor.units)
  }
}

extension WorldReport {
  /// `worlds.csv`: what a scenario names under `tables: worlds:`.
  package var csv: [UInt8] {
    var csv = CSVWriter()
    csv.header(["world"] + plan.factors.map(\.path))
    if result.isOwnKept {
      csv.field("own")
      for _ in plan.factors { csv.field("") }
      csv.endLine()
    }
    for (number, world) in result.worlds.enumerated() {
      csv.field("\(number + 1)")
      for (factor, share) in zip(plan.factors, world.shares) {
        csv.field(factor.shortNumber(at: share))
      }
      csv.endLine()
    }
    return Array(comments.utf8) + csv.bytes
  }

  private var comments: String {
    let run = plan.variants[0].scenario.inputs.run
    return """
      # Made by kosh worlds: \(plan.name). \(worldCount) worlds, each with the documented facts within \
      \(NumberText.shortest(plan.match.cut)) standard deviations.
      # Scale \(NumberText.shortest(run.scale)), seed \(run.seed), Kosh \(Build.version). Values in base units; \
      an empty cell is the scenario's own value.

      """
  }
}
