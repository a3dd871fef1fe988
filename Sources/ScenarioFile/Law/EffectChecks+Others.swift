import Inputs
import Kernel

/// Measures that could change something, but not beside the others of this file.
extension EffectChecks {
  /// What a kind acts through, and what is missing without it.
  private static let needs: [(kind: String, other: String, clause: String)] = [
    (Quota.kindName, PermitProcedure.kindName, "no permits are given while it holds"),
    (ShortageList.kindName, PermitProcedure.kindName, "no permits are given while it holds"),
    (
      ContributionParity.kindName, Contributions.kindName,
      "no contributions are due while it holds"
    ),
    (
      Operation.kindName, Policing.kindName, "there are no police to be strengthened while it holds"
    ),
    (Sanctions.kindName, Policing.kindName, "there are no police to find anybody while it holds"),
  ]

  /// Why a measure has nothing to act through.
  func missing(_ item: PlacedMeasure) -> String? {
    for need in Self.needs where need.kind == item.kind.name {
      let isThere = measures.contains {
        $0.kind.name == need.other && overlaps($0.measure, item.measure)
      }
      if !isThere { return need.clause }
    }
    return nil
  }

  /// Why a measure that adds to others adds nothing to them.
  func covered(_ item: PlacedMeasure) -> String? {
    let others = sameKind(item).filter { $0.name != item.name && covers($0.measure, item.measure) }
    switch item.measure.lever {
    case .freeMovement(let law):
      let origins = names(law.origins, country.origins.map(\.name))
      let have = others.flatMap { other -> [String] in
        guard case .freeMovement(let law) = other.measure.lever else { return [] }
        return names(law.origins, country.origins.map(\.name))
      }
      return origins.allSatisfy(have.contains) ? "its origins have free movement without it" : nil
    case .visaFree(let law):
      let origins = names(law.origins, country.origins.map(\.name))
      let have = others.flatMap { other -> [String] in
        guard case .visaFree(let longer) = other.measure.lever, longer.stay >= law.stay else {
          return []
        }
        return names(longer.origins, country.origins.map(\.name))
      }
      return origins.allSatisfy(have.contains)
        ? "its origins may stay as long without it" : nil
    case .shortageList(let law):
      let sectors = names(law.sectors, country.sectors.map(\.name))
      let have = others.flatMap { other -> [String] in
        guard case .shortageList(let law) = other.measure.lever else { return [] }
        return names(law.sectors, country.sectors.map(\.name))
      }
      return sectors.allSatisfy(have.contains) ? "its sectors are on a list without it" : nil
    default: return nil
    }
  }

  /// Why nobody comes under a measure.
  func admitsNobody(_ item: PlacedMeasure) -> String? {
    guard case .patents(let law) = item.measure.lever,
      !country.sectors.contains(where: { law.employers.admit($0.employer) })
    else { return nil }
    return "in no sector are households the employers"
  }

  /// No names mean all.
  private func names(_ listed: [String], _ all: [String]) -> [String] {
    listed.isEmpty ? all : listed
  }

  private func overlaps(_ one: Measure, _ other: Measure) -> Bool {
    one.from <= (other.until ?? run.until) && other.from <= (one.until ?? run.until)
  }

  /// Whether one measure holds on every day of the run on which the other does.
  private func covers(_ one: Measure, _ other: Measure) -> Bool {
    max(one.from, run.from) <= max(other.from, run.from)
      && min(one.until ?? run.until, run.until) >= min(other.until ?? run.until, run.until)
  }
}
