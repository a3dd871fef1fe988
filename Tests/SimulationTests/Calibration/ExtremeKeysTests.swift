import Foundation
import Inputs
import Kernel
import Measurement
import ScenarioFile
import Simulation
import TestSupport
import Testing

/// Valid scenarios whose keys stand at the ends of their ranges: whatever is allowed can be lived.
///
/// Each case is keyed by its number alone. `KOSH_EXTREMES=500` runs as many and prints what became of them;
/// `KOSH_EXTREMES=500-1000` those from one number to another.
@Suite struct ExtremeKeysTests {
  /// What became of the cases.
  struct Tally {
    var lived = 0
    /// By the sentence of the first fault.
    var refused: [String: Int] = [:]
  }

  /// A scenario of some keys at their ends, as overrides of the baseline.
  struct Case {
    let number: Int
    private static let units = CountryUnits(currency: "KZT", index: "MCI")
    private let luck = Luck(seed: 2006, replicate: 0)
    private var rolls: UInt32 = 0
    private(set) var overrides: [String] = []

    init(_ number: Int) {
      self.number = number
      // Some scenarios change a few keys, some most of them.
      let part = 0.02 + 0.6 * roll() * roll()
      for section in Section.all where section.path != "run" {
        for key in section.keys where roll() < part {
          set("\(section.path).\(key.name)", key.kind)
        }
      }
      overrides.append("run.burn_in=\(Int(roll() * 6)) months")
      addMeasures(part)
    }

    /// A draw on (0, 1).
    private mutating func roll() -> Double {
      rolls += 1
      return luck.uniform(UInt32(number), 77, index: rolls)
    }

    private mutating func pick<Element>(_ items: [Element]) -> Element {
      items[min(items.count - 1, Int(roll() * Double(items.count)))]
    }

    /// One key at the one end of its range or the other.
    private mutating func set(_ path: String, _ kind: ValueKind) {
      switch kind {
      case .number(let dimension, let bounds), .optionalNumber(let dimension, let bounds):
        let end = pick([bounds.lowerBound, bounds.upperBound])
        overrides.append("\(path)=\(Quantity.write(end, dimension, in: Self.units))")
      case .flag: overrides.append("\(path)=\(pick(["true", "false"]))")
      case .choice(let choices): overrides.append("\(path)=\(pick(choices))")
      case .date, .optionalDate, .regions, .sectors, .origins, .skills, .taxScale, .text,
        .optionalText, .monthList:
        break
      }
    }

    /// The law of the first day at its ends, and kinds of measures that the baseline does not have.
    private mutating func addMeasures(_ part: Double) {
      let own = [
        "wage_recovery", "mobility", "sanctions", "permits", "policing", "visa_free",
      ]
      let others = [
        "patents", "free_movement", "demand_shock", "origin_shock", "contribution_parity",
        "minimum_wage", "amnesty", "operation",
      ]
      for kind in LeverKind.all {
        if own.contains(kind.name) {
          for key in kind.keys where roll() < part {
            set("measures.\(kind.name).\(key.name)", key.kind)
          }
        } else if others.contains(kind.name), roll() < 0.3 {
          let name = "measures.\(kind.name)-x"
          overrides.append("\(name).kind=\(kind.name)")
          overrides.append("\(name).from=\(pick(["2005-01-01", "2005-02-10"]))")
          if roll() < 0.5 { overrides.append("\(name).until=2005-05-20") }
          for key in kind.keys { set("\(name).\(key.name)", key.kind) }
          if kind.name == "amnesty" { overrides.append("\(name).entry_cutoff=2005-03-01") }
        }
      }
      // A window without an end would meet the baseline's own.
      overrides += ["measures.amnesty=none", "measures.operation-2007=none"]
    }
  }

  /// The baseline under a case's overrides, or the first fault.
  private static func inputs(_ trial: Case) -> (inputs: Inputs?, fault: String) {
    do throws(ScenarioFaults) {
      var inputs = try ScenarioLoader.load(
        path: Baseline.scenario("kazakhstan-2006"), overrides: trial.overrides
      ).inputs
      inputs.run.scale = 0.0004
      let months = trial.number % 10 == 0 ? 24 : 6
      inputs.run.until = inputs.run.from.adding(months: months) - 1
      return (inputs, "")
    } catch {
      return (nil, error.diagnostics.first?.sentence ?? "")
    }
  }

  /// Lives a case, audited every day; counts, money and shares must be what they can be.
  private static func live(_ trial: Case, _ inputs: Inputs) throws {
    let recording = try Recording(inputs, RunOptions(audit: .daily))
    for month in recording.months {
      for (indicator, value) in zip(National.indicators, month.national) {
        guard let value else { continue }
        // The state may spend more than it gets, and work may cost employers more than it is worth.
        let mayBeNegative = ["net_fiscal", "employers_surplus"].contains(indicator.name)
        let isShare = indicator.unit == .share
        if !value.isFinite || value < 0 && !mayBeNegative || isShare && value > 1 {
          Issue.record("case \(trial.number): \(indicator.name) is \(value) in \(month.month)")
          return
        }
      }
    }
  }

  /// Which cases the environment asks for; two dozen where it does not.
  private static var cases: Range<Int> {
    let asked = ProcessInfo.processInfo.environment["KOSH_EXTREMES"] ?? "24"
    let ends = asked.split(separator: "-").compactMap { Int($0) }
    return ends.count == 2 ? ends[0]..<ends[1] : 0..<(ends.first ?? 0)
  }

  @Test(.tags(.slow)) func `keys at the ends of their ranges never end a run`() throws {
    let isTold = ProcessInfo.processInfo.environment["KOSH_EXTREMES"] != nil
    var tally = Tally()
    for number in Self.cases {
      let trial = Case(number)
      let (inputs, fault) = Self.inputs(trial)
      guard let inputs else {
        tally.refused[fault, default: 0] += 1
        continue
      }
      // A trap tells nothing: the last number printed is its case.
      if isTold { print("case \(number):", trial.overrides.joined(separator: " ")) }
      do {
        try Self.live(trial, inputs)
      } catch {
        Issue.record("case \(number): \(error)")
      }
      tally.lived += 1
    }
    #expect(tally.lived * 2 > Self.cases.count)
    guard isTold else { return }
    print("seed 2006, cases \(Self.cases): \(tally.lived) lived")
    for (fault, count) in tally.refused.sorted(by: { $0.value > $1.value }) {
      print("refused \(count): \(fault)")
    }
  }
}
