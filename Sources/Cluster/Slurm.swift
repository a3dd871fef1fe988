import Foundation

/// Slurm's commands, as the user would type them.
///
/// Foundation's `Process` starts them: they are few, end quickly and say little, so that nothing would be
/// gained by a further package.
package struct Slurm: Sendable {
  package init() {}

  /// A task in the queue.
  package struct QueuedTask: Sendable, Equatable {
    package var job: Int
    /// Its number in the array; nil for a job that is none.
    package var task: Int?
    /// `PENDING`, `RUNNING`, ….
    package var state: String
  }

  /// Submits a script and tells the job's number.
  /// - Throws: ``ClusterFault``.
  package func submit(_ arguments: [String], script: String) throws -> Int {
    let answer = try run("sbatch", ["--parsable"] + arguments + [script])
    // With several clusters the name follows after a semicolon.
    let digits = answer.prefix { $0.isNumber }
    guard let job = Int(digits) else { throw ClusterFault.refused("sbatch", answer) }
    return job
  }

  /// This user's tasks that wait or run, one by one.
  /// - Throws: ``ClusterFault``.
  package func queue() throws -> [QueuedTask] {
    Slurm.parsed(queue: try run("squeue", ["--me", "-h", "-r", "-o", "%F|%K|%T"]))
  }

  static func parsed(queue: String) -> [QueuedTask] {
    queue.split(separator: "\n").compactMap { line in
      let fields = line.split(separator: "|", omittingEmptySubsequences: false)
      guard fields.count == 3, let job = Int(fields[0]) else { return nil }
      return QueuedTask(job: job, task: Int(fields[1]), state: String(fields[2]))
    }
  }

  /// How many tasks an array may have: numbers lie below `MaxArraySize`.
  package func mostTasks() -> Int {
    let lines = (try? run("scontrol", ["show", "config"]))?.split(separator: "\n") ?? []
    let line = lines.first { $0.hasPrefix("MaxArraySize") }
    return line.flatMap { Int($0.split(separator: "=").last?.filter(\.isNumber) ?? "") } ?? 1001
  }

  /// How ended tasks of a job ended, where the cluster keeps account: `FAILED`, `TIMEOUT`, ….
  package func endings(of jobs: [Int]) -> [String: Int] {
    let list = jobs.map(String.init).joined(separator: ",")
    guard let text = try? run("sacct", ["-n", "-X", "-P", "-o", "State", "-j", list]) else {
      return [:]
    }
    var counts: [String: Int] = [:]
    for line in text.split(separator: "\n") {
      guard let state = line.split(separator: " ").first else { continue }
      counts[String(state), default: 0] += 1
    }
    return counts
  }

  private func run(_ command: String, _ arguments: [String]) throws -> String {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = [command] + arguments
    let (output, errors) = (Pipe(), Pipe())
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = output
    process.standardError = errors
    do { try process.run() } catch { throw ClusterFault.notInstalled(command) }
    let said = output.fileHandleForReading.readDataToEndOfFile()
    let complaint = errors.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    if process.terminationStatus == 127 { throw ClusterFault.notInstalled(command) }
    guard process.terminationStatus == 0 else {
      throw ClusterFault.refused(command, String(decoding: complaint, as: UTF8.self))
    }
    return String(decoding: said, as: UTF8.self)
  }
}

/// What keeps a sweep from the cluster.
package enum ClusterFault: Error, Equatable, CustomStringConvertible {
  case notInstalled(String)
  case refused(String, String)
  /// Tasks that ended without their points.
  case lost(Int, logs: String)

  package var description: String {
    switch self {
    case .notInstalled(let command):
      "error: '\(command)' is not here. Submit from a machine with Slurm's commands, or use "
        + "--engine local."
    case .refused(let command, let words):
      "error: '\(command)' refused: "
        + words.split(whereSeparator: \.isNewline).joined(separator: " ")
    case .lost(let points, let logs):
      "error: \(points) points were lost with tasks that ended early. Look into \(logs)."
    }
  }
}
