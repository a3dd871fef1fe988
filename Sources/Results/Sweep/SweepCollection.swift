import Foundation
import GRDB
import Kernel
import ScenarioFile

/// What a sweep's rows are made of, beside its records.
package struct SweepLayout: Sendable {
  /// A factor's value in a point.
  package enum Cell: Sendable, Equatable {
    case number(Double)
    case word(String)
  }
  package var factors: [String]
  /// The least and the greatest value of each.
  package var bounds: [ClosedRange<Double>]
  package var policies: [String]
  package var outcomes: [String]
  /// The factors' values in a point.
  package var cells: @Sendable (Int) -> [Cell]

  package init(
    factors: [String], bounds: [ClosedRange<Double>], policies: [String], outcomes: [String],
    cells: @escaping @Sendable (Int) -> [Cell]
  ) {
    self.factors = factors
    self.bounds = bounds
    self.policies = policies
    self.outcomes = SweepLayout.distinct(
      outcomes, besides: PlanOutcome.otherColumns + factors)
    self.cells = cells
  }

  /// Names that differ from each other and from others in more than case, as columns of a database must: a later
  /// one is numbered. New plans have such names; a sweep begun by an older version may not.
  private static func distinct(_ names: [String], besides others: [String]) -> [String] {
    var taken = Set(others.map { $0.lowercased() })
    return names.map { name in
      var (own, number) = (name, 1)
      while !taken.insert(own.lowercased()).inserted {
        number += 1
        own = "\(name)-\(number)"
      }
      return own
    }
  }

  /// A run of a point: its replicate and policy.
  func place(of run: Int) -> (replicate: Int, policy: String) {
    (run / policies.count, policies[run % policies.count])
  }
}

/// What was collected.
package struct SweepTotals: Sendable, Equatable {
  package var points = 0
  package var done = 0
  package var failed = 0
  package var tornLines = 0

  package var missing: Int { points - done - failed }

  package init(points: Int, tornLines: Int) {
    self.points = points
    self.tornLines = tornLines
  }
}

/// Merges a sweep's parts into `results.csv`, `failures.csv`, `problem.json` and `results.sqlite`.
///
/// All are written anew from the records in the order of their points, so that they depend on what was
/// computed alone: not on how often it was interrupted, on how many machines, or in which order.
package struct SweepCollection {
  private let records: SweepRecords
  private let layout: SweepLayout
  private let folder: SweepFolder

  package init(_ folder: SweepFolder, _ records: SweepRecords, _ layout: SweepLayout) {
    self.folder = folder
    self.records = records
    self.layout = layout
  }

  /// - Throws: ``FolderFault`` with the path; what was there before then stands.
  package func write() throws -> SweepTotals {
    let names = ["results.csv", "failures.csv", "results.sqlite"]
    let partial = names.map { "\(folder.path)/\($0).partial" }
    do {
      var results = try GrowingFile(partial[0])
      var failures = try GrowingFile(partial[1])
      try FileBytes.write([UInt8](), to: partial[2])
      let database = try SweepDatabase(partial[2], layout, folder.manifest)
      var totals = SweepTotals(points: records.pointCount, tornLines: records.tornLines)
      try results.add(header)
      try failures.add("point,error\n".utf8)
      try database.fill { database in
        for point in 0..<records.pointCount {
          guard let record = try records.record(point) else { continue }
          switch record.content {
          case .runs(let runs):
            totals.done += 1
            let cells = layout.cells(point)
            try results.add(rows(point, cells, runs))
            for (number, run) in runs.enumerated() {
              try database.insert(point, layout.place(of: number), cells, run)
            }
          case .failed(let reason):
            totals.failed += 1
            var csv = CSVWriter()
            csv.field(Int64(point))
            csv.field(reason)
            csv.endLine()
            try failures.add(csv.bytes)
            try database.insert(failure: reason, point)
          }
        }
      }
      try results.close()
      try failures.close()
      try FileBytes.replace(problem.text, at: folder.path + "/problem.json")
      for (name, partial) in zip(names, partial) {
        try FileBytes.rename(partial, to: "\(folder.path)/\(name)")
      }
      return totals
    } catch {
      for path in partial { unlink(path) }
      guard let error = error as? DatabaseError else { throw error }
      throw RunDatabase.fault(error, partial[2])
    }
  }

  /// The factors in the form that SALib calls a problem.
  private var problem: JSON {
    .object([
      ("num_vars", .integer(layout.factors.count)),
      ("names", .array(layout.factors.map { .text($0) })),
      (
        "bounds",
        .array(layout.bounds.map { .array([.number($0.lowerBound), .number($0.upperBound)]) })
      ),
    ])
  }

  private var header: [UInt8] {
    var csv = CSVWriter()
    csv.header(
      ["point", "replicate", "policy"] + layout.factors + layout.outcomes + ["digest"])
    return csv.bytes
  }

  private func rows(_ point: Int, _ cells: [SweepLayout.Cell], _ runs: [PointRun]) -> [UInt8] {
    var csv = CSVWriter()
    for (number, run) in runs.enumerated() {
      let (replicate, policy) = layout.place(of: number)
      csv.field(Int64(point))
      csv.field(Int64(replicate))
      csv.field(policy)
      for cell in cells {
        switch cell {
        case .number(let value): csv.field(value)
        case .word(let word): csv.field(word)
        }
      }
      for value in run.values { csv.field(value) }
      csv.field(run.digest)
      csv.endLine()
    }
    return csv.bytes
  }
}

