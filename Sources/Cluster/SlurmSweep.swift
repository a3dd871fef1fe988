import Experiments
import Foundation
import Results

/// A sweep on Slurm: a job array of which each task computes a shard, and a job that collects.
///
/// What there is to do is always read from the sweep's folder and Slurm's queue, so that nothing that
/// happens to tasks, nodes or the submitting machine can be missed.
package struct SlurmSweep {
  private let folder: SweepFolder
  private let slurm: Slurm

  package init(_ folder: SweepFolder, slurm: Slurm = Slurm()) {
    self.folder = folder
    self.slurm = slurm
  }

  /// What was handed to Slurm.
  package struct Submission: Sendable, Equatable {
    /// Nil where nothing is missing that is not queued already.
    package var job: Int?
    package var tasks: Int
    package var collectJob: Int?
    /// What the user must know beside: a cut that stays, a job that was refused.
    package var remarks: [String] = []
  }

  /// Where a sweep on Slurm stands.
  package struct Status: Sendable, Equatable {
    /// Tasks that wait and that run.
    package var queued = 0
    package var running = 0
    /// Missing points that no task in the queue will compute.
    package var lostPoints = 0
    /// How tasks ended, where the cluster keeps account.
    package var endings: [String: Int] = [:]
    /// Nil while no point is done.
    package var secondsLeft: Double?
  }

  private var own: String { folder.path + "/slurm" }
  private var jobsPath: String { own + "/jobs.csv" }
  private var tasksPath: String { own + "/tasks" }

  /// Whether anything of the sweep was ever submitted.
  package var exists: Bool { FileBytes.text(of: tasksPath) != nil }

  /// Submits every shard that has missing points and is not in the queue.
  /// - Throws: ``ClusterFault``, `FolderFault`.
  package func submit(
    _ options: SlurmOptions, secondsAPoint: Double, records: SweepRecords
  ) throws -> Submission {
    let waiting = try queued()
    var remarks: [String] = []
    let count = try prepare(
      options, secondsAPoint: secondsAPoint, isQueued: !waiting.isEmpty, &remarks)
    let busy = Set(waiting.compactMap(\.task))
    let tasks = Set(records.missing.map { $0 % count }).subtracting(busy).sorted()
    guard !tasks.isEmpty else {
      return Submission(job: nil, tasks: 0, collectJob: nil, remarks: remarks)
    }
    let throttle = options.throttle.map { "%\($0)" } ?? ""
    let name = ((absolute(folder.path) as NSString).standardizingPath as NSString).lastPathComponent
    let log = own.replacing("%", with: "%%")
    let job = try slurm.submit(
      [
        "--job-name=\(name)", "--array=\(SlurmArray.text(tasks))\(throttle)", "--requeue",
        "--open-mode=append", "--output=\(log)/%A_%a.log",
      ] + options.arguments, script: own + "/task.sh")
    try note(job)
    let before = Set(waiting.filter { $0.task != nil }.map(\.job)).union([job]).sorted()
    let list = before.map(String.init).joined(separator: ":")
    var submission = Submission(job: job, tasks: tasks.count, remarks: remarks)
    do {
      let collect = try slurm.submit(
        [
          "--job-name=\(name)-collect", "--dependency=afterany:\(list)",
          "--output=\(log)/collect.log",
        ] + options.common, script: own + "/collect.sh")
      try note(collect)
      submission.collectJob = collect
    } catch let fault as ClusterFault {
      // The array is on its way: it must not seem refused.
      submission.remarks.append(
        "warning: the job that would collect was not submitted. \(fault) When the tasks have ended, "
          + "type 'kosh sweep collect \(folder.path)'.")
    }
    return submission
  }

  /// - Throws: ``ClusterFault``, when the queue cannot be asked.
  package func status(_ records: SweepRecords, now: Double) throws -> Status {
    guard let count = taskCount else { return Status() }
    let waiting = try queued()
    var status = Status()
    status.queued = waiting.count { $0.task != nil && $0.state != "RUNNING" }
    status.running = waiting.count { $0.task != nil && $0.state == "RUNNING" }
    let busy = Set(waiting.compactMap(\.task))
    let missing = records.missing
    status.lostPoints = missing.count { !busy.contains($0 % count) }
    status.endings = slurm.endings(of: jobs.map(\.job))
    let done = records.pointCount - missing.count
    if let first = jobs.first, done > 0 {
      status.secondsLeft = (now - first.seconds) / Double(done) * Double(missing.count)
    }
    return status
  }

  /// Scripts, and the program itself, so that a later build does not get between the tasks. How the points
  /// are cut is settled while tasks wait or run; else it is cut anew where that is asked, or where nothing was
  /// ever submitted.
  private func prepare(
    _ options: SlurmOptions, secondsAPoint: Double, isQueued: Bool, _ remarks: inout [String]
  ) throws -> Int {
    if let count = taskCount {
      if isQueued, let chunk = options.chunk, self.count(options, secondsAPoint) != count {
        remarks.append(
          "note: --chunk \(chunk) is not used: tasks of the sweep are in the queue, which cut it into "
            + "\(count).")
      }
      let isSettled = isQueued || options.chunk == nil && !jobs.isEmpty
      if isSettled { return count }
    }
    do {
      try FileManager.default.createDirectory(atPath: own, withIntermediateDirectories: true)
      let program = own + "/kosh"
      try? FileManager.default.removeItem(atPath: program)
      let source = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
      try FileManager.default.copyItem(atPath: source, toPath: program)
    } catch {
      throw FolderFault.cannotWrite(path: own, reason: "the program cannot be copied there")
    }
    let count = count(options, secondsAPoint)
    let path = SlurmSweep.quoted(absolute(folder.path))
    let program = SlurmSweep.quoted(absolute(own) + "/kosh")
    try FileBytes.write(
      """
      #!/bin/sh
      exec \(program) sweep shard \(path) --index "$SLURM_ARRAY_TASK_ID" --of \(count) --quiet

      """, to: own + "/task.sh")
    try FileBytes.write(
      """
      #!/bin/sh
      exec \(program) sweep collect \(path)

      """, to: own + "/collect.sh")
    try FileBytes.replace("\(count)\n", at: tasksPath)
    return count
  }

  /// Into how many tasks the points are to be cut.
  private func count(_ options: SlurmOptions, _ secondsAPoint: Double) -> Int {
    SlurmArray.taskCount(
      points: folder.manifest.points, chunk: options.chunk,
      secondsAPoint: secondsAPoint / Double(options.cores), most: slurm.mostTasks())
  }

  private var taskCount: Int? {
    FileBytes.text(of: tasksPath).flatMap { Int($0.filter(\.isNumber)) }
  }

  /// Jobs submitted so far, and when, in seconds since 1970.
  private var jobs: [(job: Int, seconds: Double)] {
    (FileBytes.text(of: jobsPath) ?? "").split(separator: "\n").compactMap { line in
      let fields = line.split(separator: ",")
      guard fields.count == 2, let job = Int(fields[0]), let seconds = Double(fields[1]) else {
        return nil
      }
      return (job, seconds)
    }
  }

  private func note(_ job: Int) throws {
    let seconds = Int(Date().timeIntervalSince1970)
    try FileBytes.replace(
      (FileBytes.text(of: jobsPath) ?? "") + "\(job),\(seconds)\n", at: jobsPath)
  }

  /// The sweep's tasks in the queue.
  private func queued() throws -> [Slurm.QueuedTask] {
    let ours = Set(jobs.map(\.job))
    return try slurm.queue().filter { ours.contains($0.job) }
  }

  private func absolute(_ path: String) -> String {
    path.hasPrefix("/") ? path : FileManager.default.currentDirectoryPath + "/" + path
  }

  /// A path as a shell's single word.
  static func quoted(_ path: String) -> String {
    "'" + path.replacing("'", with: "'\\''") + "'"
  }
}
