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

  @Test func `A program that was moved away does not guess`() throws {
    try put("", ".build/release/kosh")
    #expect(commit == "unknown")
  }
}
