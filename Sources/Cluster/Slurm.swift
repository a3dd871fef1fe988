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

    package init(job: Int, task: Int?, state: String) {
      self.job = job
      self.task = task
      self.state = state
    }
  }

  /// Submits a script and tells the job's number.
  /// - Throws: ``ClusterFault``.
  package func submit(_ arguments: [String], script: String) throws -> Int {
    let answer = try run("sbatch", ["--parsable"] + arguments + [script])
    guard let job = Slurm.parsed(submission: answer) else { throw ClusterFault.noNumber(answer) }
    return job
  }

  /// The job's number in what `sbatch` prints: the last line that is one, since clusters print a message of
  /// the day before it, and with several clusters the name follows after a semicolon; or the sentence of a
  /// wrapper that takes no `--parsable`.
  package static func parsed(submission: String) -> Int? {
    let sentence = "Submitted batch job "
    return submission.split(whereSeparator: \.isNewline).reversed().lazy.compactMap {
      line -> Int? in
      let words = line.drop { $0 == " " || $0 == "\t" }
      if words.hasPrefix(sentence) {
        return Int(words.dropFirst(sentence.count).prefix { $0.isASCII && $0.isNumber })
      }
      let digits = words.prefix { $0.isASCII && $0.isNumber }
      let rest = words.dropFirst(digits.count)
      return rest.first == ";" || rest.allSatisfy(\.isWhitespace) ? Int(digits) : nil
    }.first
  }

  /// This user's tasks that wait or run, one by one.
  /// - Throws: ``ClusterFault``.
  package func queue() throws -> [QueuedTask] {
    Slurm.parsed(queue: try run("squeue", ["--me", "-h", "-r", "-o", "%F|%K|%T"]))
  }

  package static func parsed(queue: String) -> [QueuedTask] {
    queue.split(whereSeparator: \.isNewline).compactMap { line in
      let fields = line.split(separator: "|", omittingEmptySubsequences: false)
        .map { $0.trimmingCharacters(in: .whitespaces) }
      guard fields.count == 3, let job = Int(fields[0]) else { return nil }
      return QueuedTask(job: job, task: Int(fields[1]), state: fields[2])
    }
  }

  /// How many tasks an array may have: numbers lie below `MaxArraySize`.
  package func mostTasks() -> Int {
    let lines =
      (try? run("scontrol", ["show", "config"]))?.split(whereSeparator: \.isNewline) ?? []
    let line = lines.first { $0.hasPrefix("MaxArraySize") }
    return line.flatMap { Int($0.split(separator: "=").last?.filter(\.isNumber) ?? "") } ?? 1001
  }

  /// How ended tasks of a job ended, where the cluster keeps account: `FAILED`, `TIMEOUT`, ….
  package func endings(of jobs: [Int]) -> [String: Int] {
    let list = jobs.map(String.init).joined(separator: ",")
    guard let text = try? run("sacct", ["-n", "-X", "-P", "-o", "State", "-j", list]) else {
      return [:]
    }
    return Slurm.parsed(endings: text)
  }

  /// States by name; lines of anything else, such as a message of the day, do not count.
  package static func parsed(endings: String) -> [String: Int] {
    var counts: [String: Int] = [:]
    for line in endings.split(whereSeparator: \.isNewline) {
      // A state may have more behind it: CANCELLED by 1000.
      guard let state = line.split(separator: " ").first.map(String.init), states.contains(state)
      else { continue }
      counts[state, default: 0] += 1
    }
    return counts
  }

  /// As the manual of `sacct` lists them.
  private static let states = [
    "BOOT_FAIL", "CANCELLED", "COMPLETED", "DEADLINE", "FAILED", "NODE_FAIL", "OUT_OF_MEMORY",
    "PENDING", "PREEMPTED", "RUNNING", "REQUEUED", "RESIZING", "REVOKED", "SUSPENDED", "TIMEOUT",
  ]

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
  /// `sbatch` took a script and told no number, so that the job may run.
  case noNumber(String)
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
    case .noNumber(let words):
      "error: 'sbatch' told no job's number, but: "
        + words.split(whereSeparator: \.isNewline).joined(separator: " ")
        + " Look with 'squeue --me' whether a job was submitted, and cancel it before trying again."
    case .lost(let points, let logs):
      "error: \(points) points were lost with tasks that ended early. Look into \(logs)."
    }
  }
}
