import Foundation
import Results
import TestSupport
import Testing

/// What a sweep's parts say, line by line.
@Suite struct SweepRecordsTests {
  private let folder = TemporaryFolder()

  private func done(_ point: Int, _ value: Double = 1) -> PartLine {
    .record(
      PointRecord(
        point: point, content: .runs([PointRun(digest: "d", values: [value, nil])])))
  }

  private func failed(_ point: Int, _ reason: String = "why") -> PartLine {
    .record(PointRecord(point: point, content: .failed(reason)))
  }

  /// The records of parts with these lines.
  private func records(_ parts: [PartLine]...) throws -> SweepRecords {
    let path = folder.path("s-\(UUID().uuidString)")
    try FileManager.default.createDirectory(
      atPath: path + "/parts", withIntermediateDirectories: true)
    try FileBytes.write(
      """
      {"version": "1", "commit": "c", "program": "p", "plan_sha256": "h", "points": 6}
      """, to: path + "/sweep.json")
    for (number, lines) in parts.enumerated() {
      try FileBytes.write(
        lines.map { $0.text + "\n" }.joined(), to: "\(path)/parts/\(number).part")
    }
    return try SweepRecords(SweepFolder.open(path))
  }

  @Test func `every kind of line reads back as it was written, and a changed one does not`() {
    for line in [done(3, -0.1), failed(4), .begun(5), .fault, .again(2, failures: 3)] {
      #expect(PartLine(line.text) == line)
      #expect(PartLine(line.text.dropLast()) == nil)
      #expect(PartLine("1" + line.text) == nil)
    }
  }

  @Test func `what was begun and not finished is missing, not failed`() throws {
    let found = try records([.begun(0), done(0), .begun(1)], [.begun(1)])
    #expect(found.missing == [1, 2, 3, 4, 5])
    #expect(found.doubtful.isEmpty)
    #expect(found.tornLines == 0)
  }

  @Test func `the only point at work at a fault has failed`() throws {
    let found = try records([.begun(0), .begun(1), done(0), .fault, .begun(2), done(2)])
    #expect(found.failed == [1])
    #expect(try found.record(1)?.content == .failed(SweepRecords.faultSentence))
    #expect(found.missing == [3, 4, 5])
  }

  @Test func `several at work at a fault are doubtful until they are done`() throws {
    let found = try records([.begun(0), .begun(1), .fault], [.begun(0), done(0)])
    #expect(found.failed.isEmpty)
    #expect(found.doubtful == [1])
  }

  @Test func `a point that three processes did not survive is left for last`() throws {
    #expect(try records([.begun(4)], [.begun(4)], [.begun(4)]).doubtful == [4])
    #expect(try records([.begun(4)], [.begun(4)]).doubtful.isEmpty)
  }

  @Test func `a result counts more than a failure, in whichever order they are read`() throws {
    for found in [try records([failed(0), done(0)]), try records([done(0)], [failed(0)])] {
      #expect(found.failed.isEmpty)
      guard case .runs = try found.record(0)?.content else {
        Issue.record("the result was lost")
        return
      }
    }
  }

  @Test func `failed points are tried again as often as asked`() throws {
    let found = try records([failed(0), .begun(1), .fault, done(2)])
    #expect(found.failed == [0, 1])
    #expect(try records([failed(0), .again(0, failures: 1)]).failed.isEmpty)
    let twice = try records([failed(0, "first"), .again(0, failures: 1), failed(0, "second")])
    #expect(twice.failed == [0])
    #expect(try twice.record(0)?.content == .failed("first"))
    #expect(try records([failed(0), failed(0)], [.again(0, failures: 2)]).missing.contains(0))
  }
}
