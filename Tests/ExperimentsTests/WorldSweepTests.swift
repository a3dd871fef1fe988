import Experiments
import Results
import ScenarioFile
import TestSupport
import Testing

/// Sweeps whose replicates live in plausible worlds.
@Suite struct WorldSweepTests {
  private static func plan(
    _ more: String, policies: String = "policies: {v: v.yaml}", worlds: String? = nil
  ) throws(ScenarioFaults) -> Plan {
    var files = WorldComparisonTests.files(variant: WorldComparisonTests.reform)
    let text = """
      kosh-plan: 1
      name: Worlds
      question: Which world?
      base: atlantis.yaml
      until: 2021-06-30
      design: grid
      \(policies)
      factors: {behaviour.demand.vacancies: [2 %]}
      outcomes: {irregular: {indicator: irregular_employed, over: 2020}}
      \(more)

      """
    files["atlantis/p.yaml"] = Array(text.utf8)
    return try PlanLoader.load(
      path: "atlantis/p.yaml", overrides: WorldComparisonTests.small,
      indicators: Sweep.indicators, worlds: worlds, files: .inMemory(files))
  }

  @Test func `Replicate r of a point lives in world r, as a comparison's does`() throws {
    let sweep = try Sweep(Self.plan("replicates: 3"))
    #expect(sweep.plan.worlds == 3)
    let record = try #require(
      try sweep.record(0, workers: 1, memory: nil, keepsGoing: { true }))
    guard case .runs(let runs) = record.content else {
      Issue.record("\(record.content)")
      return
    }
    let lives = WorldLives(worlds: 3, replicates: 3, secondLives: 0)
    let compared = try WorldComparisonTests.comparison(lives, cells: false)
      .run(ComparisonSettings()).runs
    #expect(
      runs.map(\.digest) == (0..<3).flatMap { [compared[0][$0].digest, compared[1][$0].digest] })
  }

  @Test func `A plan's worlds are its replicates', as many as it or the command line says`() throws
  {
    #expect(try Self.plan("worlds: 4").replicates == 4)
    #expect(try Self.plan("worlds: 2\nreplicates: 5").worlds == 2)
    #expect(try Self.plan("replicates: 3", worlds: "none").worlds == 0)
    #expect(try Self.plan("").worlds == 0)
    #expect(try Self.plan("replicates: 3", policies: "").worlds == 0)
    #expect(try Self.plan("worlds: 4").canonicalText.contains("\nreplicates: 4\nworlds: 4\n"))
  }

  @Test(arguments: [
    ("worlds: 9", "9 worlds are asked for, and the base has 5. Write 5 or less."),
    (
      "worlds: 4\nreplicates: 2",
      "2 replicates do not live in 4 worlds. Write replicates: 4 or more, or leave it out."
    ),
  ]) func `Worlds that there are not are refused in a sentence`(more: String, sentence: String) {
    let faults = #expect(throws: ScenarioFaults.self) { try Self.plan(more) }
    #expect(faults?.diagnostics.map(\.sentence) == [sentence])
  }
}
