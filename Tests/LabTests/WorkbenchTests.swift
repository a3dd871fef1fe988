import Experiments
import Foundation
import Inputs
import Kernel
import Lab
import Results
import ScenarioFile
import TestSupport
import Testing

/// Runs of the lab are those of a comparison, whoever asks when.
@Suite struct WorkbenchTests {
  private let folder = TemporaryFolder()

  private func scenario(_ overrides: [String] = []) throws -> LoadedScenario {
    try TinyCountry.loaded(
      ["run.scale=0.05", "run.burn_in=6 months", "run.until=2021-09-30"] + overrides)
  }

  private func plan(_ base: LoadedScenario, replicates: Int, workers: Int = 2) -> WorkbenchPlan {
    WorkbenchPlan(
      base: base, lives: WorldLives(replicates: replicates), lastDay: base.inputs.run.until,
      kept: base.inputs.run.from + 200, workers: workers, folder: folder.path, withCells: true)
  }

  /// Waits for an order to end; nil when it takes a minute.
  private func done(_ bench: Workbench, _ id: Int) throws -> Workbench.Progress? {
    for _ in 0..<6000 {
      let progress = try #require(bench.look(id))
      if progress.isDone || progress.failure != nil { return progress }
      Thread.sleep(forTimeInterval: 0.01)
    }
    return nil
  }

  @Test func `A finished order has the digest of the comparison of the same scenarios`() throws {
    let base = try scenario()
    let policies = try [
      scenario(["measures.amnesty.portability=1"]), scenario(["measures.amnesty=none"]), base,
    ]
    let comparison = try Comparison(
      [(path: "base.yaml", loaded: base)]
        + policies.enumerated().map { (path: "p\($0.offset).yaml", loaded: $0.element) },
      lives: WorldLives(replicates: 3), until: nil, precision: nil, withCells: true)
    let wanted = comparison.results(try comparison.run(ComparisonSettings()).runs)
    let bench = Workbench(plan(base, replicates: 3))
    bench.open()
    defer { bench.close() }
    let id = bench.ask(
      page: "a", policies.enumerated().map { (key: "\($0.offset)", scenario: $0.element) })
    let progress = try #require(try done(bench, id))
    #expect(progress.failure == nil)
    #expect(comparison.results(progress.runs) == wanted)
  }

  @Test func `What a page asks next ends what it asked before`() throws {
    let base = try scenario()
    let bench = Workbench(plan(base, replicates: 2))
    bench.open()
    defer { bench.close() }
    var last = 0
    for number in 0..<50 {
      let policy = try scenario(["measures.amnesty.portability=\(Double(number + 1) / 50)"])
      last = bench.ask(page: "a", [(key: "\(number)", scenario: policy)])
      if number < 49 { #expect(bench.look(last) != nil) }
    }
    #expect(bench.look(last - 1) == nil)
    #expect(try done(bench, last)?.worlds == 2)
  }

  @Test func `Twenty pages all get their answers`() throws {
    let base = try scenario()
    let bench = Workbench(plan(base, replicates: 2))
    bench.open()
    defer { bench.close() }
    let ids = try (0..<20).map { number in
      let policy = try scenario(["measures.amnesty.errors=\(number) %"])
      return bench.ask(page: "page \(number)", [(key: "\(number)", scenario: policy)])
    }
    for id in ids { #expect(try done(bench, id)?.isDone == true) }
  }

  @Test func `Closing ends what runs`() throws {
    let base = try scenario(["run.scale=1"])
    let bench = Workbench(plan(base, replicates: 100))
    bench.open()
    _ = bench.ask(page: "a", [(key: "x", scenario: base)])
    Thread.sleep(forTimeInterval: 0.1)
    let start = Machine.wallSeconds
    bench.close()
    #expect(Machine.wallSeconds - start < 20)
  }
}
