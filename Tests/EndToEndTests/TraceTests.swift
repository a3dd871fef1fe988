import Foundation
import Testing

/// `kosh trace` and each of its options.
@Suite(.enabled(if: Program.isBuilt, "needs swift build -c release"))
struct TraceCommandTests {
  private let work = Workspace()

  private func trace(
    _ arguments: [String], scale: String = "1:1000", until: String = "2005-06-30"
  ) throws -> Program.Outcome {
    try work.kosh(["trace", Program.baseline, "--scale", scale, "--until", until] + arguments)
  }

  @Test func `What is found is told again by the command printed with it`() throws {
    let outcome = try trace(["--find", "hired-informally", "--first", "3"])
    #expect(outcome.status == 0, "\(outcome.errors)")
    let lines = outcome.output.split(separator: "\n").map(String.init)
    #expect(lines.count == 2 * 3)
    for pair in stride(from: 0, to: lines.count, by: 2) {
      let words = lines[pair + 1].split(separator: " ").map(String.init)
      #expect(words.first == "kosh")
      let life = try work.kosh(Array(words.dropFirst()))
      #expect(life.status == 0)
      #expect(life.output.split(separator: "\n").contains(lines[pair][...]))
    }
  }

  @Test func `A life has a title, a first state, events by date and a last state`() throws {
    let output = try trace(["--person", "7", "--from-start"]).output
    let lines = output.split(separator: "\n")
    #expect(lines[0].hasPrefix("person 7, "))
    #expect(lines[0].hasSuffix("(Kazakhstan 2006, scale 1:1000, seed 2006)"))
    #expect(lines[1].hasPrefix("2003-01-01  "))
    #expect(lines.last?.hasPrefix("2005-06-30  ") == true)
    let dates = lines.dropFirst().map { $0.prefix(10) }
    #expect(dates == dates.sorted())
    #expect(try trace(["--person", "7", "--from-start", "--threads", "2"]).output == output)
    #expect(try trace(["--person", "7", "--from-start", "--seed", "7"]).output != output)
    #expect(
      try trace(["--person", "7", "--from-start", "--set", "run.seed=2006", "--quiet"]).output
        == output)
  }

  @Test func `A firm is told with its staff`() throws {
    let found = try trace(["--find", "reviewed-posts", "--first", "1"]).output
    let id = try #require(found.firstMatch(of: /--employer (\d+)/)?.1)
    let output = try trace(["--employer", String(id)]).output
    #expect(output.hasPrefix("employer \(id) ("))
    #expect(output.contains("reviewed its posts: wants "))
    #expect(output.contains(" and "))
  }

  @Test func `Lives and finds can be had as JSON`() throws {
    for arguments in [["--person", "7"], ["--find", "entered"], ["--employer", "0"]] {
      let outcome = try trace(arguments + ["--format", "json"])
      let read = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8))
      let object = try #require(read as? [String: Any])
      #expect(object["events"] != nil || object["found"] != nil)
    }
  }

  @Test(arguments: ["--person", "--employer"])
  func `An identity that nobody has ends with 64 and says which there are`(option: String) throws {
    let outcome = try trace([option, "4000000000"])
    #expect(outcome.status == 64)
    #expect(
      outcome.errors.hasPrefix(
        "error: there is no \(option.dropFirst(2)) 4000000000. At this scale")
    )
    #expect(outcome.output == "")
  }

  @Test(arguments: [
    [], ["--person", "1", "--employer", "1"], ["--find", "entered", "--first", "0"],
    ["--person", "-3"], ["--person", "1", "--threads", "0"],
  ])
  func `Wrong usage ends with 64`(arguments: [String]) throws {
    #expect(try trace(arguments).status == 64)
  }

  @Test func `A kind that never happens ends with 64 and the list`() throws {
    let outcome = try trace(["--find", "promoted"])
    #expect(outcome.status == 64)
    #expect(outcome.errors.contains("Write one of entered, hired-formally, hired-informally,"))
  }

  @Test func `An end before the beginning is wrong usage`() throws {
    #expect(try trace(["--person", "1"], until: "2004-12-31").status == 64)
  }

  @Test func `A bad scenario ends with 65`() throws {
    #expect(try trace(["--person", "1", "--set", "run.sed=1"]).status == 65)
  }
}
