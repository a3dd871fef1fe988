import Kernel

/// How many permits the state allows a year.
package struct Quota: Lever {
  package var share: Double?
  package var persons: Double?
  package var skills = Members.all

  package init() {}

  @inlinable package func limits(_ skill: Skill) -> Bool { skills.contains(skill) }

  package static let kindName = "quota"
  package static let meaning =
    "Limits the permits of a year, as a share of last year's labour force or in persons. Each skill comes under the latest quota that names it."
  package static let overlap = Overlap.latestHolds
  package static let keys: [Key<Quota>] = [
    .optionalNumber(
      "share", \.share, .share, 0...1,
      "Permits a year, as a share of the labour force of the year before."),
    .optionalNumber("persons", \.persons, .count, 0...1e9, "Permits a year, in persons."),
    .names(
      "skills", \.skills, .skills,
      "Skills whose permits the quota limits, taken together; all if left out."),
  ]

  package var subjects: [String] { Skill.allCases.filter(limits).map(\.name) }

  package var contradiction: String? {
    switch (share, persons) {
    case (nil, nil): "gives no limit. Write share or persons"
    case (.some, .some):
      "gives two limits. Write share or persons; to take away one that is inherited, "
        + "write share: none or persons: none"
    default: nil
    }
  }
}

/// The permits of a year that some skills share.
package struct SkillQuota: Sendable, Equatable {
  package var skills: [Skill]
  /// Persons.
  package var permits: Double

  package init(skills: [Skill], permits: Double) {
    self.skills = skills
    self.permits = permits
  }
}

extension Quota {
  package static var needs: [LeverNeed] {
    [LeverNeed(PermitProcedure.self, else: "no permits are given while it holds")]
  }

  /// Lifts every quota.
  static var lifted: @Sendable (inout Inputs) -> Void {
    reformed { law in
      law.share = 1
      law.persons = nil
    }
  }

  package static var trials: [LeverTrial] {
    let row = LeverExpectation(
      "quota", irregular: .down, revenue: .up, wage: .none, natives: .none)
    return [
      row.more("none", lifted),
      row.less(
        "no permits",
        reformed { law in
          law.share = nil
          law.persons = 0
        }),
    ]
  }
}

extension Inputs {
  /// The quotas under the law of a day, each with the skills that share it; a skill without one is not limited.
  package func quotas(on day: Day) -> [SkillQuota] {
    let before = Day(year: max(day, run.from).civil.year - 1, month: 7, day: 1)
    let held = measures(on: day)
    var quotas: [(name: String, quota: SkillQuota)] = []
    for skill in Skill.allCases {
      guard let (name, law) = Inputs.quota(for: skill, in: held),
        let permits = law.persons
          ?? law.share.map({ $0 * country.economy(on: before).labourForce })
      else { continue }
      if let place = quotas.firstIndex(where: { $0.name == name }) {
        quotas[place].quota.skills.append(skill)
      } else {
        quotas.append((name, SkillQuota(skills: [skill], permits: permits)))
      }
    }
    return quotas.map(\.quota)
  }

  /// The quota under which a skill comes, and its name: of those that limit it, the one that began last.
  private static func quota(
    for skill: Skill, in held: [Measure]
  ) -> (name: String, law: Quota)? {
    var latest: (from: Day, name: String, law: Quota)?
    for measure in held {
      guard let law = measure.lever as? Quota, law.limits(skill) else { continue }
      if latest.map({ $0.from < measure.from }) ?? true {
        latest = (measure.from, measure.name, law)
      }
    }
    return latest.map { ($0.name, $0.law) }
  }
}
