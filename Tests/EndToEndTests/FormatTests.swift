import Foundation
import Results
import TestSupport
import Testing

/// Results load in one line in the tools that people use: the examples of the documentation, run.
@Suite(
  .enabled(if: Program.isBuilt, "needs swift build -c release"),
  .enabled(
    if: Tools.areNeeded || Python.isThere && FileManager.default.isExecutableFile(atPath: Tools.r),
    "needs .ci/setup-tests"))
struct FormatTests {
  private let work = Workspace()

  /// Rows and sums that each tool must find, from the files themselves.
  private func expected() throws -> [String] {
    let outcome = try work.run("a", until: "2005-06-30")
    #expect(outcome.status == 0, "\(outcome.errors)")
    let national = work.lines("a/national.csv").map {
      $0.split(separator: ",", omittingEmptySubsequences: false)
    }
    let column = try #require(national[0].firstIndex(of: "native_employment"))
    let sum = national.dropFirst().reduce(0) { $0 + (Double($1[column]) ?? 0) }
    let present = try RunDatabase.readCells(folder: work.path("a")).reduce(0) {
      $0 + $1.row.values[0]
    }
    return ["6", "181", "2005-06", "\(Int(sum))", "\(Int(present))"]
  }

  /// The `place`-th example of a language on a page of the documentation.
  private func example(_ page: String, _ language: String, _ place: Int = 0) throws -> String {
    let text = FileBytes.text(of: Program.root + "/Sources/" + page) ?? ""
    let blocks = text.components(separatedBy: "```\(language)\n").dropFirst()
      .compactMap { $0.components(separatedBy: "```").first }
    return try #require(blocks.count > place ? blocks[place] : nil)
  }

  private func said(_ tool: String, _ script: String, _ name: String) throws -> [String] {
    try FileBytes.write(script, to: work.path("a/" + name))
    let process = Process()
    process.executableURL = URL(fileURLWithPath: tool)
    process.arguments = [name]
    process.currentDirectoryURL = URL(fileURLWithPath: work.path("a"))
    let output = work.path("said")
    try FileBytes.write("", to: output)
    process.standardOutput = FileHandle(forWritingAtPath: output)
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    return (FileBytes.text(of: output) ?? "").split(whereSeparator: \.isWhitespace).map(String.init)
  }

  @Test func `pandas loads the tables as the page says`() throws {
    let expected = try expected()
    let script =
      try example("Results/Results.docc/RunFolder.md", "python") + """

        print(len(national), len(daily), national.index[-1].strftime("%Y-%m"),
              int(national.native_employment.sum()), int(cells.present.sum()))
        """
    #expect(try said(Python.path, script, "t.py") == expected)
  }

  @Test func `DuckDB loads the tables as the page says`() throws {
    let expected = try expected()
    let script =
      try example("Results/Results.docc/RunFolder.md", "python", 1) + """

        print(len(national), len(daily), str(national.month.iloc[-1])[:7],
              int(national.native_employment.sum()), int(by_region.present.sum()))
        """
    #expect(try said(Python.path, script, "t.py") == expected)
  }

  @Test func `R loads the tables as the page says`() throws {
    let expected = try expected()
    let script =
      try example("Results/Results.docc/RunFolder.md", "r") + """

        cat(nrow(national), nrow(daily), format(tail(national$month, 1), "%Y-%m"),
            format(sum(national$native_employment), scientific = FALSE, digits = 15),
            format(sum(cells$present), scientific = FALSE, digits = 15))
        """
    #expect(try said(Tools.r, script, "t.R") == expected)
  }

  @Test func `A comparison's differences load in a line`() throws {
    let outcome = try work.kosh([
      "compare", Program.baseline, Program.root + "/Scenarios/no-amnesty.yaml", "--scale", "1:2000",
      "--until", "2006-08-31", "--replicates", "2", "--out", "a",
    ])
    #expect(outcome.status == 0, "\(outcome.errors)")
    let script =
      try example("Experiments/Experiments.docc/ComparingPolicies.md", "python") + """

        print(len(d), int((d.period == "after").sum() > 0))
        """
    #expect(
      try said(Python.path, script, "t.py") == [
        "\(work.lines("a/differences.csv").count - 1)", "1",
      ])
  }
}
