import ArgumentParser
import Cluster
import Experiments
import Kernel
import Results

/// Where a sweep's points are computed.
enum EngineArgument: String, ExpressibleByArgument, CaseIterable { case local, slurm }

/// What may be asked of Slurm for a sweep.
struct SlurmArguments: ParsableArguments {
  @Option(help: "local computes here; slurm submits a job array and returns.")
  var engine = EngineArgument.local

  @Option(help: ArgumentHelp("Slurm: the partition.", valueName: "name"))
  var partition: String?

  @Option(help: ArgumentHelp("Slurm: the account.", valueName: "name"))
  var account: String?

  @Option(help: ArgumentHelp("Slurm: time limit of a task, as in 01:00:00.", valueName: "time"))
  var time: String?

  @Option(help: ArgumentHelp("Slurm: memory of a task, as in 2G.", valueName: "size"))
  var memory: String?

  @Option(help: ArgumentHelp("Slurm: cores for each task, one run on each.", valueName: "n"))
  var cores: Int?

  @Option(help: ArgumentHelp("Slurm: most tasks that run at once.", valueName: "n"))
  var throttle: Int?

  @Option(
    help: ArgumentHelp(
      "Slurm: points for each task. By default about ten minutes of work.", valueName: "n"))
  var chunk: Int?

  mutating func validate() throws {
    for (name, number) in [("cores", cores), ("throttle", throttle), ("chunk", chunk)] {
      if let number, !(1...1_000_000).contains(number) {
        throw ValidationError("--\(name) is \(number). Write a number of at least 1.")
      }
    }
    let given = [partition, account, time, memory].contains { $0 != nil }
    if engine == .local, given || [cores, throttle, chunk].contains(where: { $0 != nil }) {
      throw ValidationError(
        "--partition, --account, --time, --memory, --cores, --throttle and --chunk are for "
          + "--engine slurm.")
    }
  }

  var options: SlurmOptions {
    var options = SlurmOptions()
    options.partition = partition
    options.account = account
    options.time = time
    options.memory = memory
    options.cores = cores ?? 1
    options.throttle = throttle
    options.chunk = chunk
    return options
  }

  /// Submits what is missing and says what was submitted.
  func submit(_ sweep: Sweep, _ folder: SweepFolder, _ format: FormatArgument) throws -> String {
    let records = try SweepRecords(folder)
    if records.missing.isEmpty {
      let totals = try SweepCollection(folder, records, sweep.layout).write()
      return SweepWords.totals(totals, path: folder.path, format: format)
    }
    let forecast = SweepForecast(sweep, points: 1, threads: 1)
    let submission = try SlurmSweep(folder)
      .submit(options, secondsAPoint: forecast.seconds, records: records)
    for remark in submission.remarks { StandardError.write(remark) }
    if submission.job != nil, Build.needsLibraries() {
      StandardError.write(
        "note: this program needs Swift's libraries on every node. One built with -static-executable "
          + "needs nothing.")
    }
    switch format {
    case .text: return words(submission, missing: records.missing.count) + "\n" + folder.path
    case .json:
      func number(_ job: Int?) -> JSON { job.map(JSON.integer) ?? .null }
      return JSON.object([
        ("folder", .text(folder.path)), ("job", number(submission.job)),
        ("tasks", .integer(submission.tasks)), ("collect_job", number(submission.collectJob)),
        ("missing", .integer(records.missing.count)),
      ]).compactText
    }
  }

  private func words(_ submission: SlurmSweep.Submission, missing: Int) -> String {
    guard let job = submission.job else {
      return "nothing submitted: all that is missing is in the queue"
    }
    let tasks = submission.tasks == 1 ? "1 task" : "\(submission.tasks) tasks"
    return "submitted job \(job) with \(tasks) for \(missing) points"
      + (submission.collectJob.map { ", then job \($0) to collect" } ?? "")
  }
}
