import Inputs
import Kernel

/// All numbers that rules read on a day: behaviour, law and drivers in force, as one trivial value.
///
/// Made anew when the law or the drivers change, at the latest each month; shared by all islands.
@frozen package struct Rules: BitwiseCopyable, Sendable {
  package var payroll: PayrollLaw
  /// Nominal pay and productivity to the reference year.
  package var payIndex: Double
  // Demand.
  package var demandResponse: Double
  package var demandKeep: Double
  package var reviewDays: Int
  // Search.
  package var meetingsPerDay: Double
  package var matchingElasticity: Double
  package var smoothingPart: Double
  package var onTheJobWeight: Double
  package var ownAccountExitRate: Double
  package var sectorChangeRate: Double
  package var sectorChangeElasticity: Double
  // Hiring.
  package var choiceScale: Double
  package var auditCost: Double
  package var formalOnlySize: Int32
  // Wages.
  /// Worker's share of the surplus for one who may take any job.
  package var freeBargainingShare: Double
  package var reservationFloor: Double
  package var reservationMemoryDays: Double
  // Working life.
  package var separationRate: Double
  package var exitRate: Double

  /// The rules under `inputs` on a day of the calendar.
  package init(_ inputs: Inputs, on day: Day) {
    let behaviour = inputs.behaviour
    payroll = inputs.payrollLaw(on: day)
    payIndex = inputs.country.economy(on: day).payIndex
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
    auditCost = behaviour.hiring.auditCost
    formalOnlySize = Int32(behaviour.hiring.formalOnlySize)
    freeBargainingShare = behaviour.wages.bargainingShare(
      mobility: 1, separationRate: behaviour.workingLife.nativeSeparation)
    reservationFloor = behaviour.wages.reservationFloor
    reservationMemoryDays = behaviour.wages.reservationMemoryDays
    separationRate = behaviour.workingLife.nativeSeparation
    exitRate = behaviour.population.exitRate
  }
}

/// Time, for rates a year.
package enum Rates {
  package static let daysPerYear = 365.25
}
