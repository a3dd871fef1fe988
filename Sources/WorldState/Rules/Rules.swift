import Inputs
import Kernel

/// What rules read on a day: the law in force, behaviour, and what follows from both for every decision of the day.
///
/// Made anew when the law or the drivers change, at the latest each month; shared by all islands.
package struct Rules: Sendable {
  package var law: LawInForce
  package var institutions: Institutions
  package var behaviour: Behaviour
  /// Nominal pay and productivity to the reference year.
  package var payIndex: Double
  /// What a day keeps of the memory over which employers average.
  package var demandKeep: Double
  package var meetingsPerDay: Double
  /// What a day adds to a market's averages of seekers and vacancies.
  package var smoothingPart: Double
  /// Expected cost of an informal native to the employer, to the value of the work.
  package var auditPart: Double
  /// Worker's share of the surplus for one who may take any job.
  package var freeBargainingShare: Double
  /// The same of migrants: bound to an employer, free to take any job, without authorisation.
  package var boundBargainingShare: Double
  package var freeMigrantBargainingShare: Double
  package var irregularBargainingShare: Double
  /// What work is worth by step of ability, to the mean of the skill.
  package var abilities: [Double]
  /// What a day keeps of the memory of how search went.
  package var searchKeep: Double

  /// The rules under `inputs` on a day of the calendar; before the run's first day, under its drivers.
  package init(_ inputs: Inputs, on day: Day) {
    law = LawInForce(inputs, on: day)
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
    isOnPatent ? gross - law.patentPrice : law.payroll.net(gross)
  }

  /// What housing a migrant whom they sponsor costs an employer, a month at reference pay.
  @inlinable @inline(__always)
  package var housingCost: Double {
    behaviour.hiring.housingCost * law.housingDuty.share
  }

  /// What an irregular worker costs in sanctions that an employer expects, a month of the day.
  ///
  /// - Parameter risk: chance a month that the worker is found, as the employer believes.
  @inlinable @inline(__always)
  package func expectedSanction(atRisk risk: Float) -> Double {
    Double(risk) * (law.expectedFine + law.sanctions.suspensionLoss * payIndex)
  }
}

extension Rules {
  /// What being found at work costs a migrant, money of the day: a bribe or a fine, and by chance an expulsion, at what
  /// migrants believe that to cost.
  package var lossWhenFound: Double {
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
