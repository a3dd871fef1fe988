import Foundation
import Results
import TestSupport
import Testing

@Suite struct BuildTests {
  let temporary = TemporaryFolder()

  private func put(_ text: String, _ name: String) throws {
    let path = temporary.path(name)
    try FileManager.default.createDirectory(
      atPath: (path as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
    try FileBytes.write(text, to: path)
  }

  private func age(_ name: String, seconds: Double) throws {
    try FileManager.default.setAttributes(
      [.modificationDate: Date(timeIntervalSinceNow: -seconds)],
      ofItemAtPath: temporary.path(name))
  }

  private var commit: String { Build.commit(ofProgram: temporary.path(".build/release/kosh")) }

  private func makeCheckout() throws {
    try put("", "Package.swift")
    try put("ref: refs/heads/main\n", ".git/HEAD")
    try put("abc123\n", ".git/refs/heads/main")
    try put("", ".git/logs/HEAD")
    try put("", ".build/release/kosh")
    try age(".git/logs/HEAD", seconds: 60)
  }

  @Test func `A program beside its checkout knows its commit`() throws {
    try makeCheckout()
    #expect(commit == "abc123")
  }

  @Test func `A commit younger than the program did not go into it`() throws {
    try makeCheckout()
    try age(".build/release/kosh", seconds: 600)
    #expect(commit == "abc123 or earlier")
  }

  @Test func `A packed branch and a bare commit are read too`() throws {
    try makeCheckout()
    try FileManager.default.removeItem(atPath: temporary.path(".git/refs/heads/main"))
    try put("# pack-refs\nfff000 refs/heads/other\nddd444 refs/heads/main\n", ".git/packed-refs")
    #expect(commit == "ddd444")
    try put("eee555\n", ".git/HEAD")
    #expect(commit == "eee555")
  }

  @Test func `A program that was copied away does not guess, and says why`() throws {
    try put("", ".build/release/kosh")
    #expect(commit == "unknown: the program carries none, and lies in no checkout")
  }

  /// A program's file with one segment of notes: a build ID behind another note.
  private func program(buildID: [UInt8]) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: 120)
    bytes.replaceSubrange(0..<6, with: [0x7F, 0x45, 0x4C, 0x46, 2, 1])
    func note(_ kind: UInt8, _ content: [UInt8]) -> [UInt8] {
      let padding = [UInt8](repeating: 0, count: (4 - content.count % 4) % 4)
      return [4, 0, 0, 0, UInt8(content.count), 0, 0, 0, kind, 0, 0, 0] + Array("GNU\0".utf8)
        + content + padding
    }
    let notes = note(1, [1, 2, 3, 4, 5]) + note(3, buildID)
    // One segment, of notes, behind the headers.
    (bytes[32], bytes[54], bytes[56], bytes[64]) = (64, 56, 1, 4)
    (bytes[72], bytes[96], bytes[112]) = (120, UInt8(notes.count), 4)
    return bytes + notes
  }

  @Test func `A program tells the commit that it carries, wherever it is copied`() throws {
    let commit = (1...20).map { UInt8($0) }
    let mark = Array("kosh".utf8)
    func carried(_ buildID: [UInt8]) throws -> String? {
      try FileBytes.write(program(buildID: buildID), to: temporary.path("copy"))
      return Build.carriedCommit(temporary.path("copy"))
    }
    let text = "0102030405060708090a0b0c0d0e0f1011121314"
    #expect(try carried(mark + commit) == text)
    #expect(try carried(mark + commit + [1]) == text + " with changes")
    // A linker's own build ID is no commit.
    #expect(try carried(commit) == nil)
    #expect(Build.carriedCommit(temporary.path("none")) == nil)
  }

  @Test func `a program that names an interpreter needs libraries, a static one does not`() throws {
    #expect(Build.needsLibraries("/proc/self/exe"))
    let folder = TemporaryFolder()
    // A header of 64 bits with one segment, of a kind that is to be loaded as it is.
    var header = [UInt8](repeating: 0, count: 200)
    header.replaceSubrange(0..<6, with: [0x7F, 0x45, 0x4C, 0x46, 2, 1])
    (header[32], header[54], header[56], header[64]) = (64, 56, 1, 1)
    try FileBytes.write(header, to: folder.path("static"))
    #expect(!Build.needsLibraries(folder.path("static")))
    header[64] = 3
    try FileBytes.write(header, to: folder.path("dynamic"))
    #expect(Build.needsLibraries(folder.path("dynamic")))
    #expect(!Build.needsLibraries(folder.path("none")))
  }
}
