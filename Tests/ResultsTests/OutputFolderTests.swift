import Foundation
import Results
import Testing
import TestSupport

@Suite struct OutputFolderTests {
  let temporary = TemporaryFolder()

  private func write(_ run: FinishedRun, into path: String, force: Bool) throws {
    var folder = try OutputFolder.named(path, force: force)
    _ = try folder.write(run) { _, _ in }
  }

  private func fault(_ body: () throws -> Void) -> FolderFault? {
    do {
      try body()
      return nil
    } catch { return error as? FolderFault }
  }

  @Test func `Runs without a named folder each get one of their own`() throws {
    let paths = try (0..<3).map { _ in
      try OutputFolder.fresh(scenario: "baseline", seed: 7, under: temporary.path("runs")).path
    }
    #expect(
      paths.map { $0.split(separator: "/").last } == ["baseline-7", "baseline-7-2", "baseline-7-3"])
  }

  @Test func `A folder with something in it is refused, and nothing in it changes`() throws {
    try FileBytes.write("mine", to: temporary.path("notes.txt"))
    let path = temporary.path
    #expect(
      fault { try write(SyntheticRun.finished(monthCount: 1), into: path, force: false) }
        == .outNotEmpty(path: path))
    #expect(
      fault { try write(SyntheticRun.finished(monthCount: 1), into: path, force: true) }
        == .notOurs(path: path))
    #expect(try FileManager.default.contentsOfDirectory(atPath: path) == ["notes.txt"])
  }

  @Test func `A manifest of something else does not make a folder ours`() throws {
    try FileBytes.write("{\"digest\": 1}", to: temporary.path("manifest.json"))
    #expect(
      fault { _ = try OutputFolder.named(temporary.path, force: true) }
        == .notOurs(path: temporary.path))
  }

  @Test func `Force replaces a run, takes its leftovers away, and spares what is not Kosh's`()
    throws
  {
    let path = temporary.path("run")
    try write(SyntheticRun.finished(monthCount: 2), into: path, force: false)
    try FileBytes.write("mine", to: path + "/notes.txt")
    try write(SyntheticRun.finished(monthCount: 3, withCells: false), into: path, force: true)
    let names = try FileManager.default.contentsOfDirectory(atPath: path)
    #expect(!names.contains("cells.csv") && names.contains("notes.txt"))
    #expect(try RunDatabase.read(folder: path).months.count == 3)
  }

  @Test func `A file is not a folder`() throws {
    try FileBytes.write("", to: temporary.path("file"))
    #expect(
      fault { _ = try OutputFolder.named(temporary.path("file"), force: true) }
        == .outIsFile(path: temporary.path("file")))
  }

  @Test func `A full disk is reported with the path, and the older run stands untouched`() throws {
    let path = temporary.path("run")
    try write(SyntheticRun.finished(monthCount: 2), into: path, force: false)
    let before = FileBytes.text(of: path + "/national.csv")
    // Whatever is written to this device meets a full disk.
    try FileManager.default.createSymbolicLink(
      atPath: path + "/daily.csv.partial", withDestinationPath: "/dev/full")
    #expect(
      fault { try write(SyntheticRun.finished(monthCount: 5), into: path, force: true) }
        == .diskFull(path: path + "/daily.csv.partial"))
    #expect(FileBytes.text(of: path + "/national.csv") == before)
    #expect(try RunDatabase.read(folder: path).months.count == 2)
    let names = try FileManager.default.contentsOfDirectory(atPath: path)
    #expect(!names.contains { $0.hasSuffix(".partial") })
  }

  @Test func `A run that cannot be written leaves no folder behind`() throws {
    var folder = try OutputFolder.named(temporary.path("run"), force: false)
    folder.discard()
    #expect(!FileManager.default.fileExists(atPath: temporary.path("run")))
  }

  @Test func `A folder that is none is not read`() {
    #expect(
      fault { _ = try RunDatabase.read(folder: temporary.path) }
        == .notARunFolder(path: temporary.path, reason: "it has no manifest.json"))
  }
}
