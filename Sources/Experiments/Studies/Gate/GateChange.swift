import Inputs
import Kernel
import ScenarioFile

/// A small change of a scenario that the gate ought to notice.
struct GateChange: Sendable {
  /// The key, or what is done to the measure.
  var what: String
  var how: String
  fileprivate var change: @Sendable (inout Inputs) -> Void

  func applied(to inputs: Inputs) -> Inputs {
    var changed = inputs
    change(&changed)
    return changed
  }
}

/// Parameters of behaviour.
extension GateChange {
  private static let parameters = [
    "behaviour.demand.response", "behaviour.search.matching_scale",
    "behaviour.search.matching_elasticity", "behaviour.search.own_account_exit",
    "behaviour.hiring.choice_scale", "behaviour.hiring.audit_cost",
    "behaviour.wages.productivity", "behaviour.wages.bargaining_share",
    "behaviour.wages.native_reservation", "behaviour.working_life.native_separation",
    "behaviour.search.sector_change", "behaviour.population.exit",
  ]

  static func ofBehaviour(_ inputs: Inputs) -> [GateChange] {
    parameters.map { path in
      GateChange(what: path, how: "× 1.1") { $0.scale(path, by: 1.1) }
    }
  }
}

/// What the law says.
extension GateChange {
  /// Every number of the law that holds in the run's second year, a tenth more, or less where more cannot be: as an
  /// amendment from that year on, so that runs share the first.
  static func ofLaw(_ inputs: Inputs) -> [GateChange] {
    let year = inputs.run.from.civil.year + 1
    let from = Day(year: year, month: 1, day: 1)
    let last = Day(year: year, month: 12, day: 31)
    return LeverKind.all.flatMap { kind -> [GateChange] in
      let measures = inputs.measures.filter {
        $0.lever.kindName == kind.name && $0.from <= last && ($0.until.map { $0 >= from } ?? true)
      }
      guard let measure = measures.max(by: { $0.from < $1.from }) else { return [] }
      return kind.keys.compactMap { key in
        guard case .number(let number) = key.read(measure.lever), number != 0,
          let (dimension, bounds) = key.kind.quantity,
          let value = changed(number, within: bounds, isWhole: key.isWhole)
        else { return nil }
        let units = inputs.country.profile.units
        let amendment = Amendment(
          name: "trial", from: from, kindName: kind.name,
          changes: [.init(key: key.name, to: .value(.number(value)))])
        return GateChange(
          what: "\(kind.name).\(key.name)",
          how: "\(Quantity.write(number, dimension, in: units)) → "
            + Quantity.write(value, dimension, in: units)
        ) { $0.amendments.append(amendment) }
      }
    }
  }

  /// A tenth more, or less where that leaves the range; nil where neither is another number that may stand.
  private static func changed(
    _ number: Double, within bounds: ClosedRange<Double>, isWhole: Bool
  ) -> Double? {
    [1.1, 0.9].lazy.map { isWhole ? (number * $0).rounded() : number * $0 }
      .first { $0 != number && bounds.contains($0) }
  }
}

/// An amnesty late in the run.
extension GateChange {
  static let yearsToLateAmnesty = 3

  /// The scenario with its amnesty moved to the run's fourth year, cards portable; nil where it has none.
  static func lateAmnesty(_ inputs: Inputs) -> Inputs? {
    let year = inputs.run.from.civil.year + yearsToLateAmnesty
    guard let place = inputs.measures.firstIndex(where: { $0.lever is Amnesty }) else { return nil }
    var late = inputs
    late.measures[place].move(months: 12 * (year - late.measures[place].from.civil.year))
    late.measures[place].change { $0.portability = 1 }
    return late
  }

  static func ofAmnesty(_ inputs: Inputs) -> [GateChange] {
    func amnesty(
      _ what: String, _ how: String, _ change: @escaping @Sendable (inout Measure) -> Void
    ) -> GateChange {
      GateChange(what: what, how: how) { inputs in
        guard let place = inputs.measures.firstIndex(where: { $0.lever is Amnesty }) else { return }
        change(&inputs.measures[place])
      }
    }
    return [
      amnesty("portability", "100 % → 0 %") { $0.change { $0.portability = 0 } },
      amnesty("portability", "100 % → 90 %") { $0.change { $0.portability = 0.9 } },
      amnesty("all dates", "a month later") { $0.move(months: 1) },
      amnesty("last day", "a month earlier") { $0.until = $0.until?.adding(months: -1) },
      amnesty("entry_cutoff", "a month earlier") {
        $0.change { $0.entryCutoff = $0.entryCutoff.adding(months: -1) }
      },
      amnesty("desk_capacity", "× 0.9") {
        $0.change { $0.capacity = ($0.capacity * 0.9).rounded() }
      },
      amnesty("informed_at_start", "× 1.1") { $0.change { $0.informedAtStart *= 1.1 } },
    ]
  }
}

extension Measure {
  fileprivate mutating func change(_ change: (inout Amnesty) -> Void) {
    guard var amnesty = lever as? Amnesty else { return }
    change(&amnesty)
    lever = amnesty
  }

  /// Moves the window and every date written in the measure.
  fileprivate mutating func move(months: Int) {
    from = from.adding(months: months)
    // Windows end with a month.
    until = until.map { ($0 + 1).adding(months: months) - 1 }
    for key in LeverKind.named(lever.kindName)?.keys ?? [] {
      guard case .date(let day) = key.read(lever) else { continue }
      key.write(&lever, .date(day.adding(months: months)))
    }
  }
}

extension Inputs {
  /// Multiplies the number that a path of `behaviour` names.
  fileprivate mutating func scale(_ path: String, by factor: Double) {
    for section in Section.all {
      for key in section.keys where "\(section.path).\(key.name)" == path {
        guard case .number(let number) = key.read(self) else { continue }
        key.write(&self, .number(number * factor))
        return
      }
    }
    preconditionFailure("'\(path)' is not a number of a scenario")
  }
}
