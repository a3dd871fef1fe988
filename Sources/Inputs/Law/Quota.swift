import Kernel

/// How many permits the state allows a year.
package struct Quota: LeverType {
  package var share: Double?
  package var persons: Double?
  package var skills: [String] = []

  package init() {}

  package func limits(_ skill: Skill) -> Bool { skills.isEmpty || skills.contains(skill.name) }

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
    case (.some, .some): "gives two limits. Write share or persons, not both"
    default: nil
    }
  }

  package init?(lever: Lever) {
    guard case .quota(let value) = lever else { return nil }
    self = value
  }
  package var lever: Lever { .quota(self) }
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
