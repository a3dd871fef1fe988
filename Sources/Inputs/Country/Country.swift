import Kernel

/// The country as tables give it. Nothing in the code knows which country it is.
package struct Country: Sendable, Equatable {
  /// What its money, legal sums and tables are called.
  package var profile = CountryProfile()
  package var regions: [Region] = []
  package var sectors: [Sector] = []
  /// The part of a region's employment that each sector holds: `[region][sector]`; rows sum to 1.
  package var sectorShares: [[Double]] = []
  /// Seasonal factor of labour demand: `[sector][month − 1]`; rows average 1.
  package var seasons: [[Double]] = []
  /// Posts wanted in a sector beside the nation's trend: `[sector]`, in order of date; none of a sector that follows the
  /// trend alone.
  package var sectorDemand: [[SectorDemand]] = []
  /// How strong the police are in a region, beside what the law says of checks: `[region]`, in order of date; none of a
  /// region where they are as strong as that.
  package var policeStrength: [[PoliceStrength]] = []
  /// Where migrants come from; empty where nobody comes.
  package var origins: [Origin] = []
  /// Cost of the journey and of those who arrange it, in money of the reference year: `[origin][region]`.
  package var journeyCosts: [[Double]] = []
  /// How much more than others an origin's people work in a sector: `[origin][sector]`.
  package var sectorTies: [[Double]] = []
  /// Seasonal factor of leaving home: `[origin][month − 1]`; rows average 1.
  package var departures: [[Double]] = []
  /// Dated amounts of the law, in order of date; each holds until the next.
  package var amounts: [LegalAmounts] = []
  /// Dated macroeconomic drivers, in order of date.
  package var drivers: [Drivers] = []
  /// Progressive scales by name, in the order of their table.
  package var taxScales: [TaxScale] = []

  package init() {}

  /// The country's own name: the origin of natives in tables.
  package var name: String {
    get { profile.name }
    set { profile.name = newValue }
  }
}

/// A region: where permits bind, wages differ and police are stationed.
package struct Region: Sendable, Equatable {
  package var name: String
  /// Persons on the first of January of the reference year, and a year later.
  package var population: Double
  package var populationNextYear: Double
  /// Cash income per head to the nation's mean.
  package var incomeIndex: Double
  /// How much migrants are wanted here, to the region's labour force.
  package var migrantWeight: Double
  /// Place on the report's tile map.
  package var tileColumn: Int
  package var tileRow: Int

  package init(
    name: String, population: Double, populationNextYear: Double, incomeIndex: Double,
    migrantWeight: Double, tileColumn: Int, tileRow: Int
  ) {
    self.migrantWeight = migrantWeight
    self.name = name
    self.population = population
    self.populationNextYear = populationNextYear
    self.incomeIndex = incomeIndex
    self.tileColumn = tileColumn
    self.tileRow = tileRow
  }
}

/// Who employs in a sector.
public enum EmployerKind: String, BitwiseCopyable, Sendable, CaseIterable {
  case firm, farm, household
}

/// A sector of the labour market.
package struct Sector: Sendable, Equatable {
  package var name: String
  package var employer: EmployerKind
  /// Value of a worker-month to the nation's mean.
  package var productivityIndex: Double
  /// What natives ask for in this sector, to what they ask for on average (they shun low-paid farm and
  /// household work, so it falls less than productivity).
  package var nativeReservationIndex: Double
  /// The part of the sector's workers who work on their own account.
  package var ownAccountShare: Double
  /// The parts of its workers who are skilled and specialists; the rest are low-skilled.
  package var skilledShare: Double
  package var specialistShare: Double
  /// Job separation to the nation's mean.
  package var separationIndex: Double
  /// How visible informal work is to tax and labour inspectors, to the nation's mean.
  package var auditIndex: Double
  /// Part of migrants' jobs, over all sectors; the column sums to 1.
  package var migrantShare: Double
  /// Chance that a migrant's post is a permanent one.
  package var permanentShare: Double
  /// How easily police see irregular work, to the mean.
  package var visibility: Double
  /// Work injuries, a worker-year.
  package var injuryRate: Double
  /// Of its posts, over the year, those that exist in season only.
  package var seasonalShare = 0.0

  package init(
    name: String, employer: EmployerKind, productivityIndex: Double,
    nativeReservationIndex: Double, ownAccountShare: Double, skilledShare: Double,
    specialistShare: Double, separationIndex: Double, auditIndex: Double, migrantShare: Double,
    permanentShare: Double, visibility: Double, injuryRate: Double
  ) {
    self.visibility = visibility
    self.migrantShare = migrantShare
    self.permanentShare = permanentShare
    self.injuryRate = injuryRate
    self.name = name
    self.employer = employer
    self.productivityIndex = productivityIndex
    self.nativeReservationIndex = nativeReservationIndex
    self.ownAccountShare = ownAccountShare
    self.skilledShare = skilledShare
    self.specialistShare = specialistShare
    self.separationIndex = separationIndex
    self.auditIndex = auditIndex
  }
}

/// Amounts that laws refer to, from a date on.
package struct LegalAmounts: Sendable, Equatable {
  package var from: Day
  /// What the unit of legal sums is worth in money; 1 where laws write money.
  package var indexUnit: Double
  /// Money a month.
  package var minimumWage: Double

  package init(from: Day, indexUnit: Double, minimumWage: Double) {
    self.from = from
    self.indexUnit = indexUnit
    self.minimumWage = minimumWage
  }
}

/// The state of the economy around the labour market, at a date.
package struct Drivers: Sendable, Equatable {
  package var date: Day
  /// Persons of the native labour force; linear between dates.
  package var labourForce: Double
  /// Nominal pay and productivity, 1 in the reference year; a step on each date (a pay round).
  package var payIndex: Double
  /// Posts wanted at unchanged surplus, 1 on the first date; linear between dates.
  package var employmentTrend: Double
  /// Consumer prices, 1 in the reference year; linear between dates.
  package var priceIndex: Double
  /// Units of the currency per US dollar; a step on each date.
  package var exchangeRate: Double

  package init(
    date: Day, labourForce: Double, payIndex: Double, employmentTrend: Double,
    priceIndex: Double, exchangeRate: Double
  ) {
    self.date = date
    self.labourForce = labourForce
    self.payIndex = payIndex
    self.employmentTrend = employmentTrend
    self.priceIndex = priceIndex
    self.exchangeRate = exchangeRate
  }
}

/// Posts wanted in a sector at a date, relative to the nation's trend and to the sector's first date.
package struct SectorDemand: Sendable, Equatable {
  package var date: Day
  package var factor: Double

  package init(date: Day, factor: Double) {
    self.date = date
    self.factor = factor
  }
}

/// How strong a region's police are from a date on, to what the law says of checks.
package struct PoliceStrength: Sendable, Equatable {
  package var from: Day
  package var factor: Double

  package init(from: Day, factor: Double) {
    self.from = from
    self.factor = factor
  }
}

/// A scale of marginal rates on what exceeds thresholds.
package struct TaxScale: Sendable, Equatable {
  package struct Bracket: Sendable, Equatable {
    /// Where the bracket begins, in units of legal sums a month (an annual scale over twelve).
    package var above: Double
    /// Marginal rate, 0…1.
    package var rate: Double

    package init(above: Double, rate: Double) {
      self.above = above
      self.rate = rate
    }
  }
  package var name: String
  /// In rising order, the first above 0.
  package var brackets: [Bracket]

  package init(name: String, brackets: [Bracket]) {
    self.name = name
    self.brackets = brackets
  }
}
