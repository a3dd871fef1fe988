/// A kind of measure as a scenario file names it, without its values.
package struct LeverKind: Sendable {
  package let name: String
  package let meaning: String
  package let overlap: Overlap
  package let needs: [LeverNeed]
  package let keys: [Key<any Lever>]
  /// The lever before its keys are read.
  package let initial: any Lever
  package let trials: [LeverTrial]

  /// Every lever, in the order of the documentation. Here it is registered, and nowhere else.
  package static let all: [LeverKind] = [
    LeverKind(IncomeTax.self),
    LeverKind(SocialTax.self),
    LeverKind(ProfitTax.self),
    LeverKind(Contributions.self),
    LeverKind(MinimumWage.self),
    LeverKind(DemandShock.self),
    LeverKind(VisaFree.self),
    LeverKind(FreeMovement.self),
    LeverKind(ContributionParity.self),
    LeverKind(WageRecovery.self),
    LeverKind(Mobility.self),
    LeverKind(HousingDuty.self),
    LeverKind(Sanctions.self),
    LeverKind(Quota.self),
    LeverKind(PermitProcedure.self),
    LeverKind(ShortageList.self),
    LeverKind(Patents.self),
    LeverKind(Policing.self),
    LeverKind(Operation.self),
    LeverKind(Amnesty.self),
    LeverKind(Information.self),
    LeverKind(OriginShock.self),
  ]

  package init<L: Lever>(_ type: L.Type) {
    name = L.kindName
    meaning = L.meaning
    overlap = L.overlap
    needs = L.needs
    initial = L()
    trials = L.trials
    keys = L.keys.map { key in
      Key<any Lever>(
        name: key.name, kind: key.kind, meaning: key.meaning, isOptional: key.isOptional,
        isWhole: key.isWhole,
        read: { ($0 as? L).map(key.read) ?? .none },
        write: { lever, value in
          guard var typed = lever as? L else { return }
          key.write(&typed, value)
          lever = typed
        })
    }
  }

  package static func named(_ name: String) -> LeverKind? { all.first { $0.name == name } }
}
