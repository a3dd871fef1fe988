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
      .map(\.measure.lever)
    let origins = country.origins.map(\.name)
    switch item.measure.lever {
    case .freeMovement(let law):
      let free = others.compactMap { FreeMovement(lever: $0)?.origins }
      return isNamed(law.origins, in: free, of: origins)
        ? "its origins have free movement without it" : nil
    case .visaFree(let law):
      let free = others.compactMap { VisaFree(lever: $0) }.filter { $0.stay >= law.stay }
      return isNamed(law.origins, in: free.map(\.origins), of: origins)
        ? "its origins may stay as long without it" : nil
    case .shortageList(let law):
      return places(law).isSubset(
        of: others.compactMap { ShortageList(lever: $0) }.flatMap(places))
        ? "its sectors are on a list without it" : nil
    default: return nil
    }
  }

  /// Whether all that a law names others name too, taken together.
  private func isNamed(_ named: [String], in others: [[String]], of all: [String]) -> Bool {
    let together = others.flatMap { names($0, all) }
    return names(named, all).allSatisfy(together.contains)
  }

  /// Sectors and skills that a list frees, as pairs.
  private func places(_ law: ShortageList) -> Set<[String]> {
    let skills = names(law.skills, Skill.allCases.map(\.name))
    return Set(
      names(law.sectors, country.sectors.map(\.name)).flatMap { sector in
        skills.map { [sector, $0] }
      })
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
    one.from <= (other.until ?? one.from) && other.from <= (one.until ?? other.from)
  }

  /// Whether one measure holds on every day of the run on which the other does.
  private func covers(_ one: Measure, _ other: Measure) -> Bool {
    max(one.from, run.from) <= max(other.from, run.from)
      && min(one.until ?? run.until, run.until) >= min(other.until ?? run.until, run.until)
  }
}
