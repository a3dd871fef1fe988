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
  // Working life.
  public var separationRate: Double
  public var exitRate: Double

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
    auditPart = behaviour.hiring.auditCost / behaviour.wages.productivity
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
public enum Rates {
  public static let daysPerYear = 365.25
}
