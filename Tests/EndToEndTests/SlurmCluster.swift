import Foundation
import Results
import TestSupport

/// A real Slurm of four virtual nodes on this machine, started for a test and stopped after it.
///
/// Only what it started is ever stopped: by process number, from the files that the daemons write.
final class SlurmCluster: Sendable {
  private let folder = TemporaryFolder()
  private let ports: Int

  /// Nil where a test may run; else why not.
  static var obstacle: String? {
    if getuid() != 0 { return "virtual nodes need root" }
    for tool in ["/usr/sbin/munged", "/usr/sbin/slurmctld", "/usr/sbin/slurmd", "/usr/bin/sbatch"]
    where !FileManager.default.isExecutableFile(atPath: tool) {
      return "\(tool) is not installed: .ci/setup-tests installs it"
    }
    return nil
  }

  var environment: [String: String] { ["SLURM_CONF": folder.path("slurm.conf")] }

  init() throws {
    if let obstacle = SlurmCluster.obstacle { throw Failure(words: obstacle) }
    // Clusters of tests that run beside each other have ports of their own.
    ports = 20_000 + Int.random(in: 0..<1000) * 10
    for name in ["state", "spool", "log", "run", "munge"] {
      try FileManager.default.createDirectory(
        atPath: folder.path(name), withIntermediateDirectories: true)
    }
    try FileBytes.write(configuration, to: folder.path("slurm.conf"))
    try start()
  }

  private func start() throws {
    try tool("chown", ["munge:munge", folder.path("munge")])
    try tool("chmod", ["755", folder.path, folder.path("munge")])
    let munge = folder.path("munge")
    try tool(
      "setpriv",
      [
        "--reuid=munge", "--regid=munge", "--init-groups", "/usr/sbin/munged",
        "--socket=\(munge)/socket", "--pid-file=\(munge)/pid", "--log-file=\(munge)/log",
        "--seed-file=\(munge)/seed",
      ])
    try tool("/usr/sbin/slurmctld", ["-f", folder.path("slurm.conf"), "-c"])
    for node in 1...4 {
      try tool("/usr/sbin/slurmd", ["-f", folder.path("slurm.conf"), "-N", "n\(node)", "-c"])
    }
    let end = Date() + 120
    while try tool("sinfo", ["-h", "-o", "%D %t"]) != "4 idle\n" {
      guard Date() < end else { throw Failure(words: "the nodes do not come up") }
      usleep(200_000)
    }
  }

  deinit {
    _ = try? tool("scancel", ["--me", "--signal=KILL"])
    _ = try? tool("scancel", ["--me"])
    // Nodes first: they tell the controller that they go, and wait for its answer.
    for name in (1...4).map({ "run/slurmd-n\($0).pid" }) + ["run/slurmctld.pid", "munge/pid"] {
      if let process = pid(name) { stop(process) }
    }
  }

  /// Asks a daemon to go, and makes it go where it does not.
  private func stop(_ process: Int32) {
    // The number may be another program's by now.
    guard FileBytes.text(of: "/proc/\(process)/cmdline")?.contains(folder.path) == true else {
      return
    }
    kill(process, SIGTERM)
    for _ in 0..<30 where kill(process, 0) == 0 { usleep(100_000) }
    kill(process, SIGKILL)
  }

  private func pid(_ name: String) -> Int32? {
    FileBytes.text(of: folder.path(name)).flatMap {
      Int32($0.trimmingCharacters(in: .whitespacesAndNewlines))
    }
  }

  struct Failure: Error { var words: String }

  /// Runs a command with this cluster's configuration, and gives what it prints.
  @discardableResult
  func tool(_ name: String, _ arguments: [String]) throws -> String {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/bash")
    // Foundation tells a process' end by a descriptor that daemons would keep open for ever.
    let closing =
      "for fd in /proc/$$/fd/*; do fd=${fd##*/}; [ $fd -gt 2 ] && eval \"exec $fd>&-\"; done; "
      + "exec \"$@\""
    process.arguments = ["-c", closing, "bash", name] + arguments
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    // Daemons keep what they inherit: with a pipe one would wait for them for ever.
    let path = folder.path("said-\(UUID().uuidString)")
    try FileBytes.write("", to: path)
    process.standardOutput = FileHandle(forWritingAtPath: path)
    process.standardError = FileHandle(forWritingAtPath: path)
    process.standardInput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    let said = FileBytes.text(of: path) ?? ""
    guard process.terminationStatus == 0 else { throw Failure(words: "\(name): \(said)") }
    return said
  }

