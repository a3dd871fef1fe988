import Inputs

/// What makes one market differ from another and does not change while the world runs.
@frozen public struct MarketTraits: BitwiseCopyable, Sendable {
  /// The market's number: region × sectors + sector. Also its identity in draws.
  public var number: MarketNumber
  public var region: Int
  public var sector: Int
  /// Who employs in the sector.
  public var employer = EmployerKind.firm
  /// Value of a mean native's work here, a month at reference pay.
  public var nativeProductivity: Double
  /// Net pay for which a mean native begins to work here, a month at reference pay.
  public var nativeReservation: Double
  /// The same of a low-skilled migrant.
  public var migrantProductivity: Double
  public var migrantReservation: Double
  /// What going home and coming again would cost a migrant, a month of a planned stay at reference pay.
  public var journey = 0.0
  /// Chance that a migrant's post is permanent.
  public var permanentShare: Double
  /// How easily police see irregular work here, to the mean.
  public var visibility: Double
  /// Posts for migrants to all posts, when the world is built.
  public var migrantPart: Double
  /// The parts of its migrants who have each skill, when the world is built.
  public var migrantSkills: SIMD3<Double>
  /// The parts of its natives who have each skill, by the table of sectors.
  public var nativeSkills: SIMD3<Double>
  /// Injuries of a migrant, a year.
  public var injuryRate: Double
  /// Posts wanted for migrants when the world is built, real ones.
  public var migrantPosts: Double
  /// Productivity by skill, to the mean.
  public var skillFactors: (Double, Double, Double)
  /// Separation and audit cost to the nation's mean.
  public var separationIndex: Double
  public var auditIndex: Double
  /// Unemployed who begin own-account work, a year: what holds the tables' share.
  public var ownAccountEntryRate: Double
  /// Chance that one who enters the labour force begins on own account.
  public var ownAccountEntrants = 0.0
  /// Epochs a year of a spell of each kind: an upper bound of the sum of its causes' rates.
  ///
  /// A sleeper's next epoch is drawn from the bound alone, and a cause fires there with probability rate / bound;
  /// so bounds are made once, from tables and behaviour, and never depend on a measure, a season or a wage.
  public var jobBound: Double
  public var searchBound: Double
  public var ownAccountBound: Double
  /// Of a migrant: without authorisation, and with.
  public var irregularJobBound: Double
  public var lawfulJobBound: Double
  public var migrantSearchBound: Double
  /// The tables' unemployed here, in simulated persons: the weight of the market for sector changers.
  public var baseSeekers: Double

  @inlinable @inline(__always)
  public func skillFactor(_ skill: Skill) -> Double {
    switch skill {
    case .low: skillFactors.0
    case .skilled: skillFactors.1
    case .specialist: skillFactors.2
    }
  }

  /// The part of its migrants who have a skill, when the world is built.
  @inlinable @inline(__always)
  public func migrantPart(of skill: Skill) -> Double { migrantSkills[Int(skill.rawValue)] }

  public init(number: MarketNumber, region: Int, sector: Int) {
    self.number = number
    self.region = region
    self.sector = sector
    nativeProductivity = 0
    nativeReservation = 0
    migrantProductivity = 0
    migrantReservation = 0
    permanentShare = 1
    injuryRate = 0
    visibility = 1
    migrantPart = 0
    migrantSkills = SIMD3(1, 0, 0)
    nativeSkills = SIMD3(1, 0, 0)
    migrantPosts = 0
    skillFactors = (1, 1, 1)
    separationIndex = 1
    auditIndex = 1
    ownAccountEntryRate = 0
    jobBound = 1
    searchBound = 1
    ownAccountBound = 1
    irregularJobBound = 1
    lawfulJobBound = 1
    migrantSearchBound = 1
    baseSeekers = 1
  }
}

/// What changes for a market with the calendar alone.
@frozen public struct MarketConditions: BitwiseCopyable, Sendable {
  /// Posts wanted at unchanged surplus, to those when the world was built: trend, season and shocks.
  public var demand = 1.0
  /// The same of the posts that migrants take, of which more are seasonal.
  public var migrantDemand = 1.0
  /// Whether its seasonal posts are away until the season.
  public var isOffSeason = false
  /// Days between an employer's reviews here.
  public var reviewDays = 91

  public init() {}
}

/// What others may know of a market: published at the end of each day, read on the next.
@frozen public struct MarketBoard: BitwiseCopyable, Sendable {
  /// How much seekers who change sector are drawn here: the tables' seekers, times how much tighter the
  /// market has become since the burn-in.
  public var attraction = 1.0
  /// Surplus that the seekers met promise to a vacancy, at reference pay, summed over meetings with a
  /// fading memory; and the meetings so counted.
  public var surplusSum = 0.0
  public var surplusCount = 0.0
  /// The mean of it at rest; 0 in the burn-in.
  public var restSurplus = 0.0
  /// How readily own-account workers give up to search for a job, to the burn-in.
  public var ownAccountEase = 1.0
  /// Jobs that migrants found from search, and the days they searched, with a fading memory.
  public var migrantFinds = 0.0
  public var migrantSearchDays = 0.0
  /// Irregular workers found at work, and the days they worked, with a fading memory.
  public var found = 0.0
  public var irregularDays = 0.0
  /// Chance a month that an irregular worker was found at work here, lately.
  public var detectionRate = 0.0
  /// Seekers to a vacancy in the sector, nationwide, by what was known a month ago; 0 before.
  public var sectorSeekers = 0.0
  /// Part of the nation's checks that are made here, by what the police know of the month before.
  public var policePart = 0.0
  /// Part of the employers of irregular workers who have heard of the amnesty.
  public var heardPart = 0.0

  public init() {}
}
