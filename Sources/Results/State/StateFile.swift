import Crypto
import Foundation
import Inputs
import Kernel
import ScenarioFile
import Simulation

/// Files of kept runs: a word of our own, the lengths of their pieces, the pieces, and a checksum over all.
///
/// Pieces are written and read one by one, since a whole country's state is as large as its world.
package enum StateFile {
  private static let word = Array("kosh-state\n".utf8)
  private static let checksumLength = 32

  /// Writes a kept run, under its name at once.
  /// - Throws: ``FolderFault`` with the path.
  package static func write(_ run: SavedRun, to path: String) throws {
    let pieces = [run.head, run.state.common] + run.state.islands
    var lengths = StateWriter()
    lengths.write(pieces.map(\.count))
    var hash = SHA256()
    let all = [word, lengths.bytes] + pieces
    for piece in all { hash.update(data: piece) }
    try FileBytes.write(all + [Array(hash.finalize())], to: path)
  }

  /// Reads a kept run back.
  /// - Throws: ``StateFileFault``.
  package static func read(_ path: String) throws(StateFileFault) -> SavedRun {
    guard let handle = FileHandle(forReadingAtPath: path) else { throw .missing(path: path) }
    defer { try? handle.close() }
    var hash = SHA256()
    func take(_ count: Int) throws(StateFileFault) -> [UInt8] {
      guard count >= 0, let data = try? handle.read(upToCount: count) ?? Data(), data.count == count
      else { throw .truncated(path: path) }
      hash.update(data: data)
      return Array(data)
    }
    let size = (try? handle.seekToEnd()).map { Int($0) } ?? 0
    try? handle.seek(toOffset: 0)
    guard let start = try? take(word.count), start == word else { throw .notAState(path: path) }
    let count = Self.integers(try take(8))[0]
    guard count >= 2, count < size / 8 else { throw .truncated(path: path) }
    let lengths = Self.integers(try take(8 * count))
    let known = lengths.allSatisfy { $0 >= 0 && $0 <= size }
    let total = word.count + 8 * (count + 1) + (known ? lengths.reduce(0, +) : 0) + checksumLength
    guard known, total <= size else { throw .truncated(path: path) }
    guard total == size else { throw .altered(path: path) }
    var pieces: [[UInt8]] = []
    for length in lengths { pieces.append(try take(length)) }
    let found = Array(hash.finalize())
    guard try take(checksumLength) == found else { throw .altered(path: path) }
    do {
      return try SavedRun(
        head: pieces[0], state: RunState(islands: Array(pieces[2...]), common: pieces[1]))
    } catch {
      throw .otherVersion(path: path, version: "another build", own: Build.version)
    }
  }

  private static func integers(_ bytes: [UInt8]) -> [Int] {
    stride(from: 0, to: bytes.count, by: 8).map { start in
      (0..<8).reduce(0) { $0 | Int(bytes[start + $1]) << (8 * $1) }
    }
  }
}

extension SavedRun {
  /// Makes sure that a run of `inputs` may go on from here.
  /// - Throws: ``StateFileFault`` where version, past or what is recorded differ.
  package func check(
    _ inputs: Inputs, until: Day, withTables: Bool, path: String
  ) throws(StateFileFault) {
    guard version == Build.version else {
      throw .otherVersion(path: path, version: version, own: Build.version)
    }
    let files = ScenarioFiles.inMemory(["scenario.yaml": Array(scenarioText.utf8)])
    guard let past = try? ScenarioLoader.load(path: "scenario.yaml", files: files).inputs else {
      throw .otherVersion(path: path, version: "another build", own: Build.version)
    }
    if let first = inputs.firstDifference(from: past), first <= date {
      throw .otherPast(path: path, date: date, difference: first)
    }
    guard until >= date else { throw .later(path: path, date: date, until: until) }
    guard self.withTables || !withTables else { throw .withoutTables(path: path) }
  }
}

/// Why a run cannot go on from a file.
package enum StateFileFault: Error, Equatable, CustomStringConvertible {
  case missing(path: String)
  case notAState(path: String)
  case truncated(path: String)
  case altered(path: String)
  case otherVersion(path: String, version: String, own: String)
  case otherPast(path: String, date: Day, difference: Day)
  case later(path: String, date: Day, until: Day)
  case withoutTables(path: String)

  package var description: String {
    switch self {
    case .missing(let path):
      "\(path): error: this file cannot be read. Name one that --save-state wrote."
    case .notAState(let path):
      "\(path): error: this is not a state of Kosh. Name a file that --save-state wrote."
    case .truncated(let path):
      "\(path): error: the state ends too soon; its file was cut short. Save it again with "
        + "--save-state."
    case .altered(let path):
      "\(path): error: the state was altered: its checksum is wrong. Save it again with "
        + "--save-state."
    case .otherVersion(let path, let version, let own):
      "\(path): error: the state is of version \(version), and this is \(own). Save it again with "
        + "--save-state."
    case .otherPast(let path, let date, let difference):
      "\(path): error: the state holds the past up to \(date), but this scenario's may differ from "
        + "\(difference) on. Use the scenario that saved it, or one that differs later."
    case .later(let path, let date, let until):
      "\(path): error: the state is of \(date), after the run's last day, \(until). Write a later "
        + "--until."
    case .withoutTables(let path):
      "\(path): error: the state was saved with --cells none. Add --cells none, or save it again."
    }
  }
}
