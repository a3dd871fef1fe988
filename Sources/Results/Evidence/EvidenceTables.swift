import GRDB
import ScenarioFile

/// The evidence in files: `evidence.csv`, and the tables `evidence` and `evidence_values`.
package enum EvidenceTables {
  private static let texts = [
    "id", "fact", "formula", "documented", "unit", "source", "use", "agrees",
  ]
  private static let numbers = ["low", "high", "simulated", "lowest", "highest"]

  private static func texts(_ row: EvidenceRow) -> [String] {
    let fact = row.fact
    return [
      fact.id, fact.fact, fact.formulaText, fact.documented, fact.unitText, fact.source,
      fact.use.rawValue, row.agrees.map { $0 ? "yes" : "no" } ?? "",
    ]
  }

  private static func numbers(_ row: EvidenceRow) -> [Double?] {
    [row.fact.low, row.fact.high, row.mean, row.known.min(), row.known.max()]
  }

  /// A row a fact, with the mean over replicates, the lowest and the highest; then each variant's mean.
  package static func csv(
    _ rows: [EvidenceRow], variants: [(name: String, rows: [EvidenceRow])] = []
  ) -> [UInt8] {
    var csv = CSVWriter()
    csv.header(texts + numbers + variants.map(\.name))
    for (place, row) in rows.enumerated() {
      for text in texts(row) { csv.field(text) }
      for number in numbers(row) { csv.field(number) }
      for variant in variants { csv.field(variant.rows[place].mean) }
      csv.endLine()
    }
    return csv.bytes
  }

  static func write(_ rows: [EvidenceRow], _ database: Database) throws {
    var evidence = try TableWriter("evidence", keys: texts, numbers: numbers, database)
    var values = try TableWriter(
      "evidence_values", keys: ["id", "fact"], numbers: ["replicate", "simulated"],
      counts: ["replicate"], database)
    for row in rows {
      try evidence.insert(texts(row), numbers(row))
      for (replicate, value) in row.values.enumerated() {
        try values.insert([row.fact.id, row.fact.fact], [Double(replicate), value])
      }
    }
  }

  /// None where the results were written without evidence.
  static func read(_ database: Database) throws -> [EvidenceRow] {
    guard try database.tableExists("evidence") else { return [] }
    return try Row.fetchAll(database, sql: "SELECT * FROM evidence ORDER BY rowid").map { row in
      var fact = DocumentedFact()
      fact.id = row["id"]
      fact.fact = row["fact"]
      fact.formulaText = row["formula"]
      fact.documented = row["documented"]
      fact.low = row["low"]
      fact.high = row["high"]
      fact.unitText = row["unit"]
      fact.source = row["source"]
      fact.use = DocumentedFact.Use(rawValue: row["use"]) ?? .leftAlone
      let values = try Row.fetchAll(
        database,
        sql: "SELECT simulated FROM evidence_values WHERE id = ? AND fact = ? ORDER BY replicate",
        arguments: [fact.id, fact.fact])
      return EvidenceRow(fact: fact, values: values.map { $0["simulated"] })
    }
  }

  /// What the variants of a comparison give: the table `evidence_variants`.
  static func writeVariants(_ results: ComparisonResults, _ database: Database) throws {
    var values = try TableWriter(
      "evidence_variants", keys: ["variant", "id", "fact"], numbers: ["replicate", "simulated"],
      counts: ["replicate"], database)
    for (scenario, rows) in zip(results.scenarios.dropFirst(), results.variantEvidence) {
      for row in rows {
        for (replicate, value) in row.values.enumerated() {
          try values.insert(
            [scenario.name, row.fact.id, row.fact.fact], [Double(replicate), value])
        }
      }
    }
  }

  /// None where the results were written without them.
  static func readVariants(
    _ variants: [String], of evidence: [EvidenceRow], _ database: Database
  ) throws -> [[EvidenceRow]] {
    guard try database.tableExists("evidence_variants") else { return [] }
    return try variants.map { name in
      try evidence.map { row in
        let values = try Row.fetchAll(
          database,
          sql: """
            SELECT simulated FROM evidence_variants WHERE variant = ? AND id = ? AND fact = ?
            ORDER BY replicate
            """,
          arguments: [name, row.fact.id, row.fact.fact])
        return EvidenceRow(fact: row.fact, values: values.map { $0["simulated"] })
      }
    }
  }
}
