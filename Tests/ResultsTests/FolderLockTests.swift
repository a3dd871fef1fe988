import Foundation
import Results
import TestSupport
import Testing

/// One folder, one process. (Two descriptors of one process exclude each other like two processes.)
@Suite struct FolderLockTests {
  private let temporary = TemporaryFolder()

  private var names: [String] {
    (try? FileManager.default.contentsOfDirectory(atPath: temporary.path)) ?? []
  }

  @Test func `A folder that is taken is not given twice, and is free afterwards`() throws {
    try FolderLock.holding(temporary.path) { lock in
      #expect(lock.isHeld)
      #expect(throws: FolderFault.inUse(path: temporary.path + "/")) {
        _ = try FolderLock(temporary.path + "/")
      }
      #expect(names == [FolderLock.fileName])
    }
    #expect(names.isEmpty)
    _ = try FolderLock(temporary.path)
  }

  @Test func `A file that a killed process left bars nobody`() throws {
    try FileBytes.write("", to: temporary.path(FolderLock.fileName))
    try FolderLock.holding(temporary.path) { #expect($0.isHeld) }
    #expect(names.isEmpty)
  }

  @Test func `Of many that come at once never two have it`() async throws {
    let path = temporary.path
    let counter = temporary.path("inside")
    await withTaskGroup(of: Void.self) { group in
      for _ in 0..<8 {
        group.addTask {
          for _ in 0..<200 {
            _ = try? FolderLock.holding(path) { _ in
              // Made by one, it must not be there for another.
              let descriptor = open(counter, O_CREAT | O_EXCL | O_WRONLY, 0o600)
              #expect(descriptor >= 0)
              close(descriptor)
              unlink(counter)
            }
          }
        }
      }
    }
  }

  @Test func `A fault names a remedy that the command has`() {
    let fault = FolderFault.cannotWrite(path: "d", reason: "Permission denied")
    #expect(
      fault.sentence([])
        == "d: error: cannot write: Permission denied. Change its permissions, or work on a copy of "
        + "the folder.")
    #expect(fault.sentence(.out).hasSuffix("Name a folder that may be written with --out."))
    let full = FolderFault.outNotEmpty(path: "d")
    #expect(full.sentence(.out) == "d: error: the folder is not empty. Name another with --out.")
    #expect(full.description.contains("--force"))
    for remedies in [FolderFault.Remedies(), .out] {
      for fault in [
        fault, full, .outHoldsLeftovers(path: "d"), .inUse(path: "d"), .diskFull(path: "d"),
        .altered(path: "d", tables: ["national"]), .notARunFolder(path: "d", reason: "none"),
      ] {
        #expect(!fault.sentence(remedies).contains("--force"))
      }
    }
  }
}
