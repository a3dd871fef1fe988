import Kernel

/// A country, or a group of countries, from which migrants come.
package struct Origin: Sendable, Equatable {
  package var name: String
  /// Part of all who may come.
  package var potentialShare: Double
  /// Part of the migrants present when the world is built.
  package var presentShare: Double
  /// Part of the permits held when the world is built.
  package var permitShare: Double
  /// What a person expects to earn at home on the run's first day, money a month, joblessness counted in.
  package var homeIncome: Double
  /// How fast that grows, a year.
  package var homeGrowth: Double
  /// The parts of its migrants who are skilled and specialists; the rest are low-skilled.
  package var skilledShare: Double
  package var specialistShare: Double

  package init(
    name: String, potentialShare: Double, presentShare: Double, permitShare: Double,
    homeIncome: Double, homeGrowth: Double, skilledShare: Double, specialistShare: Double
  ) {
    self.name = name
    self.potentialShare = potentialShare
    self.presentShare = presentShare
    self.permitShare = permitShare
    self.homeIncome = homeIncome
    self.homeGrowth = homeGrowth
    self.skilledShare = skilledShare
    self.specialistShare = specialistShare
  }
}

extension Origin {
  /// The part of its migrants who have a skill.
  package func part(of skill: Skill) -> Double {
    switch skill {
    case .low: 1 - skilledShare - specialistShare
    case .skilled: skilledShare
    case .specialist: specialistShare
    }
  }
}

extension Origin: TableRow {
  package static let blank = Origin(
    name: "", potentialShare: 0, presentShare: 0, permitShare: 0, homeIncome: 0, homeGrowth: 0,
    skilledShare: 0, specialistShare: 0)

  package static let columns: [Key<Origin>] = [
    .text("origin", \.name, "Name of the origin, as measures and results use it."),
    .number(
      "potential_share", \.potentialShare, .share, 0...1,
      "Share of all people who may come that belong to the origin."),
    .number(
      "present_share", \.presentShare, .share, 0...1,
      "Share of the migrants in the country at the start of the burn-in that belong to the origin."),
    .number(
      "permit_share", \.permitShare, .share, 0...1,
      "Share of the permits in force at the start of the burn-in that belong to the origin."),
    .number(
      "home_income", \.homeIncome, .pay, 0...1e9,
      "What a person expects to earn at home on the run's first day, allowing for spells without work."
    ),
    .number(
      "home_growth", \.homeGrowth, .factor, -0.5...2,
      "Yearly growth of the income at home; 0.1 is 10 %."),
    .number(
      "skilled_share", \.skilledShare, .share, 0...1,
      "Share of the origin's migrants who are skilled."),
    .number(
      "specialist_share", \.specialistShare, .share, 0...1,
      "Share of the origin's migrants who are specialists; those neither skilled nor specialists are low-skilled."
    ),
  ]
}
