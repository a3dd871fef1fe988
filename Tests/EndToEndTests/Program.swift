import Foundation
import Results

/// The release binary (or another program), run as a user would.
struct Program {
  struct Outcome {
    var status: Int32
    var output: String
    var errors: String
  }

  /// The project's folder, found from this file.
  static let root = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path
  /// `KOSH_PROGRAM` names another one to be tried, such as the one that is released.
  static let path =
    ProcessInfo.processInfo.environment["KOSH_PROGRAM"] ?? root + "/.build/release/kosh"
  static let baseline = root + "/Scenarios/kazakhstan-2006.yaml"
  static var isBuilt: Bool { FileManager.default.isExecutableFile(atPath: path) }

  /// Starts it in `folder`, with files for what it prints, so that no pipe can fill.
  static func start(
    _ arguments: [String], in folder: String, environment: [String: String] = [:],
    program: String = path
  ) throws -> Running {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = arguments
    process.currentDirectoryURL = URL(fileURLWithPath: folder)
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    process.standardInput = FileHandle.nullDevice
    let name = NSTemporaryDirectory() + "kosh-said-" + UUID().uuidString
    let running = Running(process: process, outputPath: name + ".out", errorPath: name + ".err")
    for path in [running.outputPath, running.errorPath] {
      try FileBytes.write("", to: path)
    }
    process.standardOutput = FileHandle(forWritingAtPath: running.outputPath)
    process.standardError = FileHandle(forWritingAtPath: running.errorPath)
    try process.run()
    return running
  }

  static func run(
    _ arguments: [String], in folder: String, environment: [String: String] = [:],
    program: String = path
  ) throws -> Outcome {
    try start(arguments, in: folder, environment: environment, program: program).outcome
  }
}

struct Running {
  let process: Process
  let outputPath: String
  let errorPath: String

  /// Waits until something is seen, at most as long as the program runs: what a machine busy with other
  /// tests needs for it is anyone's guess.
  func wait(until isSeen: () -> Bool) {
    while process.isRunning, !isSeen() { Thread.sleep(forTimeInterval: 0.002) }
  }

  /// Waits for the end and takes away the files of what was said.
  var outcome: Program.Outcome {
    process.waitUntilExit()
    let files = FileManager.default
    func text(_ path: String) -> String {
      String(decoding: files.contents(atPath: path) ?? Data(), as: UTF8.self)
    }
    let said = (text(outputPath), text(errorPath))
    for path in [outputPath, errorPath] { try? files.removeItem(atPath: path) }
    // A death by signal is told as shells do.
    let status = process.terminationStatus
    return Program.Outcome(
      status: process.terminationReason == .uncaughtSignal ? 128 + status : status,
      output: said.0, errors: said.1)
  }
}
