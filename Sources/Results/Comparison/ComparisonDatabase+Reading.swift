import GRDB
import Kernel
import Measurement
import ScenarioFile

extension ComparisonDatabase {
  /// Reads a comparison's folder back.
  /// - Throws: ``FolderFault``.
  package static func read(folder: String) throws -> ComparisonResults {
    let manifest = try ComparisonManifest.read(folder: folder)
    var configuration = Configuration()
    configuration.readonly = true
    do {
      let queue = try DatabaseQueue(
        path: folder + "/results.sqlite", configuration: configuration)
      return try queue.read { database in
        let isChecked = try TableChecksums.check(database, folder: folder) { $0 != "replicates" }
        let scenarios = try readScenarios(database)
        let evidence = try EvidenceTables.read(database)
        var results = ComparisonResults(
          manifest: manifest, scenarios: scenarios,
          indicators: try RunDatabase.readIndicators(database),
          months: try String.fetchAll(database, sql: "SELECT month FROM months ORDER BY rowid")
            .compactMap { Day(text: $0 + "-01") },
          regions: try Row.fetchAll(database, sql: "SELECT * FROM regions ORDER BY rowid").map {
            TilePlace(name: $0["name"], column: $0["tile_column"], row: $0["tile_row"])
          },
          effects: try readEffects(scenarios.map(\.name), database),
          evidence: evidence, money: try RunDatabase.readMoneyUnits(database))
        results.assumptions = try readAssumptions(scenarios.map(\.name), database)
        results.variantEvidence = try EvidenceTables.readVariants(
          scenarios.dropFirst().map(\.name), of: evidence, database)
        results.isChecked = isChecked
        return results
      }
    } catch let error as DatabaseError {
      throw FolderFault.notARunFolder(
        path: folder, reason: "its results.sqlite cannot be read: \(error.message ?? "unknown")")
    }
  }

  private static func readScenarios(_ database: Database) throws -> [ComparedScenario] {
    try Row.fetchAll(database, sql: "SELECT * FROM scenarios ORDER BY rowid").map { row in
      let name: String = row["name"]
      let first: String? = row["first_difference"]
      let measures = try Row.fetchAll(
        database, sql: "SELECT * FROM measures WHERE scenario = ? ORDER BY rowid",
        arguments: [name])
      var scenario = ComparedScenario(
        name: name, title: row["title"], question: row["question"],
        scenarioSHA256: row["scenario_sha256"], digest: row["digest"], persons: row["persons"],
        employers: row["employers"], measures: measures.compactMap(RunDatabase.measure),
        firstDifference: first.flatMap { Day(text: $0 + "-01") })
      scenario.changes = try readChanges(name, database)
      return scenario
    }
  }

  /// Folders of earlier versions do not say what their policies change.
  private static func readChanges(
    _ scenario: String, _ database: Database
  ) throws -> [PolicyChanges.Row] {
    guard try database.tableExists("changes") else { return [] }
    return try Row.fetchAll(
      database, sql: "SELECT * FROM changes WHERE scenario = ? ORDER BY rowid",
      arguments: [scenario]
    ).map { row in
      let since: String? = row["since"]
      return PolicyChanges.Row(
        kind: row["kind"], key: row["key"], measure: row["measure"], before: row["before"],
        after: row["after"], since: since.flatMap { Day(text: $0) })
    }
  }

  private static func readAssumptions(
    _ names: [String], _ database: Database
  ) throws -> [Assumption] {
    guard try database.tableExists("assumptions") else { return [] }
    return try Row.fetchAll(database, sql: "SELECT * FROM assumptions ORDER BY rowid").map { row in
      let name: String = row["variant"]
      return Assumption(
        variant: names.firstIndex(of: name) ?? 0, indicator: row["indicator"], key: row["key"],
        correlation: row["correlation"], lower: row["lower"], upper: row["upper"],
        isTold: row["is_told"])
    }
  }

  /// Nil where there were none, or an older version wrote the row.
  private static func worlds(_ row: Row) -> WorldSpread? {
    guard let median = row["median"] as Double?, let p05 = row["p05"] as Double?,
      let p95 = row["p95"] as Double?, let worlds = row["worlds"] as Int?,
      let sameSign = row["same_sign"] as Int?
    else { return nil }
    return WorldSpread(
      median: median, p05: p05, p95: p95, worlds: worlds, sameSign: sameSign,
      luckShare: row["luck_share"])
  }

  /// Rows of one effect stand together, in the order of its periods.
  private static func readEffects(
    _ names: [String], _ database: Database
  ) throws -> [Effect] {
    var effects: [Effect] = []
    let rows = try Row.fetchCursor(database, sql: "SELECT * FROM differences ORDER BY rowid")
    while let row = try rows.next() {
      var estimate = Estimate(
        base: row["base"], variant: row["with_variant"], difference: row["difference"],
        lower: row["lower"], upper: row["upper"], pairingGain: row["pairing_gain"],
        replicates: row["replicates"])
      estimate.probability = row["p_value"]
      estimate.overWorlds = worlds(row)
      let period: String = row["period"]
      let name: String = row["variant"]
      let head = Effect(
        variant: names.firstIndex(of: name) ?? 0, dimension: row["dimension"],
        member: row["member"], indicator: row["indicator"], unit: row["unit"], periods: [],
        estimates: [])
      if let last = effects.last, last.isOfSame(head) {
        effects[effects.count - 1].periods.append(period)
        effects[effects.count - 1].estimates.append(estimate)
      } else {
        effects.append(head)
        effects[effects.count - 1].periods = [period]
        effects[effects.count - 1].estimates = [estimate]
      }
    }
    return effects
  }
}

extension Effect {
  /// Whether both are of one variant, part and indicator.
  fileprivate func isOfSame(_ other: Effect) -> Bool {
    variant == other.variant && indicator == other.indicator && member == other.member
      && dimension == other.dimension
  }
}
