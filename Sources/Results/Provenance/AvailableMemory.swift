import Foundation

/// How much memory this process may still take.
package enum AvailableMemory {
  /// What the system says, now: the least of what is free and what Slurm gave.
  package static var bytes: Int {
    bytes(
      read: FileBytes.text(of:), slurm: ProcessInfo.processInfo.environment["SLURM_MEM_PER_NODE"])
  }

  /// - Parameters:
  ///   - read: The text of a file of the system; nil where there is none.
  ///   - slurm: The value of `SLURM_MEM_PER_NODE`, in MiB.
  package static func bytes(read: (String) -> String?, slurm: String?) -> Int {
    let line = read("/proc/meminfo")?.split(separator: "\n")
      .first { $0.hasPrefix("MemAvailable:") }
    let words = line?.split(whereSeparator: \.isWhitespace) ?? []
    let free = words.count >= 2 ? Int(words[1]).map { $0 << 10 } : nil
    let limit = read("/sys/fs/cgroup/memory.max")
      .flatMap { Int($0.trimmingCharacters(in: .whitespacesAndNewlines)) }
    let given = slurm.flatMap { Int($0) }.flatMap { $0 > 0 ? $0 << 20 : nil }
    return [free, limit, given].compactMap { $0 }.min() ?? 1 << 30
  }
}
