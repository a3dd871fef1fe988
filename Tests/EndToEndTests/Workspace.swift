import Foundation
import Kernel
import Results
import TestSupport

/// A folder of a test's own with what it asks of `kosh` again and again.
final class Workspace: Sendable {
  private let folder = TemporaryFolder()
  var path: String { folder.path }
  func path(_ name: String) -> String { folder.path(name) }

  /// `kosh run` of the baseline, small and short unless told otherwise.
  func run(
    _ out: String, scenario: String = Program.baseline, scale: String = "1:1000",
    until: String = "2005-04-30", _ more: [String] = []
  ) throws -> Program.Outcome {
    try kosh(["run", scenario, "--scale", scale, "--until", until, "--out", out] + more)
  }

  func kosh(
    _ arguments: [String], environment: [String: String] = [:]
  ) throws -> Program.Outcome {
    try Program.run(arguments, in: path, environment: environment)
  }

  /// A shell's script, in which `$KOSH` is the program and `$BASE` the baseline.
  func shell(_ script: String) throws -> Program.Outcome {
    try Program.run(
      ["-c", script], in: path, environment: ["KOSH": Program.path, "BASE": Program.baseline],
      program: "/bin/sh")
  }

  func manifest(_ out: String) throws -> Manifest { try Manifest.read(folder: path(out)) }
  func digest(_ out: String) throws -> String { try manifest(out).digest }

  func text(_ name: String) -> String { FileBytes.text(of: path(name)) ?? "" }
  func lines(_ name: String) -> [String] { text(name).split(separator: "\n").map(String.init) }

  /// Bytes of a file, 0 where there is none.
  func size(_ name: String) -> Int {
    (try? FileManager.default.attributesOfItem(atPath: path(name)))?[.size] as? Int ?? 0
  }

  /// Points of a sweep or a calibration that its parts hold.
  func recordCount(_ out: String) -> Int {
    let parts = (try? names(out + "/parts")) ?? []
    return parts.reduce(0) { count, part in
      count
        + lines(out + "/parts/" + part).count {
          if case .record? = PartLine($0) { true } else { false }
        }
    }
  }

  func names(_ name: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: path(name)).sorted()
  }
}
