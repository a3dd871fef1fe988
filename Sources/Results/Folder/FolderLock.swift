import Foundation

/// A folder that one process works in: no other gets it until this one lets go of it or ends.
///
/// The lock is the system's (`flock`) on a small file in the folder, so that it does not matter how the folder
/// is spelled, and that it ends with its process, however that ends: a file left by a killed one bars nobody.
/// On NFS the system turns it into a lock that holds between machines. Where a disk has no locks at all,
/// ``isHeld`` is false, and whoever works there should be told.
package final class FolderLock: Sendable {
  package static let fileName = ".kosh-lock"

  private let path: String
  private let descriptor: Int32
  /// Whether the disk has locks.
  package let isHeld: Bool

  /// - Throws: ``FolderFault/inUse(path:)`` where another process has it; else why the file cannot be made.
  package init(_ folder: String) throws {
    path = folder + "/" + FolderLock.fileName
    while true {
      // Not for children, and not for the program begun anew: they would hold what this one lets go of.
      let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o666)
      guard descriptor >= 0 else {
        let number = errno
        throw FolderFault.writing(folder, errorNumber: number)
      }
      let isLocked = flock(descriptor, LOCK_EX | LOCK_NB) == 0
      let number = errno
      if !isLocked, number == EWOULDBLOCK {
        close(descriptor)
        throw FolderFault.inUse(path: folder)
      }
      // Whoever had it may have taken the file away between our opening and locking it.
      if !isLocked && number != EINTR || isLocked && FolderLock.isAt(path, descriptor) {
        self.descriptor = descriptor
        isHeld = isLocked
        return
      }
      close(descriptor)
    }
  }

  deinit {
    // While it is held: after that the file may be another's.
    unlink(path)
    close(descriptor)
  }

  /// Makes a folder unless it is there, and takes it.
  /// - Returns: The lock, and whether the folder was made here.
  static func making(_ folder: String) throws -> (lock: FolderLock, isNew: Bool) {
    while true {
      let isNew = !FileManager.default.fileExists(atPath: folder)
      try OutputFolder.makeFolder(folder)
      do {
        return (try FolderLock(folder), isNew)
      } catch FolderFault.cannotWrite where !FileManager.default.fileExists(atPath: folder) {
        // Another process gave up the folder that it had made.
        continue
      }
    }
  }

  /// Does something that writes into a folder that is there, while no other process can.
  /// - Throws: ``FolderFault``, and what `body` throws.
  package static func holding<Result>(
    _ folder: String, _ body: (FolderLock) throws -> Result
  ) throws -> Result {
    let lock = try FolderLock(folder)
    return try withExtendedLifetime(lock) { try body(lock) }
  }

  /// Whether the open file is the one that bears the path.
  private static func isAt(_ path: String, _ descriptor: Int32) -> Bool {
    var (open, named) = (stat(), stat())
    return fstat(descriptor, &open) == 0 && stat(path, &named) == 0
      && open.st_ino == named.st_ino && open.st_dev == named.st_dev
  }

  /// What lies in a folder beside a lock.
  /// - Throws: ``FolderFault``.
  static func names(in folder: String) throws -> [String] {
    guard let names = try? FileManager.default.contentsOfDirectory(atPath: folder) else {
      throw FolderFault.cannotWrite(path: folder, reason: "the folder cannot be read")
    }
    return names.filter { $0 != fileName }.sorted()
  }
}
