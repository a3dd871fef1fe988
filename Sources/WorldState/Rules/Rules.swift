import Inputs
import Kernel

/// All numbers that rules read on a day: behaviour, law and drivers in force, as one trivial value.
///
/// Made anew when the law or the drivers change, at the latest each month; shared by all islands.
@frozen public struct Rules: BitwiseCopyable, Sendable {
  public var payroll: PayrollLaw
  /// Nominal pay and productivity to the reference year.
  public var payIndex: Double
  // Demand.
  public var demandResponse: Double
  public var demandKeep: Double
  public var reviewDays: Int
  // Search.
  public var meetingsPerDay: Double
  public var matchingElasticity: Double
  public var smoothingPart: Double
  public var onTheJobWeight: Double
  public var ownAccountExitRate: Double
  public var sectorChangeRate: Double
  public var sectorChangeElasticity: Double
  // Hiring.
  public var choiceScale: Double
  /// Expected cost of an informal native to the employer, to the value of the work.
  public var auditPart: Double
  public var formalOnlySize: Int32
  // Wages.
  /// Worker's share of the surplus for one who may take any job.
  public var freeBargainingShare: Double
  public var reservationFloor: Double
  public var reservationMemoryDays: Double
  /// The same of migrants: bound to an employer, free to take any job, without authorisation.
  public var boundBargainingShare: Double
  public var freeMigrantBargainingShare: Double
  public var irregularBargainingShare: Double
  // Working life.
  public var separationRate: Double
  public var exitRate: Double
  public var migrant: MigrantRules
  /// Part of net pay that migrants send home.
  public var remittedShare: Double
  /// Cost of housing a lawful migrant, KZT a month at reference pay.
  public var housingCost: Double
  public var law: LawRules

  /// The rules under `inputs` on a day of the calendar; before the run's first day, under its drivers.
  package init(_ inputs: Inputs, on day: Day) {
    let behaviour = inputs.behaviour
    payroll = inputs.payrollLaw(on: day)
    payIndex = inputs.country.economy(on: max(day, inputs.run.from)).payIndex
    demandResponse = behaviour.demand.response
    demandKeep = 1 - 1 / behaviour.demand.memoryDays
    reviewDays = behaviour.demand.reviewDays
    meetingsPerDay = behaviour.search.matchingScale / Rates.daysPerYear
    matchingElasticity = behaviour.search.matchingElasticity
    smoothingPart = 1 / behaviour.search.smoothingDays
    onTheJobWeight = behaviour.search.onTheJobWeight
    ownAccountExitRate = behaviour.search.ownAccountExit
    sectorChangeRate = behaviour.search.sectorChange
    sectorChangeElasticity = behaviour.search.sectorChangeElasticity
    choiceScale = behaviour.hiring.choiceScale
    auditPart = behaviour.hiring.auditCost / behaviour.wages.productivity
    formalOnlySize = Int32(behaviour.hiring.formalOnlySize)
    freeBargainingShare = behaviour.wages.bargainingShare(
      mobility: 1, separationRate: behaviour.workingLife.nativeSeparation)
    reservationFloor = behaviour.wages.reservationFloor
    reservationMemoryDays = behaviour.wages.reservationMemoryDays
    separationRate = behaviour.workingLife.nativeSeparation
    exitRate = behaviour.population.exitRate
    migrant = MigrantRules(inputs, on: day)
    boundBargainingShare = behaviour.wages.bargainingShare(
      mobility: migrant.boundMobility, separationRate: behaviour.workingLife.boundSeparation)
    freeMigrantBargainingShare = behaviour.wages.bargainingShare(
      mobility: 1, separationRate: behaviour.workingLife.boundSeparation)
    irregularBargainingShare = behaviour.wages.bargainingShare(
      mobility: migrant.irregularMobility,
      separationRate: behaviour.workingLife.irregularSeparation)
    remittedShare = behaviour.migration.remittedShare
    housingCost = behaviour.hiring.housingCost
    law = LawRules(inputs, on: day, mci: payroll.mci)
  }
}

extension Rules {
  /// What is left of a gross formal wage; of the holder of a patent, less its price.
  @inlinable @inline(__always)
  public func net(_ gross: Double, isOnPatent: Bool) -> Double {
    isOnPatent ? gross - law.patents.price : payroll.net(gross)
  }

  /// What an irregular worker costs in sanctions that an employer expects, KZT a month of the day.
  ///
  /// - Parameter risk: chance a month that the worker is found, as the employer believes.
  @inlinable @inline(__always)
  public func expectedSanction(atRisk risk: Float) -> Double {
    Double(risk) * (law.police.expectedCost + law.police.suspensionLoss * payIndex)
  }
}

/// Time, for rates a year.
public enum Rates {
  public static let daysPerYear = 365.25
  public static let daysPerMonth = 30.4375
}
