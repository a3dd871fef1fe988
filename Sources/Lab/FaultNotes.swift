import Foundation
import Kernel
import Results

/// What lets the lab begin anew where a fault of Kosh (a broken precondition, a bad access) would end it: its key and its
/// port, and which policies were being run.
///
/// The process begins again with the same arguments and number, so that the link stays good; the policies that were at work
/// are not run again.
package final class FaultNotes: @unchecked Sendable {
  private static let variable = "KOSH_LAB"
  /// A lab that fails again and again is better ended.
  private static let mostBeginnings = 5

  /// What an earlier beginning of this very process left; nil in a process that began by itself.
  package struct Left: Sendable {
    package var key: String
    package var port: UInt16
    var beginnings: Int
    /// Keys of policies that were at work.
    package var suspects: Set<String>
  }

  private let path: String
  private let lock = NSLock()
  // Under the lock; nothing until the notes are opened.
  private var file: Int32 = -1

  package init(folder: String) { path = folder + "/.at-work" }

  /// - Returns: what there is to go on with, its files closed.
  package func left() -> Left? {
    let parts = (ProcessInfo.processInfo.environment[Self.variable] ?? "").split(separator: ":")
    guard parts.count == 4, Int32(parts[0]) == getpid(), let port = UInt16(parts[2]),
      let beginnings = Int(parts[3])
    else { return nil }
    Self.closeSockets()
    let keys = (FileBytes.text(of: path) ?? "").split(separator: "\n").map(String.init)
    return Left(
      key: String(parts[1]), port: port, beginnings: beginnings, suspects: Set(keys))
  }

  /// The old beginning's connections are open still, its port among them; this one has none yet.
  private static func closeSockets() {
    for number in Int32(3)..<1024 {
      var about = stat()
      if fstat(number, &about) == 0, about.st_mode & S_IFMT == S_IFSOCK {
        Foundation.close(number)
      }
    }
  }

  /// Faults begin the process anew from now on.
  package func open(key: String, port: UInt16, after left: Left?) {
    let beginnings = (left?.beginnings ?? 0) + 1
    guard beginnings <= Self.mostBeginnings,
      (try? OutputFolder.makeFolder((path as NSString).deletingLastPathComponent)) != nil
    else { return }
    let file = Foundation.open(path, O_WRONLY | O_CREAT | O_TRUNC | O_APPEND | O_CLOEXEC, 0o600)
    guard file >= 0 else { return }
    lock.withLock { self.file = file }
    setenv(Self.variable, "\(getpid()):\(key):\(port):\(beginnings)", 1)
    FaultRestart.listen(noting: "\n")
    FaultRestart.note(in: file)
  }

  /// Notes which policies are at work.
  func note(_ keys: [String]) {
    lock.withLock {
      guard file >= 0 else { return }
      ftruncate(file, 0)
      Machine.write(Array(keys.joined(separator: "\n").utf8), to: file)
    }
  }

  /// Faults end the process as ever.
  package func close() {
    FaultRestart.note(in: nil)
    lock.withLock {
      guard file >= 0 else { return }
      Foundation.close(file)
      file = -1
    }
    unlink(path)
  }
}
