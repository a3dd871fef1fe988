import Experiments
import Foundation
import Inputs
import Kernel
import ScenarioFile
import Testing

/// The levers' signs: a few at their extremes, and how a sign is judged.
@Suite struct LeverStudyTests {
  /// Trials whose first outcomes must come out as expected, by the words of their extreme.
  private static let pinned: [(extreme: String, outcomes: [Int])] = [
    ("amnesty: none", [0, 1]), ("30 times the inspections", [0]),
    ("employer's fines times 1,000", [0]),
    ("for every employer, without limit", [0, 1, 2]), ("irregulars as mobile as natives", [2]),
    ("free movement for all", [0, 1]), ("home incomes halved", [2]),
  ]

  @Test func `Levers at their extremes move the outcomes the way they should`() throws {
    let root = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let baseline = try ScenarioLoader.load(
      path: root.appending(path: "Scenarios/kazakhstan-2006.yaml").path)
    let trials = try Self.pinned.map { pin in
      try #require(
        LeverTrial.all.first {
          $0.extreme == pin.extreme || "\($0.lever): \($0.extreme)" == pin.extreme
        })
    }
    let effects = try LeverStudy.effects(
      of: trials, StudySettings(baseline, scales: [0.01], replicates: 4, workers: 2))
    for (place, pin) in Self.pinned.enumerated() {
      for outcome in pin.outcomes {
        let effect = try #require(effects[place][outcome])
        let verdict = effect.verdict(trials[place].expected[outcome])
        #expect(verdict == .agrees, "\(pin.extreme), \(trials[place].outcomes[outcome])")
      }
    }
  }

  @Test func `Every trial is told apart by its words, and changes something`() throws {
    #expect(
      Set(LeverTrial.all.map { $0.lever + $0.extreme }).count == LeverTrial.all.count)
    #expect(LeverTrial.all.allSatisfy { $0.expected.count == 4 && $0.outcomes.count == 4 })
  }

  @Test(arguments: [
    (0.02, 0.01, LeverEffect.Verdict.agrees, LeverEffect.Verdict.disagrees),
    (0.02, -0.01, .notClear, .notClear), (0.004, 0.003, .notClear, .notClear),
    (-0.02, -0.03, .disagrees, .agrees),
  ])
  func `A sign is clear when its interval leaves out zero and it is worth speaking of`(
    mean: Double, lower: Double, up: LeverEffect.Verdict, down: LeverEffect.Verdict
  ) {
    let effect = LeverEffect(mean: mean, lower: lower, upper: 2 * mean - lower)
    #expect(effect.verdict(.up) == up)
    #expect(effect.verdict(.down) == down)
    #expect(effect.verdict(.none) == (up == .notClear ? .agrees : .disagrees))
    #expect(effect.verdict(.unknown) == .open)
  }
}
