import Foundation

/// On what machine a run was made: its make, without a name that would tell whose it is.
package enum MachineText {
  package static var current: String {
    let information = FileBytes.text(of: "/proc/cpuinfo") ?? ""
    let cores = ProcessInfo.processInfo.activeProcessorCount
    return "\(system), \(processor(information) ?? "processor unknown"), \(cores) cores"
  }

  /// The first `model name` of `/proc/cpuinfo`; some processors have none.
  private static func processor(_ information: String) -> String? {
    let line = information.prefix(4096).split(separator: "\n")
      .first { $0.hasPrefix("model name") }
    return line?.split(separator: ":").last.map { $0.trimmingCharacters(in: .whitespaces) }
  }

  private static var system: String {
    #if arch(x86_64)
      "Linux x86-64"
    #elseif arch(arm64)
      "Linux arm64"
    #else
      "Linux"
    #endif
  }
}
