import Foundation
import Results

/// Python with the packages of `.ci/python-requirements.txt`, where `.ci/setup-tests` puts them.
enum Python {
  static let path = Program.root + "/.build/python/bin/python"

  static var isThere: Bool {
    FileManager.default.isExecutableFile(atPath: path)
      && FileBytes.text(of: Program.root + "/.build/python/requirements.txt") != nil
  }

  static func run(_ script: String, in folder: String) throws -> Program.Outcome {
    try Program.run(["-W", "ignore", "-c", script], in: folder, program: path)
  }
}

/// The programs that `.ci/setup-tests` installs.
enum Tools {
  static let r = "/usr/bin/Rscript"

  /// Whether a machine without them is a fault, as it is in CI.
  static var areNeeded: Bool { ProcessInfo.processInfo.environment["KOSH_NEEDS_TOOLS"] != nil }

  /// A command's path; nil where it is not installed.
  static func path(of command: String) -> String? {
    (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
      .map { "\($0)/\(command)" }
      .first { FileManager.default.isExecutableFile(atPath: $0) }
  }
}
