import Foundation
import Results
import TestSupport
import Testing

/// `kill -9` at any moment. `KOSH_KILLS` sets the number of moments of each kind; 12 by default.
@Suite(.enabled(if: Program.isBuilt, "needs swift build -c release"))
struct RunKillTests {
  private let work = Workspace()

  private static var moments: Int {
    ProcessInfo.processInfo.environment["KOSH_KILLS"].flatMap { Int($0) } ?? 12
  }

  /// A run of which much is writing, so that kills meet it there too.
  private func command(_ out: String, seed: Int, _ more: [String]) -> [String] {
    [
      "run", Program.baseline, "--scale", "1:1000", "--until", "2005-12-31", "--threads", "1",
      "--quiet", "--out", out, "--seed", "\(seed)",
    ] + more
  }

  private func seconds(_ arguments: [String]) throws -> Double {
    let start = Date()
    #expect(try work.kosh(arguments).status == 0)
    return Date().timeIntervalSince(start)
  }

  /// Kills the command at moments spread over its whole length and calls `look` after each.
  private func kills(
    _ arguments: [String], within length: Double, look: (Int) throws -> Void
  ) throws {
    for moment in 0..<Self.moments {
      let running = try Program.start(arguments, in: work.path)
      Thread.sleep(forTimeInterval: length * (Double(moment) + 0.5) / Double(Self.moments))
      kill(running.process.processIdentifier, SIGKILL)
      _ = running.outcome
      try look(moment)
    }
  }

  /// Names in a folder, none where there is none; a lock that was left counts for nothing.
  private func names(_ folder: String) -> [String] {
    ((try? work.names(folder)) ?? []).filter { $0 != FolderLock.fileName }
  }

  @Test(.tags(.slow), arguments: [[], ["--save-state", "2005-06-30"]])
  func `A new run that is killed leaves a whole run or nothing that looks like one`(
    more: [String]
  ) throws {
    let length = try seconds(command("timed", seed: 2, more))
    let digest = try work.digest("timed")
    try kills(command("d", seed: 2, more), within: length * 1.1) { moment in
      if Manifest.isPresent(folder: work.path("d")) {
        #expect(try RunDatabase.read(folder: work.path("d")).manifest.digest == digest)
        #expect(!names("d").contains { $0.hasSuffix(".partial") }, "moment \(moment)")
      } else {
        #expect(names("d").allSatisfy(Self.isOwn), "moment \(moment): \(names("d"))")
        let status = try work.kosh(command("d", seed: 2, more)).status
        #expect(status == (names("d").isEmpty ? 0 : 64) || status == 0)
      }
      if FileManager.default.fileExists(atPath: work.path("d")) {
        #expect(try work.kosh(command("d", seed: 2, more + ["--force"])).status == 0)
        #expect(try work.digest("d") == digest)
        try FileManager.default.removeItem(atPath: work.path("d"))
      }
    }
  }

  @Test(.tags(.slow))
  func `A run killed while it replaces another leaves one of them whole, or what force takes`()
    throws
  {
    let length = try seconds(command("d", seed: 3, []))
    let old = try work.digest("d")
    _ = try work.kosh(command("new", seed: 2, []))
    let new = try work.digest("new")
    try FileBytes.write("mine", to: work.path("d/notes.txt"))
    try kills(command("d", seed: 2, ["--force"]), within: length * 1.1) { moment in
      #expect(work.text("d/notes.txt") == "mine")
      if Manifest.isPresent(folder: work.path("d")) {
        let results = try RunDatabase.read(folder: work.path("d"))
        #expect([old, new].contains(results.manifest.digest), "moment \(moment)")
        #expect(work.text("d/scenario.yaml").contains("seed: \(results.manifest.seed)"))
        #expect(try work.kosh(command("d", seed: 3, ["--force"])).status == 0)
      } else {
        let others = names("d").filter { !Self.isOwn($0) }
        #expect(others == ["notes.txt"], "moment \(moment): \(names("d"))")
        #expect(try work.kosh(command("d", seed: 3, ["--force"])).status == 0)
      }
      #expect(try work.digest("d") == old)
    }
  }

  private static func isOwn(_ name: String) -> Bool {
    let plain = name.hasSuffix(".partial") ? String(name.dropLast(".partial".count)) : name
    return [
      "scenario.yaml", "results.sqlite", "national.csv", "daily.csv", "cells.csv", "evidence.csv",
      "report.html", "state.kosh", "charts", "manifest.json",
    ].contains(plain)
  }
}
