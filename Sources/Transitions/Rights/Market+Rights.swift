import Inputs
import Kernel
import WorldState

/// What the law lets a migrant and an employer agree on. Questions alone: nothing changes.
extension Market {
  /// Whether a job there would be lawful.
  @inlinable
  package func maySignLawfully(_ migrant: Person, at employer: EmployerIndex, _ today: Today)
    -> Bool
  {
    switch migrant.authorisation {
    case .none, .permit: hasPlace(for: migrant, at: employer)
    case .cardBound: migrant.boundTo == employers[employer].id
    case .cardPortable, .freeAccess: true
    case .patent:
      today.rules.law.sellsPatents(for: traits.employer)
        && (migrant.employer == employer && migrant.activity == .employedFormally
          || Int(employers[employer].patents) < today.rules.law.patents?.maxPerEmployer ?? 0)
    }
  }

  /// Whether an employer could put the migrant on its list: it has a free place of the category, and the migrant may
  /// have it.
  @inlinable
  package func hasPlace(for migrant: Person, at employer: EmployerIndex) -> Bool {
    employers[employer].freePlaces[migrant.skill] > 0 && mayGetPermit(migrant)
  }

  /// Who came lawfully and holds papers may be put on an employer's list.
  @inlinable
  package func mayGetPermit(_ migrant: Person) -> Bool {
    (migrant.authorisation == .none || migrant.authorisation == .permit)
      && migrant.marks.isSuperset(of: [.lawfulEntry, .papers])
  }

  /// Whether the law sells the migrant a patent that is good with this employer.
  @inlinable
  package func mayBuyPatent(_ migrant: Person, at employer: EmployerIndex, _ today: Today) -> Bool {
    guard let law = today.rules.law.patents else { return false }
    return today.rules.law.sellsPatents(for: traits.employer)
      && law.origins.contains(Int(migrant.origin) - 1)
      && migrant.authorisation == .none && migrant.stay != .overstayed
      && migrant.marks.isSuperset(of: [.lawfulEntry, .papers])
      && !migrant.marks.contains(.filed) && Int(migrant.patentsFrom) <= today.number
      && Int(employers[employer].patents) < law.maxPerEmployer
  }
}
