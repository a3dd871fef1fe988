import Experiments
import Foundation
import Kernel
import Results

extension Study {
  /// What a sweep gets done in an hour on Slurm's nodes.
  package static let sweepNodes = Study(
    name: "sweep-nodes",
    question:
      "How many runs an hour does a sweep do on Slurm's nodes, by the number of tasks at once?",
    scales: [0.01], replicates: 1
  ) { settings in
    var rows: [[String]] = []
    var alone: Double?
    let points = max(8, min(48, Int(0.48 / settings.scales[0])))
    for tasks in [1, 2, 4] {
      var least = Double.infinity
      for _ in 0..<settings.replicates {
        least = min(least, try NodeTiming(settings, points: points).seconds(tasksAtOnce: tasks))
      }
      alone = alone ?? least
      rows.append([
        "\(tasks)", "\(points)", NumberText.fixed(least, decimals: 1) + " s",
        NumberText.grouped(Int(3600 * Double(points) / least)),
        NumberText.fixed((alone ?? least) / least, decimals: 2),
      ])
    }
    return [
      StudyTable(
        "A sweep on Slurm, scale \(NumberText.shortest(settings.scales[0]))",
        columns: ["tasks at once", "points", "time", "runs an hour", "scaling"], rows: rows,
        notes: [
          "From submission to the last point, Slurm's own waiting included. Virtual nodes of one machine "
            + "share its cores: beyond those there is nothing to gain."
        ])
    ]
  }
}

/// A sweep on the cluster, in a folder of its own that every node sees.
private struct NodeTiming {
  private let timing: SweepTiming
  private let settings: StudySettings
  private let points: Int

  init(_ settings: StudySettings, points: Int) throws {
    self.settings = settings
    self.points = points
    timing = try SweepTiming(settings, scale: settings.scales[0], points: points)
  }

  func seconds(tasksAtOnce: Int) throws -> Double {
    let path = try SweepFolder.fresh("sweep-nodes")
    let folder = try SweepFolder.begin(timing.plan, points: points, at: path, acceptBuild: false)
    defer { try? FileManager.default.removeItem(atPath: path) }
    settings.progress("\(points) points, \(tasksAtOnce) tasks at once")
    var options = SlurmOptions()
    options.throttle = tasksAtOnce
    // Two tasks for each that may run, so that one waits while another ends.
    options.chunk = max(1, points / (2 * tasksAtOnce))
    let start = Machine.wallSeconds
    let sweep = SlurmSweep(folder)
    _ = try sweep.submit(options, secondsAPoint: 1, records: SweepRecords(folder))
    while true {
      let records = try SweepRecords(folder)
      if records.missing.isEmpty { return Machine.wallSeconds - start }
      guard settings.keepsGoing() else { throw StudyInterrupted() }
      let status = try sweep.status(records, now: Date().timeIntervalSince1970)
      // What was done meanwhile is no loss.
      if status.lostPoints > 0, try !SweepRecords(folder).missing.isEmpty {
        throw ClusterFault.lost(status.lostPoints, logs: path + "/slurm")
      }
      usleep(100_000)
    }
  }
}
