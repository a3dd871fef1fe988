import Inputs
import Kernel

/// What rules read on a day: the law in force, behaviour, and what follows from both for every decision of the day.
///
/// Made anew when the law or the drivers change, at the latest each month; shared by all islands. What a meeting reads can
/// be inlined in the rooms that come after: a rule that had to be called would be handed a copy of all of this.
@usableFromInline package struct Rules: Sendable {
  @usableFromInline package var law: LawInForce {
    didSet { numbers = LegalNumbers(law) }
  }
  /// What follows from the law for every meeting and check.
  @usableFromInline package private(set) var numbers: LegalNumbers
  package var institutions: Institutions
  @usableFromInline package var behaviour: Behaviour
  /// Nominal pay and productivity to the reference year.
  @usableFromInline package var payIndex: Double
  /// What a day keeps of the memory over which employers average.
  package var demandKeep: Double
  package var meetingsPerDay: Double
  /// What a day adds to a market's averages of seekers and vacancies.
  package var smoothingPart: Double
  /// Expected cost of an informal native to the employer, to the value of the work.
  @usableFromInline package var auditPart: Double
  /// Worker's share of the surplus for one who may take any job.
  @usableFromInline package var freeBargainingShare: Double
  /// The same of migrants: bound to an employer, free to take any job, without authorisation.
  @usableFromInline package var boundBargainingShare: Double
  @usableFromInline package var freeMigrantBargainingShare: Double
  @usableFromInline package var irregularBargainingShare: Double
  /// What work is worth by step of ability, to the mean of the skill.
  package var abilities: [Double]
  /// What a day keeps of the memory of how search went.
  @usableFromInline package var searchKeep: Double

  /// The rules under `inputs` on a day of the calendar; before the run's first day, under its drivers.
  package init(_ inputs: Inputs, on day: Day) {
    law = LawInForce(inputs, on: day)
    numbers = LegalNumbers(law)
    institutions = inputs.country.profile.institutions
    behaviour = inputs.behaviour
    payIndex = inputs.country.economy(on: max(day, inputs.run.from)).payIndex
    demandKeep = 1 - 1 / behaviour.demand.memoryDays
    meetingsPerDay = behaviour.search.matchingScale / Rates.daysPerYear
    smoothingPart = 1 / behaviour.search.smoothingDays
    auditPart = behaviour.hiring.auditCost / behaviour.wages.productivity
    abilities = behaviour.wages.abilities
    searchKeep = 1 - 1 / behaviour.wages.searchMemoryDays
    let (wages, life) = (behaviour.wages, behaviour.workingLife)
    freeBargainingShare = wages.bargainingShare(
      mobility: 1, separationRate: life.nativeSeparation)
    boundBargainingShare = wages.bargainingShare(
      mobility: law.mobility.bound, separationRate: life.boundSeparation)
    freeMigrantBargainingShare = wages.bargainingShare(
      mobility: 1, separationRate: life.boundSeparation)
    irregularBargainingShare = wages.bargainingShare(
      mobility: law.mobility.irregular, separationRate: life.irregularSeparation)
  }
}

extension Rules {
  /// What is left of a gross formal wage; of the holder of a patent, less its price.
  @inlinable @inline(__always)
  package func net(_ gross: Double, isOnPatent: Bool) -> Double {
    isOnPatent ? gross - numbers.patentPrice : law.payroll.net(gross)
  }

  /// What housing a migrant whom they sponsor costs an employer, a month at reference pay.
  @inlinable @inline(__always)
  package var housingCost: Double {
    behaviour.hiring.housingCost * law.housingDuty.share
  }

  /// What an irregular worker costs in sanctions that an employer expects, a month of the day, where no law names places.
  ///
  /// - Parameter risk: chance a month that the worker is found, as the employer believes.
  @inlinable @inline(__always)
  package func expectedSanction(atRisk risk: Float) -> Double {
    Double(risk) * (numbers.expectedFine + law.sanctions.suspensionLoss * payIndex)
  }
}

/// What follows from the law in force and is asked for often: sums in money of the day.
@usableFromInline
package struct LegalNumbers: BitwiseCopyable, Sendable {
  /// Income tax in advance, for each month of a patent; 0 where none is sold.
  @usableFromInline package let patentPrice: Double
  /// What a detection costs an employer a worker, as they expect.
  @usableFromInline package let expectedFine: Double

  package init(_ law: LawInForce) {
    patentPrice = law.patentPrice
    expectedFine = law.ofAllPlaces.expectedFine
  }
}

extension Rules {
  /// What being found at work costs a migrant, money of the day: a bribe or a fine, and by chance an expulsion, at what
  /// migrants believe that to cost.
  package func lossWhenFound(under law: LocalLaw) -> Double {
    let police = law.policing
    let asCase = law.workerFine + law.expulsion * behaviour.migration.expulsionLoss * payIndex
    return police.bribe * police.bribeShare * law.workerFine + (1 - police.bribe) * asCase
  }
}

extension MigrationBehaviour {
  /// How often one who came for long goes home, a year; others have a day for it.
  package func returnRate(of person: Person) -> Double {
    person.marks.contains(.longStay) ? Rates.daysPerYear / longStayDays : 0
  }
}
