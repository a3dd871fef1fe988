import Inputs
import Kernel
import Measurement
import Results
import ScenarioFile

extension Comparison {
  /// All differences of finished runs.
  ///
  /// - Parameters:
  ///   - runs: by scenario and run, second lives of worlds last.
  ///   - lives: in which worlds they lived, where that is not as the comparison says.
  ///   - wanted: national indicators that are enough, in the scenario's currency; nil for everything.
  package func results(
    _ runs: [[ComparedRun]], lives: WorldLives? = nil, of wanted: [NationalIndicator]? = nil
  ) -> ComparisonResults {
    let lives = lives ?? self.lives
    let scenarios = arms.indices.map { number in
      let arm = arms[number]
      var scenario = ComparedScenario(
        name: arm.name, title: arm.inputs.name, question: arm.inputs.question,
        scenarioSHA256: Digest.ofText(arm.text),
        digest: Digest.ofText(runs[number].map(\.digest).joined()),
        persons: runs[number][0].persons, employers: runs[number][0].employers,
        measures: MeasureDates.all(of: arm.inputs))
      scenario.changes = PolicyChanges(from: base, to: arm.inputs).rows
      return scenario
    }
    var results = ComparisonResults(
      scenarios, runs, lives, National.indicators, country: base.country, plan: plan, of: wanted)
    if wanted == nil {
      let evidence = runs.map {
        EvidenceRow.rows(arms[0].evidence, $0.prefix(lives.replicates).map(\.evidence))
      }
      if lives.worlds > 1, let worlds = arms[0].scenario?.worlds {
        results.assumptions = results.dependences(on: worlds, runs, lives)
      }
      results.evidence = evidence[0]
      results.variantEvidence = Array(evidence.dropFirst())
    }
    results.manifest.precision = precision
    results.manifest.seed = base.run.seed
    results.manifest.scale = base.run.scale
    results.manifest.firstDay = "\(base.run.from)"
    results.manifest.lastDay = "\(lastDay)"
    return results
  }
}

extension ComparisonResults {
  /// Differences of runs by scenario and run, all over the same months.
  init(
    _ scenarios: [ComparedScenario], _ runs: [[ComparedRun]], _ lives: WorldLives,
    _ indicators: [Indicator], country: Country, plan: String, of wanted: [NationalIndicator]? = nil
  ) {
    let money = MoneyUnits(country, months: runs[0][0].months)
    let statistics = ComparisonStatistics(runs, lives, indicators, money)
    let order = country.regions.map(\.name) + country.sectors.map(\.name) + [country.name]
    let variants = Array(1..<scenarios.count)
    var scenarios = scenarios
    for variant in variants {
      scenarios[variant].firstDifference = statistics.firstDifference(variant: variant)
        .map { statistics.months[$0] }
    }
    var manifest = ComparisonManifest()
    manifest.version = Build.version
    manifest.commit = Build.commit
    manifest.toolchain = Build.toolchain
    manifest.machine = MachineText.current
    manifest.base = scenarios[0].name
    manifest.variants = scenarios.dropFirst().map(\.name)
    manifest.planSha256 = Digest.ofText(plan)
    manifest.replicates = min(lives.replicates, runs[0].count)
    manifest.worlds = lives.worlds
    manifest.secondLives = lives.secondLives
    manifest.digest = Digest.ofText(scenarios.map(\.digest).joined())
    manifest.complete = true
    self.init(
      manifest: manifest, scenarios: scenarios, indicators: indicators,
      months: statistics.months,
      regions: country.regions.map {
        TilePlace(name: $0.name, column: $0.tileColumn, row: $0.tileRow)
      },
      effects: variants.flatMap { variant in
        wanted.map { statistics.nationalEffects(variant: variant, of: Set($0.map(\.name))) }
          ?? statistics.nationalEffects(variant: variant)
      }
        + (wanted == nil
          ? variants.flatMap { statistics.costs(variant: $0) }
            + variants.flatMap { statistics.marginEffects(variant: $0, order: order) } : []),
      money: money)
  }
}
