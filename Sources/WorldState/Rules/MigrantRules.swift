import Inputs
import Kernel

/// What rules about migrants read on a day. Rates are a year, spans of time days.
@frozen public struct MigrantRules: BitwiseCopyable, Sendable {
  /// Part of outside offers that can be taken: bound to an employer; without authorisation.
  public var boundMobility: Double
  public var irregularMobility: Double
  /// Days of lawful work after which a bound worker has free access; 0 is never.
  public var freeAfterDays: Int
  public var searchBonus: Double
  // Stays.
  public var longShare: Double
  public var longStay: Double
  public var seasonalStay: Double
  public var seasonEnd: Int
  public var savingsMonths: Double
  public var joblessReturn: Double
  public var joblessPatience: Int
  public var moveOn: Double
  // Entries.
  public var lawfulEntry: Double
  public var papers: Double
  public var registration: Double
  public var visaRuns: Double
  public var exempt: Double
  // Jobs.
  public var boundSeparation: Double
  public var irregularSeparation: Double
  public var judgement: Double
  // Abuse.
  public var delayed: Double
  public var unpaid: Double
  public var forced: Double
  public var passport: Double
  public var passportReturn: Double
  public var quitDelayed: Double
  public var quitUnpaid: Double
  public var quitForced: Double
  public var unpaidMonths: Double
  public var forcedMonths: Double
  public var lawfulFactor: Double
  public var injuryMonths: Double
  public var injuryReturn: Double
  /// Chance that pay which was kept back is recovered, by status of the work.
  public var irregularRecovery: Double
  public var lawfulRecovery: Double

  package init(_ inputs: Inputs, on day: Day) {
    let migration = inputs.behaviour.migration
    let abuse = inputs.behaviour.abuse
    let life = inputs.behaviour.workingLife
    let mobility = inputs.mobility(on: day)
    boundMobility = mobility.bound
    irregularMobility = mobility.irregular
    freeAfterDays = Int(Double(mobility.freeAfterMonths) * Rates.daysPerMonth + 0.5)
    searchBonus = migration.searchBonus
    longShare = migration.longShare
    longStay = migration.longStayDays
    seasonalStay = migration.seasonalStayDays
    seasonEnd = migration.seasonEnd
    savingsMonths = migration.savingsMonths
    joblessReturn = migration.joblessReturn
    joblessPatience = Int(migration.joblessPatienceDays)
    moveOn = migration.moveOn
    lawfulEntry = migration.lawfulEntry
    papers = migration.papers
    registration = migration.registration
    visaRuns = migration.visaRuns
    exempt = migration.exempt
    boundSeparation = life.boundSeparation
    irregularSeparation = life.irregularSeparation
    judgement = life.judgement
    delayed = abuse.delayedRate
    unpaid = abuse.unpaidRate
    forced = abuse.forcedRate
    passport = abuse.passportRate
    passportReturn = abuse.passportReturnRate
    quitDelayed = abuse.quitDelayed
    quitUnpaid = abuse.quitUnpaid
    quitForced = abuse.quitForced
    unpaidMonths = abuse.unpaidMonths
    forcedMonths = abuse.forcedMonths
    lawfulFactor = abuse.lawfulFactor
    injuryMonths = abuse.injuryMonths
    injuryReturn = abuse.injuryReturn
    let recovery = inputs.wageRecovery(on: day)
    irregularRecovery = recovery.irregular
    lawfulRecovery = recovery.lawful
  }

  /// How often one who came for long goes home, a year; others have a day for it.
  @inlinable public func returnRate(of person: Person) -> Double {
    person.marks.contains(.longStay) ? Rates.daysPerYear / longStay : 0
  }

  /// Abuses a year of one who works without authorisation.
  @inlinable public var abuseRate: Double { delayed + unpaid + forced + passport }
}