/// A file written piece by piece, a megabyte at a time.
private struct GrowingFile {
  private let path: String
  private let handle: FileHandle
  private var bytes: [UInt8] = []

  init(_ path: String) throws {
    try FileBytes.write([UInt8](), to: path)
    guard let handle = FileHandle(forWritingAtPath: path) else {
      throw FolderFault.writing(path, errorNumber: errno)
    }
    (self.path, self.handle) = (path, handle)
  }

  mutating func add(_ more: some Sequence<UInt8>) throws {
    bytes.append(contentsOf: more)
    if bytes.count > 1 << 20 { try flush() }
  }

  mutating func close() throws {
    try flush()
    try handle.close()
  }

  private mutating func flush() throws {
    do {
      try handle.write(contentsOf: bytes)
    } catch {
      throw FolderFault.diskFull(path: path)
    }
    bytes.removeAll(keepingCapacity: true)
  }
}

/// `results.sqlite` of a sweep: tables `results`, `failures`, `sweep`.
private struct SweepDatabase {
  private let queue: DatabaseQueue
  private let layout: SweepLayout
  private let manifest: SweepManifest

  init(_ path: String, _ layout: SweepLayout, _ manifest: SweepManifest) throws {
    self.layout = layout
    self.manifest = manifest
    var configuration = Configuration()
    configuration.prepareDatabase { database in
      try database.execute(sql: "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;")
    }
    queue = try DatabaseQueue(path: path, configuration: configuration)
  }

  func fill(_ body: (Inserter) throws -> Void) throws {
    try queue.write { database in
      let factors = layout.factors.map { "\"\($0)\"" }
      let outcomes = layout.outcomes.map { "\"\($0)\" REAL" }
      let columns =
        ["point INTEGER NOT NULL", "replicate INTEGER NOT NULL", "policy TEXT NOT NULL"]
        + factors + outcomes + ["digest TEXT NOT NULL"]
      try database.execute(
        sql: """
          CREATE TABLE results (\(columns.joined(separator: ", ")));
          CREATE TABLE failures (point INTEGER NOT NULL, error TEXT NOT NULL);
          CREATE TABLE sweep (version TEXT, "commit" TEXT, program TEXT, plan_sha256 TEXT,
            points INTEGER);
          """)
      try database.execute(
        sql: "INSERT INTO sweep VALUES (?, ?, ?, ?, ?)",
        arguments: [
          manifest.version, manifest.commit, manifest.program, manifest.planSHA256,
          manifest.points,
        ])
      try body(try Inserter(database, columns: columns.count))
    }
    try queue.close()
  }

  struct Inserter {
    private let result: Statement
    private let failure: Statement

    init(_ database: Database, columns: Int) throws {
      let places = Array(repeating: "?", count: columns).joined(separator: ", ")
      result = try database.makeStatement(sql: "INSERT INTO results VALUES (\(places))")
      failure = try database.makeStatement(sql: "INSERT INTO failures VALUES (?, ?)")
    }

    func insert(
      _ point: Int, _ place: (replicate: Int, policy: String), _ cells: [SweepLayout.Cell],
      _ run: PointRun
    ) throws {
      var values: [DatabaseValue] = [
        point.databaseValue, place.replicate.databaseValue, place.policy.databaseValue,
      ]
      for cell in cells {
        switch cell {
        case .number(let number): values.append(number.databaseValue)
        case .word(let word): values.append(word.databaseValue)
        }
      }
      for value in run.values { values.append(value?.databaseValue ?? .null) }
      values.append(run.digest.databaseValue)
      try result.execute(arguments: StatementArguments(values))
    }

    func insert(failure reason: String, _ point: Int) throws {
      try failure.execute(arguments: [point, reason])
    }
  }
}
