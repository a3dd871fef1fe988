import Foundation
import Kernel
import Results
import Testing

/// `kosh report` and `kosh version`.
@Suite(.enabled(if: Program.isBuilt, "needs swift build -c release"))
struct OtherCommandTests {
  private let work = Workspace()

  @Test func `The page is rebuilt from the results alone, to the same letter`() throws {
    _ = try work.run("a")
    let page = work.text("a/report.html")
    for name in [
      "report.html", "national.csv", "daily.csv", "cells.csv", "evidence.csv", "scenario.yaml",
      "charts",
    ] {
      try FileManager.default.removeItem(atPath: work.path("a/" + name))
    }
    let outcome = try work.kosh(["report", "a"])
    #expect(outcome.status == 0)
    #expect(outcome.output.hasSuffix("a/report.html\n"))
    #expect(try work.names("a") == ["charts", "manifest.json", "report.html", "results.sqlite"])
    // Memory and time are only known in full when the page has been made.
    func withoutCosts(_ page: String) -> [Substring] {
      page.split(separator: "\n").filter { !$0.contains("of memory") }
    }
    #expect(withoutCosts(work.text("a/report.html")) == withoutCosts(page))
  }

  @Test func `A report can be printed as JSON`() throws {
    _ = try work.run("a")
    let outcome = try work.kosh(["report", "a", "--format", "json"])
    let read = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any]
    #expect(read?["manifest"] != nil)
  }

  @Test func `What is no run folder is not reported on`() throws {
    let outcome = try work.kosh(["report", "nothing"])
    #expect(outcome.status == 74)
    #expect(
      outcome.errors
        == "nothing: error: this is not a finished run folder: it has no manifest.json.\n")
  }

  @Test func `The version tells program, commit, GSL and toolchain`() throws {
    let outcome = try work.kosh(["version"])
    #expect(outcome.status == 0)
    let words = outcome.output.split(separator: "\n").compactMap { $0.split(separator: " ").first }
    #expect(words == ["kosh", "commit", "GSL", "toolchain"])
  }

  @Test func `The version is asked for by a word and by an option`() throws {
    let (word, option) = (try work.kosh(["version"]), try work.kosh(["--version"]))
    #expect(option.status == 0 && option.output == word.output && option.errors == "")
  }
}
