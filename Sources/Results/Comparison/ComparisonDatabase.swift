import GRDB
import Kernel
import Measurement

/// Writes and reads a comparison's `results.sqlite`.
package enum ComparisonDatabase {
  /// Writes all tables to a new file, in one transaction.
  /// - Throws: ``FolderFault`` with the path.
  static func write(
    _ results: ComparisonResults, runs: [[ComparedRun]], to path: String
  ) throws {
    try FileBytes.write([UInt8](), to: path)
    do {
      let queue = try DatabaseQueue(path: path, configuration: RunDatabase.fastUnsafe)
      try queue.write { database in
        try writeScenarios(results, database)
        try writeCodebook(results, database)
        try writeDifferences(results, database)
        try writeReplicates(results, runs, database)
        try writeAssumptions(results, database)
        try EvidenceTables.write(results.evidence, database)
        try EvidenceTables.writeVariants(results, database)
        try RunDatabase.writeMoneyUnits(results.money, results.months, database)
        try TableChecksums.write(database)
      }
      try queue.close()
    } catch let error as DatabaseError {
      throw RunDatabase.fault(error, path)
    }
  }

  private static func writeScenarios(
    _ results: ComparisonResults, _ database: Database
  ) throws {
    try database.execute(
      sql: """
        CREATE TABLE comparison (seed INTEGER, scale REAL, first_day TEXT, last_day TEXT,
          replicates INTEGER, version TEXT, plan_sha256 TEXT, digest TEXT);
        CREATE TABLE scenarios (name TEXT, role TEXT, title TEXT, question TEXT,
          scenario_sha256 TEXT, digest TEXT, persons INTEGER, employers INTEGER,
          first_difference TEXT);
        CREATE TABLE measures (scenario TEXT, name TEXT, kind TEXT, "from" TEXT, until TEXT);
        CREATE TABLE changes (scenario TEXT, kind TEXT, key TEXT, measure TEXT, before TEXT,
          after TEXT, since TEXT);
        CREATE TABLE regions (name TEXT, tile_column INTEGER, tile_row INTEGER);
        CREATE TABLE months (month TEXT);
        """)
    let manifest = results.manifest
    try database.execute(
      sql: "INSERT INTO comparison VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
      arguments: [
        manifest.seed, manifest.scale, manifest.firstDay, manifest.lastDay, manifest.replicates,
        manifest.version, manifest.planSha256, manifest.digest,
      ])
    for (number, scenario) in results.scenarios.enumerated() {
      try database.execute(
        sql: "INSERT INTO scenarios VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        arguments: [
          scenario.name, number == 0 ? "base" : "variant", scenario.title, scenario.question,
          scenario.scenarioSHA256, scenario.digest, scenario.persons, scenario.employers,
          scenario.firstDifference?.monthText,
        ])
      for measure in scenario.measures {
        try database.execute(
          sql: "INSERT INTO measures VALUES (?, ?, ?, ?, ?)",
          arguments: [
            scenario.name, measure.name, measure.kind, measure.from.description,
            measure.until?.description,
          ])
      }
    }
    try writeChanges(results, database)
    for region in results.regions {
      try database.execute(
        sql: "INSERT INTO regions VALUES (?, ?, ?)",
        arguments: [region.name, region.column, region.row])
    }
    for month in results.months {
      try database.execute(
        sql: "INSERT INTO months VALUES (?)", arguments: [month.monthText])
    }
  }

  private static func writeChanges(
    _ results: ComparisonResults, _ database: Database
  ) throws {
    for scenario in results.scenarios {
      for row in scenario.changes {
        try database.execute(
          sql: "INSERT INTO changes VALUES (?, ?, ?, ?, ?, ?, ?)",
          arguments: [
            scenario.name, row.kind, row.key, row.measure, row.before, row.after,
            row.since?.description,
          ])
      }
    }
  }

  private static func writeCodebook(_ results: ComparisonResults, _ database: Database) throws {
    var codebook = try TableWriter(
      "codebook", keys: ["table", "column", "unit", "formula", "perspective"], numbers: [],
      database)
    for indicator in results.indicators {
      try codebook.insert(
        [
          "national", indicator.name, indicator.unit.text(money: results.money.currency.code),
          indicator.formula,
          indicator.perspective.rawValue,
        ], [Double]())
    }
  }

  private static func writeDifferences(
    _ results: ComparisonResults, _ database: Database
  ) throws {
    var table = try TableWriter(
      "differences", keys: ["variant", "dimension", "member", "indicator", "unit", "period"],
      numbers: ComparisonTables.columns, counts: ComparisonTables.counts, database)
    for effect in results.effects {
      let keys = [
        results.scenarios[effect.variant].name, effect.dimension, effect.member,
        effect.indicator, effect.unit,
      ]
      for (period, estimate) in zip(effect.periods, effect.estimates) {
        try table.insert(keys + [period], ComparisonTables.numbers(estimate))
      }
    }
  }

  private static func writeAssumptions(
    _ results: ComparisonResults, _ database: Database
  ) throws {
    var table = try TableWriter(
      "assumptions", keys: ["variant", "indicator", "key"],
      numbers: ["correlation", "lower", "upper", "is_told"], counts: ["is_told"], database)
    for item in results.assumptions {
      try table.insert(
        [results.scenarios[item.variant].name, item.indicator, item.key],
        [item.correlation, item.lower, item.upper, item.isTold ? 1 : 0])
    }
  }

  private static func writeReplicates(
    _ results: ComparisonResults, _ runs: [[ComparedRun]], _ database: Database
  ) throws {
    var table = try TableWriter(
      "replicates", keys: ["scenario", "month"],
      numbers: ["replicate"] + results.indicators.map(\.name), counts: ["replicate"], database)
    for (scenario, runs) in zip(results.scenarios, runs) {
      for (replicate, run) in runs.prefix(results.manifest.replicates).enumerated() {
        for (month, row) in zip(run.months, run.national) {
          try table.insert([scenario.name, month.monthText], [Double(replicate)] + row)
        }
      }
    }
  }
}
