import Results
import Testing

/// `kosh scenario keys WORD`, and what `kosh scenario new` makes of a scenario that it is to extend.
@Suite(.enabled(if: Program.isBuilt, "needs swift build -c release"))
struct KeysCommandTests {
  private let work = Workspace()

  private func scenario(_ arguments: [String]) throws -> Program.Outcome {
    try work.kosh(["scenario"] + arguments)
  }

  @Test func `Words find keys, and what finds nothing says so`() throws {
    let found = try scenario(["keys", "price", "of", "permits"])
    #expect(found.status == 0 && found.output.hasPrefix("measure permits\n  permits.costs"))
    let quoted = try scenario(["keys", "price of permits"])
    #expect(quoted.output == found.output)
    let none = try scenario(["keys", "zeppelin"])
    #expect(none.status == 1 && none.output == "")
    #expect(none.errors.contains("no key is found by 'zeppelin'"))
    #expect(
      try scenario(["keys", "seed", "--format", "json"]).output.contains("\"group\": \"run\""))
    #expect(try scenario(["keys", "seed", "--format", "markdown"]).status == 64)
  }

  @Test func `A new scenario extends nothing that is not there, or is none`() throws {
    let gone = try scenario(["new", "mine.yaml", "--extends", "gone.yaml"])
    #expect(gone.status == 74)
    #expect(gone.errors.contains("--extends 'gone.yaml' is no file that can be read"))
    try FileBytes.write("kosh: 1\nname: x\n", to: work.path("half.yaml"))
    let half = try scenario(["new", "mine.yaml", "--extends", "half.yaml"])
    #expect(half.status == 65 && half.errors.contains("half.yaml:1:1: error: "))
    #expect(half.errors.contains("'half.yaml' cannot be extended as it is"))
    #expect(try !work.names("").contains("mine.yaml"))
    // The path is one from the new file.
    _ = try work.shell(
      "mkdir sub && cp \(Program.root)/Scenarios/no-amnesty.yaml . && sed -i 's#kazakhstan-2006.yaml#'$BASE'#' no-amnesty.yaml"
    )
    #expect(try scenario(["new", "sub/mine.yaml", "--extends", "no-amnesty.yaml"]).status == 74)
    let right = try scenario(["new", "sub/mine.yaml", "--extends", "../no-amnesty.yaml"])
    #expect(right.status == 0, "\(right.errors)")
    #expect(try scenario(["validate", "sub/mine.yaml"]).status == 0)
  }
}