  /// Programs that tasks of this cluster run now, whose command line holds `word`.
  private func tasks(_ word: String) -> [(process: Int32, node: String)] {
    let numbers = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
    return numbers.compactMap { Int32($0) }.compactMap { process in
      guard let line = FileBytes.text(of: "/proc/\(process)/cmdline"), line.contains(word),
        let variables = FileBytes.text(of: "/proc/\(process)/environ")?.split(separator: "\0"),
        variables.contains("SLURM_CONF=\(folder.path("slurm.conf"))"),
        let node = variables.first(where: { $0.hasPrefix("SLURMD_NODENAME=") })
      else { return nil }
      return (process, String(node.dropFirst("SLURMD_NODENAME=".count)))
    }
  }

  /// Kills up to `count` running tasks, without a word.
  func killTasks(_ word: String, most count: Int) -> Int {
    let chosen = tasks(word).prefix(count)
    for task in chosen { kill(task.process, SIGKILL) }
    return chosen.count
  }

  /// A node dies: its daemon and all that runs on it, at once.
  func killNode(_ name: String, tasks word: String) {
    if let daemon = pid("run/slurmd-\(name).pid") { kill(daemon, SIGKILL) }
    for task in tasks(word) where task.node == name {
      // A task's parent looks after it and would still tell the controller.
      let status = FileBytes.text(of: "/proc/\(task.process)/status") ?? ""
      let line = status.split(separator: "\n").first { $0.hasPrefix("PPid:") }
      if let parent = line?.split(separator: "\t").last.flatMap({ Int32($0) }), parent > 1 {
        kill(parent, SIGKILL)
      }
      kill(task.process, SIGKILL)
    }
  }

  /// That node comes back.
  func restartNode(_ name: String) throws {
    try tool("/usr/sbin/slurmd", ["-f", folder.path("slurm.conf"), "-N", name, "-c"])
  }

  private var configuration: String {
    let path = folder.path
    return """
      ClusterName=kosh
      SlurmctldHost=localhost(127.0.0.1)
      SlurmctldPort=\(ports)
      AuthType=auth/munge
      CredType=cred/munge
      AuthInfo=socket=\(path)/munge/socket,cred_expire=10
      SlurmUser=root
      SlurmdUser=root
      StateSaveLocation=\(path)/state
      SlurmdSpoolDir=\(path)/spool/%n
      SlurmctldPidFile=\(path)/run/slurmctld.pid
      SlurmdPidFile=\(path)/run/slurmd-%n.pid
      SlurmctldLogFile=\(path)/log/slurmctld.log
      SlurmdLogFile=\(path)/log/slurmd-%n.log
      ProctrackType=proctrack/linuxproc
      TaskPlugin=task/none
      MpiDefault=none
      SelectType=select/cons_tres
      SelectTypeParameters=CR_Core
      SchedulerParameters=batch_sched_delay=0,sched_interval=5,sched_min_interval=0
      JobAcctGatherType=jobacct_gather/linux
      AccountingStorageType=accounting_storage/none
      ReturnToService=2
      KillWait=2
      SlurmdTimeout=10
      MaxArraySize=10001
      SlurmdParameters=config_overrides
      CommunicationParameters=NoInAddrAny
      NodeName=n[1-4] NodeHostname=localhost NodeAddr=127.0.0.1 Port=[\(ports + 1)-\(ports + 4)] \
      CPUs=2 RealMemory=5000 State=UNKNOWN
      PartitionName=main Nodes=n[1-4] Default=YES MaxTime=INFINITE State=UP

      """
  }
}
