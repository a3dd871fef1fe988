import Inputs
import Kernel
import WorldState

/// Employers ask for places for migrants, where lawful work pays them better than irregular.
///
/// Runs with an employer's review. From October on it asks for next year's places, those of its present workers
/// among them; before, for as many as it has irregular workers and vacancies that migrants would fill.
/// `gain = lawful surplus − irregular surplus − K/T`, with one draw a year of scale `sponsoring_scale` that sets employers
/// apart: one draw, for a draw at each review would make everyone apply in the end.
/// - Reads: law on permits, own belief. - Writes: applications, costs.
/// - Draws: the employer's year: `.sponsoring`; its review: `.askedPlaces`.
/// - Source: MODEL 6.7; EVIDENCE E7. - Simplified: all places of an application are alike.
extension Market {
  static var firstMonthForNextYear: Int { 10 }

  mutating func applyForPlaces(_ employer: UInt32, _ today: Today) {
    guard today.rules.law.permits.areGiven, mayAsk(employer, today) else { return }
    let law = today.rules.law.permits
    let record = employers[employer]
    let civil = today.date.civil
    let isForNextYear = civil.month >= Self.firstMonthForNextYear
    let free = Int(record.permitsHeld - record.permitsUsed)
    let renewed = isForNextYear ? Int(record.permitsUsed) : 0
    let wanted = renewed + max(0, placesWanted(employer, today) - free)
    guard wanted > 0 else { return }
    let newYear = Day(year: civil.year + 1, month: 1, day: 1) - today.date
    let needsTest = renewed == 0 && law.waivedSectors >> UInt64(traits.sector) & 1 == 0
    let way = max(1, Int((needsTest ? law.testDays : 0) + law.handlingDays))
    let wait = isForNextYear ? max(way, newYear) : way
    let rest = isForNextYear ? 365 : newYear - way
    let months = min(Double(rest) / Rates.daysPerMonth, Double(law.validMonths))
    guard months > 0.5 else { return }
    guard sponsors(employer, isForNextYear ? civil.year + 1 : civil.year, months, today) else {
      return
    }
    let count = UInt16(min(wanted, 10_000))
    employers[employer].permitsAsked = count
    flows[.permitsApplied] += Int64(count)
    let index = today.rules.payIndex
    transfers[.permitCosts] += Int64(Double(count) * (law.cost - law.rent) * index)
    transfers[.extortion] += Int64(Double(count) * law.rent * index)
    diary.note(
      .appliedForPlaces, person: Person.nobody, employer: record.id, amount: Int32(count),
      day: today.number)
    var application = Application()
    application.market = traits.number
    application.employer = employer
    application.count = count
    application.filed = today.number
    application.decision = today.number + wait
    applications.append(application)
  }

  /// Whether it has anybody to ask for, and nothing undecided.
  @inline(__always)
  private func mayAsk(_ employer: UInt32, _ today: Today) -> Bool {
    employers[employer].permitsAsked == 0
      && Int(employers[employer].suspendedUntil) <= today.number
      && (employers[employer].irregulars > 0 || employers[employer].permitsUsed > 0
        || employers[employer].vacancies > 0)
  }

  /// Irregular workers, and the part of the vacancies that migrants would fill.
  private func placesWanted(_ employer: UInt32, _ today: Today) -> Int {
    let record = employers[employer]
    let uniform = today.luck.uniform(
      record.id, Purpose.askedPlaces.rawValue, occasion: UInt32(today.number))
    return Int(record.irregulars)
      + unbiasedRounding(Double(record.vacancies) * traits.migrantPart, uniform)
  }

  /// Whether lawful workers pay this employer this year.
  private func sponsors(
    _ employer: UInt32, _ year: Int, _ months: Double, _ today: Today
  ) -> Bool {
    let record = employers[employer]
    let law = today.rules.law.permits
    let (lawful, irregular) = typicalSurpluses(employer, today)
    let perMonth = (law.cost * today.rules.payIndex + law.fee) / months
    let gain = lawful - max(0, irregular) - perMonth
    let uniform = today.luck.uniform(
      record.id, Purpose.sponsoring.rawValue, occasion: UInt32(year))
    return gain
      + today.rules.law.filing.sponsoringScale * today.rules.payIndex * standardLogistic(uniform)
      > 0
  }

  /// What a low-skilled migrant leaves the employer, lawful and bound, or without authorisation.
  private func typicalSurpluses(
    _ employer: UInt32, _ today: Today
  ) -> (lawful: Double, irregular: Double) {
    var worker = Person(id: 0, activity: .searching, skill: .low)
    worker.origin = 1
    worker.authorisation = .permit
    let terms = JobTerms(
      migrant: worker, isHeld: false, searchDays: 0, employer: employers[employer],
      traits: traits, today)
    return (terms.formalSurplus, terms.informalSurplus)
  }
}

/// A standard logistic number from a uniform draw.
@inline(__always)
func standardLogistic(_ uniform: Double) -> Double { exactLog(uniform / (1 - uniform)) }
