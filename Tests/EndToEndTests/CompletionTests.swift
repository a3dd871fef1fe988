import Results
import Testing

/// What shells complete.
@Suite(.enabled(if: Program.isBuilt, "needs swift build -c release"))
struct CompletionTests {
  private let work = Workspace()

  /// What bash offers at the end of a line.
  private func offers(_ line: String) throws -> [String] {
    let words = line.split(separator: " ", omittingEmptySubsequences: false).map { "'\($0)'" }
    let outcome = try Program.run(
      [
        "-c",
        """
        shopt -s extglob
        source <("$KOSH" --generate-completion-script bash)
        COMP_WORDS=(\(words.joined(separator: " "))); COMP_CWORD=\(words.count - 1)
        COMP_LINE='\(line)'; COMP_POINT=${#COMP_LINE}; COMPREPLY=()
        _kosh kosh "${COMP_WORDS[$COMP_CWORD]}" "${COMP_WORDS[$COMP_CWORD-1]}"
        printf '%s\\n' "${COMPREPLY[@]}"
        """,
      ], in: work.path, environment: ["KOSH": Program.path], program: "/bin/bash")
    return outcome.output.split(separator: "\n").map(String.init)
  }

  @Test func `bash completes commands, options and scenario files`() throws {
    #expect(try offers("kosh sce") == ["scenario"])
    #expect(try offers("kosh scenario va") == ["validate"])
    #expect(try offers("kosh run --sc") == ["--scale"])
    #expect(try offers("kosh run --audit d") == ["daily"])
    #expect(try offers("kosh study gate-p") == ["gate-power"])
    for name in ["mine.yaml", "mine.txt"] { try FileBytes.write("", to: work.path(name)) }
    #expect(try offers("kosh run mi") == ["mine.yaml"])
    #expect(try offers("kosh compare mine.yaml mi") == ["mine.yaml"])
    #expect(try offers("kosh serve mi") == ["mine.yaml"])
  }

  @Test(arguments: ["bash", "zsh", "fish"]) func `a script is there for each shell`(shell: String)
    throws
  {
    let outcome = try work.kosh(["--generate-completion-script", shell])
    #expect(outcome.status == 0 && outcome.errors == "")
    #expect(outcome.output.contains("kosh") && outcome.output.contains("sensitivity"))
  }
}
