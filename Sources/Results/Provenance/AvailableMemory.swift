import Foundation

/// How much memory this process may still take: the least of what the machine has free, what its control groups
/// and its own limits leave, and what Slurm gave.
package enum AvailableMemory {
  /// What the system says, now; a GiB where it says nothing.
  package static var bytes: Int { known ?? 1 << 30 }

  /// What the system says, now; nil where it says nothing.
  package static var known: Int? {
    known(
      read: FileBytes.text(of:), slurm: ProcessInfo.processInfo.environment["SLURM_MEM_PER_NODE"])
  }

  /// - Parameters:
  ///   - read: The text of a file of the system; nil where there is none.
  ///   - slurm: The value of `SLURM_MEM_PER_NODE`, in MiB.
  package static func known(read: (String) -> String?, slurm: String?) -> Int? {
    let free = read("/proc/meminfo").flatMap { text -> Int? in
      guard let free = kibibytes("MemAvailable:", text) else { return nil }
      return free + (kibibytes("SwapFree:", text) ?? 0)
    }
    let given = slurm.flatMap { Int($0) }.flatMap { $0 > 0 ? $0 << 20 : nil }
    let limits = [free, given, groupLimit(read: read), ownLimit(read: read)].compactMap { $0 }
    return limits.min().map { max(0, $0) }
  }

  /// A line such as `MemAvailable:  1234 kB`, in bytes.
  private static func kibibytes(_ name: String, _ text: String) -> Int? {
    let line = text.split(separator: "\n").first { $0.hasPrefix(name) }
    let words = line?.split(whereSeparator: \.isWhitespace) ?? []
    return words.count >= 2 ? Int(words[1]).map { $0 << 10 } : nil
  }

  /// What the control groups of the process leave. Each limit holds for all below it. Of what a group holds
  /// only memory that cannot be given up counts, not files that are kept in case they are read again.
  private static func groupLimit(read: (String) -> String?) -> Int? {
    func number(_ path: String) -> Int? {
      read(path).flatMap { Int($0.trimmingCharacters(in: .whitespacesAndNewlines)) }
    }
    func statistic(_ names: [String], _ path: String) -> Int {
      let lines = read(path)?.split(separator: "\n") ?? []
      let values = lines.compactMap { line -> Int? in
        let words = line.split(separator: " ")
        return words.count == 2 && names.contains(String(words[0])) ? Int(words[1]) : nil
      }
      return values.reduce(0, +)
    }
    var limits: [Int] = []
    for folder in ControlGroups.folders(read: read) {
      guard let limit = number(folder + "/memory.max") else { continue }
      let swap = number(folder + "/memory.swap.max") ?? 0
      let used = statistic(["anon", "kernel", "shmem"], folder + "/memory.stat")
      limits.append(limit + min(swap, Int.max >> 2) - used)
    }
    let first = "/sys/fs/cgroup/memory/memory."
    // Without a limit the first version says a number beyond any machine's memory.
    if let limit = number(first + "limit_in_bytes"), limit < Int.max >> 2 {
      limits.append(limit - statistic(["total_rss"], first + "stat"))
    }
    return limits.min()
  }

  /// What the process' own limits (`ulimit -v`, `-d`) leave.
  private static func ownLimit(read: (String) -> String?) -> Int? {
    guard let limits = read("/proc/self/limits"), let status = read("/proc/self/status") else {
      return nil
    }
    let pairs = [("Max address space", "VmSize:"), ("Max data size", "VmData:")]
    return pairs.compactMap { name, used -> Int? in
      guard let line = limits.split(separator: "\n").first(where: { $0.hasPrefix(name) }),
        let limit = line.dropFirst(name.count).split(separator: " ").first.flatMap({ Int($0) })
      else { return nil }
      return limit - (kibibytes(used, status) ?? 0)
    }.min()
  }
}
