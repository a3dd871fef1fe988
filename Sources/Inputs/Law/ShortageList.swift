import Kernel

/// Sectors short of labour, whose employers need no labour-market test for workers of some skills.
package struct ShortageList: Lever {
  package var sectors = Members.all
  package var skills = Members.all

  package init() {}

  package static let kindName = "shortage_list"
  package static let meaning =
    "Exempts employers of some sectors and skills from the labour-market test before a permit."
  package static let overlap = Overlap.allHold
  package static let keys: [Key<ShortageList>] = [
    .names("sectors", \.sectors, .sectors, "Sectors on the shortage list; all if left out."),
    .names(
      "skills", \.skills, .skills, "Skills of the workers on the shortage list; all if left out."),
  ]
}

extension ShortageList {
  package static var needs: [LeverNeed] {
    [LeverNeed(PermitProcedure.self, else: "no permits are given while it holds")]
  }

  package func frees(sector: Int, _ skill: Skill) -> Bool {
    sectors.contains(sector) && skills.contains(skill)
  }

  package func noEffect(beside others: [ShortageList], in country: Country) -> String? {
    let isCovered = country.sectors.indices.allSatisfy { sector in
      Skill.allCases.allSatisfy { skill in
        !frees(sector: sector, skill)
          || others.contains { $0.frees(sector: sector, skill) }
      }
    }
    return isCovered ? "its sectors are on a list without it" : nil
  }

  package static var trials: [LeverTrial] {
    [LeverExpectation.permitCosts.less("no labour-market test", reformed { $0.sectors = .all })]
  }
}

extension LawInForce {
  /// Whether an employer of a sector, by its place, need not look for natives of a skill first.
  package func isWaived(sector: Int, _ skill: Skill) -> Bool {
    shortageLists.contains { $0.frees(sector: sector, skill) }
  }
}
