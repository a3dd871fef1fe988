import Foundation
import Results
import Testing

/// What is said, to whom it cannot be said, and what text of others does to a terminal.
@Suite(.enabled(if: Program.isBuilt, "needs swift build -c release"))
struct StreamTests {
  private let work = Workspace()
  private static let small = "--scale 1:1000 --until 2005-01-31"

  @Test(arguments: [
    "scenario show $BASE", "scenario keys", "scenario schema", "scenario new",
    "scenario validate $BASE --format json", "version", "--version", "--help", "run --help",
    "study", "run $BASE \(small) --quiet --format json --out d", "scenario diff $BASE $BASE",
  ])
  func `An answer that does not fit on the disk ends with 74 and one line`(command: String) throws {
    let outcome = try work.shell("$KOSH \(command) >/dev/full")
    #expect(outcome.status == 74)
    #expect(
      outcome.errors
        == "error: standard output cannot be written: No space left on device. Send it where there "
        + "is room, or to a program that reads it.\n")
  }

  @Test func `A run whose answer nobody takes is whole all the same`() throws {
    let outcome = try work.shell("$KOSH run $BASE \(Self.small) --quiet --out d >&-")
    #expect(outcome.status == 74)
    #expect(outcome.errors.hasPrefix("error: standard output cannot be written: "))
    // What was meant for the screen is in none of the files that were opened meanwhile.
    #expect(try RunDatabase.read(folder: work.path("d")).manifest.complete)
    #expect(work.lines("d/national.csv").count == 2)
  }

  @Test(arguments: ["2>&-", "2>/dev/full"])
  func `What nobody can read on standard error is dropped, and the exit code stays`(
    redirection: String
  ) throws {
    func status(_ command: String) throws -> Int32 {
      try work.shell("$KOSH \(command) >/dev/null \(redirection)").status
    }
    #expect(try status("scenario validate nowhere.yaml") == 74)
    #expect(try status("dance") == 64)
    try FileBytes.write("kosh: 1\nnam: x\n", to: work.path("bad.yaml"))
    #expect(try status("scenario validate bad.yaml") == 65)
    try FileBytes.write(SweepTests.plan(points: 2), to: work.path("p.yaml"))
    #expect(try status("sweep p.yaml --out s") == 0)
    #expect(try status("run $BASE \(Self.small) --until 2030-01-01 --out d --scale 1:1000") == 0)
  }

  @Test func `A reader that goes away ends the command as shells know it, in silence`() throws {
    let outcome = try work.shell("{ sleep 0.3; $KOSH scenario keys; echo $? >status; } | :")
    #expect(outcome.errors == "")
    #expect(work.text("status") == "141\n")
    let unread = try work.shell(
      "{ sleep 0.3; $KOSH scenario validate nowhere.yaml 2>&1; echo $? >status; } | :")
    #expect(unread.errors == "")
    #expect(work.text("status") == "74\n")
  }

  @Test func `A limit on the size of files is told like a full disk`() throws {
    let outcome = try work.shell("ulimit -f 8; $KOSH run $BASE \(Self.small) --quiet --out d")
    #expect(outcome.status == 74)
    #expect(outcome.errors.hasSuffix("Name a folder that may be written with --out.\n"))
    #expect(!FileManager.default.fileExists(atPath: work.path("d")))
  }

  /// Whether a terminal would be told to do something.
  private func commands(_ outcome: Program.Outcome) -> Bool {
    (outcome.output + outcome.errors).unicodeScalars.contains {
      $0.value < 0x20 && $0 != "\n" && $0 != "\t" || (0x7F...0x9F).contains($0.value)
    }
  }

  @Test func `No text of others commands the terminal, in faults or anywhere`() throws {
    let escapes = """
      kosh: 1
      name: A
      question: B?
      extends: \(Program.baseline)
      "\\e[2Jkey": 1
      "\\x9b2J": 1
      behaviour: {demand: {response: "\\e]0;title\\a"}}

      """
    try FileBytes.write(escapes, to: work.path("s.yaml"))
    let commandLines: [[String]] = [
      ["scenario", "validate", "s.yaml"], ["scenario", "validate", "s.yaml", "--format", "json"],
      ["scenario", "validate", Program.baseline, "--set", "\u{1B}[2Jkey=1"],
      ["scenario", "validate", Program.baseline, "--set", "run.seed=\u{1B}]0;t\u{7}"],
      ["run", "\u{1B}[2J.yaml"], ["\u{1B}[2J"], ["run", "--\u{1B}[2J"],
      ["run", Program.baseline, "--seed", "\u{9B}2J"], ["report", "\u{1B}[2J"],
      ["trace", Program.baseline, "--find", "\u{1B}[2J"], ["study", "\u{1B}[2J"],
      ["sweep", "\u{1B}[2J"], ["check", "\u{1B}[2J"],
      ["compare", "\u{1B}[2J", "b", "--out", "\u{1B}[2J"],
    ]
    for arguments in commandLines {
      let outcome = try work.kosh(arguments)
      #expect(!commands(outcome), "\(arguments)")
      #expect(outcome.status != 0 || arguments.last == "json", "\(arguments)")
    }
    #expect(try work.kosh(["scenario", "validate", "s.yaml"]).errors.contains("\\u{1B}[2Jkey"))
  }

  @Test func `A folder named with an escape is shown, not obeyed, in JSON too`() throws {
    let out = "\u{1B}[2Jd"
    for format in ["text", "json"] {
      let outcome = try work.run(
        out, until: "2005-01-31", ["--quiet", "--force", "--format", format])
      #expect(outcome.status == 0, "\(outcome.errors)")
      #expect(!commands(outcome))
      if format == "json" {
        let read = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8))
        #expect((read as? [String: Any])?["folder"] as? String == out)
      }
    }
  }
}
