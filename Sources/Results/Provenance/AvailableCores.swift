import Foundation

/// How many processor cores this process may use: the default number of threads.
///
/// A machine may have more cores than the process was given: by affinity (`taskset`, Slurm's binding), by a
/// control group's quota (containers), or by Slurm's word alone.
package enum AvailableCores {
  /// What the system says, now.
  package static var count: Int {
    count(
      read: FileBytes.text(of:),
      slurm: ProcessInfo.processInfo.environment["SLURM_CPUS_PER_TASK"],
      otherwise: ProcessInfo.processInfo.activeProcessorCount)
  }

  /// The least of all limits that are set, at least one.
  ///
  /// - Parameters:
  ///   - read: The text of a file of the system; nil where there is none.
  ///   - slurm: The value of `SLURM_CPUS_PER_TASK`.
  ///   - otherwise: The number of cores where affinity cannot be read.
  package static func count(read: (String) -> String?, slurm: String?, otherwise: Int) -> Int {
    let affinity = read("/proc/self/status").flatMap(allowed(status:)) ?? otherwise
    let limits = [affinity, quota(read: read), slurm.flatMap { Int($0) }].compactMap { $0 }
    return max(1, limits.filter { $0 > 0 }.min() ?? 1)
  }

  /// Cores in `Cpus_allowed_list` of `/proc/self/status`, such as `0-3,8`.
  private static func allowed(status: String) -> Int? {
    let name = "Cpus_allowed_list:"
    guard let line = status.split(separator: "\n").first(where: { $0.hasPrefix(name) }) else {
      return nil
    }
    let text = line.dropFirst(name.count).trimmingCharacters(in: .whitespaces)
    var count = 0
    for part in text.split(separator: ",") {
      let ends = part.split(separator: "-").compactMap { Int($0) }
      guard let low = ends.first, let high = ends.last, high >= low else { return nil }
      count += high - low + 1
    }
    return count
  }

  /// Whole cores that the control groups of the process allow; nil without a quota. A part of a core
  /// beyond them would only be throttled.
  private static func quota(read: (String) -> String?) -> Int? {
    var limits: [Double] = []
    for folder in ControlGroups.folders(read: read) {
      if let limit = read(folder + "/cpu.max").flatMap(limit(cpuMax:)) { limits.append(limit) }
    }
    let first = "/sys/fs/cgroup/cpu/cpu.cfs_"
    if let quota = number(read(first + "quota_us")), quota > 0,
      let period = number(read(first + "period_us")), period > 0
    {
      limits.append(quota / period)
    }
    return limits.min().map { max(1, Int($0)) }
  }

  /// `200000 100000` is two cores; `max 100000` is no limit.
  private static func limit(cpuMax: String) -> Double? {
    let words = cpuMax.split(whereSeparator: \.isWhitespace).compactMap { Double($0) }
    return words.count == 2 && words[1] > 0 ? words[0] / words[1] : nil
  }

  private static func number(_ text: String?) -> Double? {
    text.flatMap { Double($0.trimmingCharacters(in: .whitespacesAndNewlines)) }
  }
}

/// The control groups of this process, in the system's second version of them.
enum ControlGroups {
  /// Their folders, up to the root: a limit holds for all below it, so every one counts.
  static func folders(read: (String) -> String?) -> [String] {
    let own = read("/proc/self/cgroup")?.split(separator: "\n")
      .first { $0.hasPrefix("0::/") }?.dropFirst("0::/".count)
    var group = (own ?? "").split(separator: "/")
    var folders: [String] = []
    while true {
      folders.append((["/sys/fs/cgroup"] + group.map(String.init)).joined(separator: "/"))
      if group.popLast() == nil { return folders }
    }
  }
}
