import Experiments
import Kernel
import Reporting

/// What `kosh serve` was told.
package struct LabSettings: Sendable {
  /// The scenario that every policy changes.
  package var baseline: String
  /// Scenarios that extend it, for the gallery; all beside it where none are named.
  package var gallery: [String] = []
  /// `key=value`, for the baseline and every policy.
  package var overrides: [String] = []
  /// Pairs of runs in a finished comparison; nil for the usual number.
  package var replicates: Int?
  /// Plausible worlds to live in.
  package var worlds = WorldLives.Wish.usual
  package var until: Day?
  package var workers = 1
  /// The address that is listened on, and whether it is more than this machine's own.
  package var host = "127.0.0.1"
  package var port: UInt16 = 8642
  /// Where policies are kept.
  package var folder = "Output/lab"
  /// Where finished runs lie that may be opened.
  package var runs = "Output/runs"
  /// The options that make the same comparison at the command line.
  package var retyped = ""
  /// In which pages speak until a reader chooses another.
  package var language = Language.en

  /// Pairs of runs without worlds: enough for ranges that a reader can use, within seconds.
  static let usualReplicates = 20

  package init(baseline: String) { self.baseline = baseline }
}

/// Why the lab cannot be opened.
package enum LabFault: Error, CustomStringConvertible {
  case port(UInt16, String)
  case host(String)
  case shortRun

  package var description: String {
    switch self {
    case .port(let port, let reason):
      "error: port \(port) cannot be used: \(reason). Write --port 0 for any free one."
    case .host(let host):
      "error: '\(host)' is no address of this machine in numbers. Write --host 127.0.0.1."
    case .shortRun: "error: no month ends within the run. Write a later --until."
    }
  }
}
