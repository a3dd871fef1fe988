import Kernel

/// What the state does from a day on: a dated, named setting of one lever.
package struct Measure: Sendable, Equatable {
  package var name: String
  /// First day on which it holds.
  package var from: Day
  /// Last day on which it holds; nil while nobody ends it.
  package var until: Day?
  package var lever: Lever

  package init(name: String, from: Day, until: Day? = nil, lever: Lever) {
    self.name = name
    self.from = from
    self.until = until
    self.lever = lever
  }

  @inlinable package func holds(on day: Day) -> Bool {
    day >= from && (until.map { day <= $0 } ?? true)
  }
}

/// The kinds of measures. Each has a file of its own with its keys and rules.
package enum Lever: Sendable, Equatable {
  case incomeTax(IncomeTax)
  case socialTax(SocialTax)
  case contributions(Contributions)
  case minimumWage(MinimumWage)
  case demandShock(DemandShock)
  case visaFree(VisaFree)
  case freeMovement(FreeMovement)
  case contributionParity(ContributionParity)
  case wageRecovery(WageRecovery)
  case mobility(Mobility)
  case sanctions(Sanctions)
  case quota(Quota)
  case permits(PermitProcedure)
  case shortageList(ShortageList)
  case patents(Patents)
  case policing(Policing)
  case operation(Operation)
  case amnesty(Amnesty)
  case originShock(OriginShock)
}

/// How measures of one kind share the calendar.
package enum Overlap: Sendable, Equatable {
  /// A state of the law: the measure that began last is in force, and when it ends the one before it
  /// holds again. Two that begin on the same day contradict each other.
  case latestHolds
  /// Events that add up.
  case allHold
  /// Only one at a time makes sense.
  case forbidden
}

/// A kind of measure as a scenario file names it, without its values.
package struct LeverKind: Sendable {
  package let name: String
  package let meaning: String
  package let overlap: Overlap
  package let keys: [Key<Lever>]
  /// The lever before its keys are read.
  package let initial: Lever
  /// What a lever rules; measures of a kind compete only where they rule the same.
  package let subjects: @Sendable (Lever) -> [String]
  /// Why a lever's values cannot stand together, with what to write; nil when they can.
  package let contradiction: @Sendable (Lever) -> String?
  /// Why a lever can change nothing; nil when it can.
  package let noEffect: @Sendable (Lever) -> String?

  package init<L: LeverType>(_ type: L.Type) {
    name = L.kindName
    meaning = L.meaning
    overlap = L.overlap
    initial = L().lever
    subjects = { L(lever: $0)?.subjects ?? [] }
    contradiction = { L(lever: $0)?.contradiction }
    noEffect = { L(lever: $0)?.noEffect }
    keys = L.keys.map { key in
      Key<Lever>(
        name: key.name, kind: key.kind, meaning: key.meaning, isOptional: key.isOptional,
        isWhole: key.isWhole,
        read: { L(lever: $0).map(key.read) ?? .none },
        write: { lever, value in
          guard var typed = L(lever: lever) else { return }
          key.write(&typed, value)
          lever = typed.lever
        })
    }
  }

  /// Every kind, in the order of the documentation.
  package static let all: [LeverKind] = [
    LeverKind(IncomeTax.self), LeverKind(SocialTax.self), LeverKind(Contributions.self),
    LeverKind(MinimumWage.self), LeverKind(DemandShock.self), LeverKind(VisaFree.self),
    LeverKind(FreeMovement.self), LeverKind(ContributionParity.self),
    LeverKind(WageRecovery.self), LeverKind(Mobility.self), LeverKind(Sanctions.self),
    LeverKind(Quota.self), LeverKind(PermitProcedure.self), LeverKind(ShortageList.self),
    LeverKind(Patents.self), LeverKind(Policing.self),
    LeverKind(Operation.self), LeverKind(Amnesty.self), LeverKind(OriginShock.self),
  ]
}

/// What a lever's file provides beside its values.
package protocol LeverType: KeyGroup {
  static var kindName: String { get }
  /// One sentence for the documentation.
  static var meaning: String { get }
  static var overlap: Overlap { get }
  init?(lever: Lever)
  var lever: Lever { get }
  /// What it rules, where a law may rule parts of its field apart; measures of a kind compete only where they rule the same.
  var subjects: [String] { get }
  /// Why these values cannot stand together, as `gives …. Write …`; nil when they can.
  var contradiction: String? { get }
  /// Why they can change nothing, as a clause; nil when they can.
  var noEffect: String? { get }
}

extension LeverType {
  package var subjects: [String] { [Self.kindName] }
  package var contradiction: String? { nil }
  package var noEffect: String? { nil }
}

extension Lever {
  package var kindName: String {
    switch self {
    case .incomeTax: IncomeTax.kindName
    case .socialTax: SocialTax.kindName
    case .contributions: Contributions.kindName
    case .minimumWage: MinimumWage.kindName
    case .demandShock: DemandShock.kindName
    case .visaFree: VisaFree.kindName
    case .freeMovement: FreeMovement.kindName
    case .contributionParity: ContributionParity.kindName
    case .wageRecovery: WageRecovery.kindName
    case .mobility: Mobility.kindName
    case .sanctions: Sanctions.kindName
    case .quota: Quota.kindName
    case .permits: PermitProcedure.kindName
    case .shortageList: ShortageList.kindName
    case .patents: Patents.kindName
    case .policing: Policing.kindName
    case .operation: Operation.kindName
    case .amnesty: Amnesty.kindName
    case .originShock: OriginShock.kindName
    }
  }
}
