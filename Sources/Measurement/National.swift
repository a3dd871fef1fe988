import Inputs
import Kernel
import WorldState

/// The national indicators: each a definition and the rule that computes it, side by side.
package enum National {
  package static let indicators: [Indicator] = definitions.map(\.indicator)

  /// In the order of the columns; every name once.
  package static var names: [NationalIndicator] { definitions.map(\.name) }

  package static func indicator(_ name: NationalIndicator) -> Indicator {
    guard let definition = definitions.first(where: { $0.name == name }) else {
      preconditionFailure("\(name.name) has no definition")
    }
    return definition.indicator
  }

  /// The month's values in the order of ``indicators``.
  package static func values(
    _ nation: NationMonth, _ context: MonthContext, _ scale: Double, _ behaviour: Behaviour
  ) -> [Double?] {
    let whole = Whole(nation: nation, context: context, scale: scale, behaviour: behaviour)
    return definitions.map { $0.value(whole) }
  }

  /// What a definition computes from.
  struct Whole {
    typealias Item = (GroupTotals) -> Int64

    var nation: NationMonth
    var context: MonthContext
    var scale: Double
    var behaviour: Behaviour

    /// Simulated persons or money, scaled back to the country.
    func real(_ value: Int64) -> Double { Double(value) / scale }
    func natives(_ value: Item) -> Double { real(nation.natives(value)) }
    func migrants(_ value: Item) -> Double { real(nation.migrants(Authorisation.allCases, value)) }
    func migrants(_ authorisations: [Authorisation], _ value: Item) -> Double {
      real(nation.migrants(authorisations, value))
    }
    func everybody(_ value: Item) -> Double { natives(value) + migrants(value) }
    func flow(_ flow: Flow) -> Double { real(nation.flows[flow.rawValue]) }
    /// Since the world's first day.
    func flowSoFar(_ flow: Flow) -> Double { real(context.flowsSoFar[flow.rawValue]) }
    func transfer(_ transfer: Transfer) -> Double { real(nation.transfers[transfer.rawValue]) }

    /// Nil when there is nobody to take the mean of.
    static func ratio(_ sum: Double, _ count: Double) -> Double? {
      count == 0 ? nil : sum / count
    }
    func nativeMean(_ sum: Item, over heads: Item) -> Double? {
      Self.ratio(natives(sum), natives(heads))
    }
    var low: GroupTotals { nation.groups[Int(Skill.low.rawValue)] }

    /// Migrants in jobs without authorisation; informal work under free access is not against the law on
    /// migrants.
    var irregularlyEmployed: Double { migrants(Authorisation.needingPermission, \.informal) }
    /// The same, and those who work on their own account.
    var irregularlyAtWork: Double {
      migrants(Authorisation.needingPermission) { $0.informal + $0.ownAccount }
    }
  }

  struct Definition {
    var name: NationalIndicator
    /// How pages tell it; nil for what they list alone.
    var told: Telling?
    var indicator: Indicator
    var value: @Sendable (Whole) -> Double?

    init(
      _ name: NationalIndicator, _ unit: IndicatorUnit, _ formula: String,
      perspective: Perspective = .truth, told: Telling? = nil,
      _ value: @escaping @Sendable (Whole) -> Double?
    ) {
      self.name = name
      self.told = told
      indicator = Indicator(name.name, unit: unit, formula, perspective: perspective)
      self.value = value
    }
  }

  static let definitions =
    migrantDefinitions + lawDefinitions + moneyDefinitions + nativeDefinitions + officialDefinitions
}

extension Authorisation {
  /// All but free access: whoever has none of these works irregularly.
  static let needingPermission = allCases.filter { $0 != .freeAccess }
}
