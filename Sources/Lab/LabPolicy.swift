import Foundation
import Inputs
import Kernel
import Reporting
import Results
import ScenarioFile

/// A policy that the lab can simulate: what a page sent, read by the reader of scenario files.
struct LabPolicy: Sendable {
  var document: PolicyDocument
  /// As `kosh compare` would name it.
  var path: String
  var loaded: LoadedScenario
  /// What is the same for policies that are the same but for their words.
  var key: String
}

/// What is wrong, or odd, in a policy.
struct PolicyFinding: Sendable {
  /// The key that it is about, where that is known.
  var path: String?
  var sentence: String
  var isWarning: Bool
  /// Whether the reader of scenario files says it, who speaks English.
  var isReaders = false

  func json(_ words: Words) -> JSON {
    let told =
      isReaders && words.language != .en
      ? words(isWarning ? "lab.finding.warning" : "lab.finding.fault", sentence) : sentence
    return .object([
      ("path", path.map(JSON.text) ?? .null), ("sentence", .text(told)),
      ("warning", .flag(isWarning)),
    ])
  }
}

struct PolicyRefused: Error {
  var findings: [PolicyFinding]

  init(_ findings: [PolicyFinding]) { self.findings = findings }

  init(_ sentence: String) {
    findings = [PolicyFinding(path: nil, sentence: sentence, isWarning: false)]
  }
}

/// The baseline with its files, read once: no policy reads the disk.
struct PolicyReader: Sendable {
  let base: LoadedScenario
  let basePath: String
  private let overrides: [String]
  private let files: [String: [UInt8]]

  /// - Throws: `ScenarioFaults`.
  init(baseline: String, overrides: [String]) throws {
    let recorder = Recorder()
    base = try ScenarioLoader.load(
      path: baseline, overrides: overrides,
      files: ScenarioFiles { path throws(ScenarioFiles.Problem) in
        let bytes = try ScenarioFiles.disk.read(path)
        recorder.note(path, bytes)
        return bytes
      })
    basePath = baseline
    self.overrides = overrides
    files = recorder.files
  }

  /// The name by which a policy's file extends the baseline.
  var baseName: String { basePath.split(separator: "/").last.map(String.init) ?? basePath }

  /// Reads a policy as if its file lay beside the baseline's.
  /// - Throws: ``PolicyRefused``.
  func read(_ document: PolicyDocument) throws(PolicyRefused) -> (LabPolicy, [PolicyFinding]) {
    let file: PolicyFile
    do throws(PolicyFault) {
      file = try document.file(extending: baseName)
    } catch {
      throw PolicyRefused(error.description)
    }
    let path = folder + PolicyNames.fileName(document.name)
    var files = files
    files[path] = Array(file.text.utf8)
    do throws(ScenarioFaults) {
      let loaded = try ScenarioLoader.load(
        path: path, overrides: overrides, files: .inMemory(files))
      let warnings = loaded.warnings.filter { $0.place.file == path }
        .map { finding($0, in: file, path) }
      let policy = LabPolicy(
        document: document, path: path, loaded: loaded, key: Self.key(loaded.resolvedText))
      return (policy, warnings)
    } catch {
      throw PolicyRefused(
        error.diagnostics.filter { $0.severity == .error }.map { finding($0, in: file, path) })
    }
  }

  private var folder: String { String(basePath.dropLast(baseName.count)) }

  /// Names do not change a number.
  private static func key(_ text: String) -> String {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    return Digest.ofText(
      lines.filter { !$0.hasPrefix("name: ") && !$0.hasPrefix("question: ") }
        .joined(separator: "\n"))
  }

  private func finding(
    _ diagnostic: Diagnostic, in file: PolicyFile, _ path: String
  ) -> PolicyFinding {
    PolicyFinding(
      path: diagnostic.place.file == path ? file.paths[diagnostic.place.line] : nil,
      sentence: diagnostic.sentence, isWarning: diagnostic.severity == .warning, isReaders: true)
  }

  /// Notes what was read.
  private final class Recorder: @unchecked Sendable {
    private let lock = NSLock()
    private var noted: [String: [UInt8]] = [:]

    func note(_ path: String, _ bytes: [UInt8]) { lock.withLock { noted[path] = bytes } }
    var files: [String: [UInt8]] { lock.withLock { noted } }
  }
}

/// Names of policies as names of files.
enum PolicyNames {
  /// `My policy!` → `my-policy`: what every file system takes, and nothing that leads out of a folder.
  static func stem(_ name: String) -> String {
    let letters = name.lowercased().map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : " " }
    let words = String(letters).split(separator: " ").joined(separator: "-").prefix(60)
    return words.isEmpty ? "policy" : String(words)
  }

  static func fileName(_ name: String) -> String { stem(name) + ".yaml" }
}
