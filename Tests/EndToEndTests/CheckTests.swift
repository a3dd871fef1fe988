import Foundation
import Results
import TestSupport
import Testing

/// `kosh check` and each of its options.
@Suite(.enabled(if: Program.isBuilt, "needs swift build -c release"))
struct CheckTests {
  private let work = Workspace()

  private func check(_ more: [String] = []) throws -> Program.Outcome {
    try work.kosh(["check", Program.baseline, "--expected", "expected"] + more)
  }

  /// Records the baseline, tiny and short.
  private func record(_ more: [String] = []) throws {
    let outcome = try check(
      ["--update", "--scale", "1:500", "--until", "2005-12-31", "--replicates", "12"] + more)
    #expect(outcome.status == 0, "\(outcome.errors)")
  }

  private var file: String { "expected/kazakhstan-2006.json" }

  @Test func `What was recorded passes, at once and on any number of threads`() throws {
    try record()
    for threads in ["1", "3"] {
      let outcome = try check(["--threads", threads, "--exact"])
      #expect(outcome.status == 0)
      #expect(outcome.output.contains("kazakhstan-2006                 ok      digest "))
      #expect(outcome.output.hasSuffix("1 scenario, all ok\n"))
    }
  }

  @Test func `An expectation bent by hand fails, and names what was bent`() throws {
    try record()
    let text = work.text(file)
    let value = try #require(text.firstMatch(of: /"vacancies 2005": \[([0-9.]+),/))
    try FileBytes.write(
      text.replacing(
        "\"vacancies 2005\": [\(value.1),", with: "\"vacancies 2005\": [1\(value.1),"),
      to: work.path(file))
    let bent = try check()
    #expect(bent.status == 1)
    #expect(bent.output.contains("FAILED  the recorded file was changed by hand"))
    #expect(bent.output.contains("vacancies                       from 2005-01 on: "))
    let digest = try #require(text.firstMatch(of: /"digest": "([0-9a-f]+)"/))
    try FileBytes.write(
      text.replacing(digest.1, with: String(digest.1.reversed())), to: work.path(file))
    #expect(try check().status == 1)
  }

  @Test func `A changed parameter fails, and the indicators, months and sizes are told`() throws {
    try record()
    let outcome = try check([
      "--set", "behaviour.working_life.native_separation=1.35 %/month", "--json", "found.json",
      "--junit", "found.xml",
    ])
    #expect(outcome.status == 1, "\(outcome.output)")
    #expect(outcome.output.contains("more than chance explains"))
    #expect(outcome.output.contains("separations                     from 2005-01 on: "))
    #expect(outcome.output.contains("the scenario is not the one that was recorded"))
    let read = try #require(
      JSONSerialization.jsonObject(with: Data(work.text("found.json").utf8)) as? [String: Any])
    #expect(read["passes"] as? Bool == false)
    #expect(
      work.text("found.xml").contains("<testsuite name=\"kosh check\" tests=\"1\" failures=\"1\">"))
    #expect(work.text("found.xml").contains("<failure message="))
    #expect(XMLish.isBalanced(work.text("found.xml")))
  }

  @Test func `Other luck passes as equivalent, unless exactness is asked for`() throws {
    try record()
    let outcome = try check(["--seed", "77"])
    #expect(outcome.status == 0, "\(outcome.output)")
    #expect(outcome.output.contains("no more than chance would"))
    #expect(try check(["--seed", "77", "--exact"]).status == 1)
  }

  @Test func `Nothing recorded fails, and something else in its place is told with 65`() throws {
    let none = try check()
    #expect(none.status == 1)
    #expect(none.output.contains("nothing is recorded; record it with --update"))
    try record()
    try FileBytes.write("{}", to: work.path(file))
    let wrong = try check()
    #expect(wrong.status == 65)
    #expect(wrong.errors.contains("this is not an expectation that Kosh recorded"))
  }

  @Test func `A scenario that is not there is a fault, not one of which nothing is recorded`()
    throws
  {
    let gone = try work.kosh(["check", "gone.yaml", "--expected", "expected"])
    #expect(gone.status == 74)
    #expect(gone.errors == "gone.yaml: error: there is no such file.\n")
    #expect(gone.output.isEmpty)
  }

  @Test func `Quiet tells only what fails`() throws {
    try record()
    #expect(try check(["--quiet"]).output == "1 scenario, all ok\n")
    let moved = try check(["--quiet", "--seed", "77", "--exact"])
    #expect(moved.status == 1)
    #expect(moved.output.contains("kazakhstan-2006                 FAILED  "))
  }

  @Test func `An expectation whose scenario is gone is a fault`() throws {
    try record()
    try FileManager.default.createDirectory(
      atPath: work.path("Scenarios"), withIntermediateDirectories: true)
    try FileBytes.write(
      "kosh: 1\nname: x\nquestion: y\nextends: \(Program.baseline)\n",
      to: work.path("Scenarios/other.yaml"))
    let outcome = try work.kosh(["check", "--expected", "expected"])
    #expect(outcome.status == 65)
    #expect(
      outcome.errors.contains(
        "expected/kazakhstan-2006.json: error: its scenario Scenarios/kazakhstan-2006.yaml is not "
          + "there."))
  }

  @Test func `Too few replicates to tell luck from a change are refused`() throws {
    #expect(try check(["--update", "--replicates", "7"]).status == 64)
  }

  @Test(arguments: [
    ["check", "--scale", "1:10"], ["check", "--replicates", "5"],
    ["check", "--update", "--replicates", "1"], ["check"],
  ])
  func `Wrong usage ends with 64`(arguments: [String]) throws {
    #expect(try work.kosh(arguments).status == 64)
  }
}

/// Enough of XML to see that every element is closed.
private enum XMLish {
  static func isBalanced(_ text: String) -> Bool {
    var open: [Substring] = []
    for match in text.matches(of: /<(\/?)([a-z]+)[^>]*?(\/?)>/) {
      if match.1 == "/" {
        if open.popLast() != match.2 { return false }
      } else if match.3 != "/" {
        open.append(match.2)
      }
    }
    return open.isEmpty
  }
}
