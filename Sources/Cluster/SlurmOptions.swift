/// What a user may ask of Slurm for a sweep's tasks; nil leaves it to the cluster.
package struct SlurmOptions: Sendable, Equatable {
  package var partition: String?
  package var account: String?
  /// Most time of a task, as `sbatch --time` takes it.
  package var time: String?
  /// Memory of a task, as `sbatch --mem` takes it.
  package var memory: String?
  /// Cores of a task: runs side by side in it.
  package var cores = 1
  /// Most tasks at once.
  package var throttle: Int?
  /// Points of a task; nil for about ten minutes of work.
  package var chunk: Int?

  package init() {}

  /// Options of `sbatch` for the array's tasks.
  var arguments: [String] {
    var arguments = ["--cpus-per-task=\(cores)"] + common
    if let time { arguments.append("--time=\(time)") }
    if let memory { arguments.append("--mem=\(memory)") }
    return arguments
  }

  /// Options that the collecting job shares.
  var common: [String] {
    [partition.map { "--partition=\($0)" }, account.map { "--account=\($0)" }].compactMap { $0 }
  }
}

/// How a sweep's points are cut into the tasks of a job array: task i has the points i, i + tasks, ….
package enum SlurmArray {
  /// Seconds of work that a task should have: much more than it costs to start one.
  static let secondsATask = 600.0

  /// - Parameters:
  ///   - secondsAPoint: Expected, on the cores of a task.
  ///   - most: Tasks that the cluster takes in one array.
  package static func taskCount(
    points: Int, chunk: Int?, secondsAPoint: Double, most: Int
  ) -> Int {
    let fitting = Int(min(1e6, secondsATask / max(secondsAPoint, 1e-3)))
    let chunk = chunk ?? max(1, min(fitting, (points + 1) / 2))
    return max(1, min((points + chunk - 1) / chunk, most, points))
  }

  /// Tasks as `sbatch --array` takes them: `0-3,7`.
  package static func text(_ tasks: [Int]) -> String {
    var runs: [(first: Int, last: Int)] = []
    for task in tasks.sorted() {
      if let last = runs.last, task == last.last + 1 {
        runs[runs.count - 1].last = task
      } else {
        runs.append((task, task))
      }
    }
    return runs.map { $0.first == $0.last ? "\($0.first)" : "\($0.first)-\($0.last)" }
      .joined(separator: ",")
  }
}
