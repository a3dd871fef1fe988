import Foundation

/// The project's files as git sees them: tracked, or about to be.
struct Checkout {
  /// Paths from the project's folder.
  let files: [String]
  private let root: URL

  init() throws {
    // …/Tests/TidyTests/Checkout.swift, however the compiler was told to reach it.
    root = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    files = try Self.git(["ls-files", "--cached", "--others", "--exclude-standard"], in: root)
      .filter { [root] in FileManager.default.fileExists(atPath: root.appending(path: $0).path) }
  }

  /// Files that git keeps, ignored or not.
  func tracked(under paths: [String]) throws -> [String] {
    try Self.git(["ls-files", "--cached", "--"] + paths, in: root)
  }

  /// A file's text; nil if it is not text.
  func text(of file: String) -> String? {
    try? String(contentsOf: root.appending(path: file), encoding: .utf8)
  }

  func swiftFiles(under folder: String) -> [String] {
    files.filter { $0.hasPrefix(folder + "/") && $0.hasSuffix(".swift") }
  }

  /// The Swift files of one folder under `Sources/`, read.
  func room(_ name: String) -> [SourceText] {
    swiftFiles(under: "Sources/\(name)").map(source)
  }

  func source(_ file: String) -> SourceText { SourceText(file: file, text: text(of: file) ?? "") }

  /// Names of the folders directly under `Sources/`.
  var roomFolders: [String] {
    let folders = files.compactMap { file -> String? in
      let parts = file.split(separator: "/")
      return parts.count > 2 && parts[0] == "Sources" ? String(parts[1]) : nil
    }
    return Set(folders).sorted()
  }

  private static func git(_ arguments: [String], in root: URL) throws -> [String] {
    let process = Process()
    let output = Pipe()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    // A checkout may belong to another user than the one who tests it.
    process.arguments =
      ["git", "-C", root.path, "-c", "safe.directory=*"] + arguments.prefix(1) + ["-z"]
      + arguments.dropFirst()
    process.standardOutput = output
    try process.run()
    let bytes = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { throw NotACheckout(folder: root.path) }
    return String(decoding: bytes, as: UTF8.self).split(separator: "\0").map(String.init)
  }
}

/// The tidy tests need git to know which files are the project's.
struct NotACheckout: Error, CustomStringConvertible {
  let folder: String
  var description: String { "git does not list \(folder): run the tests in a clone" }
}
