import Inputs
import Kernel
import WorldState

/// Employers ask for places for migrants, where lawful work pays them better than irregular.
///
/// Runs with an employer's review, for each permit category by itself. When applications open it asks for next year's places,
/// those of its present workers among them; before, for as many as it has irregular workers of that skill and vacancies
/// that migrants of it would fill.
/// `gain = lawful surplus − irregular surplus − K/T`, with one draw a year of scale `sponsoring_scale` that sets employers
/// apart: one draw, for a draw at each review would make everyone apply in the end.
/// - Reads: law on permits, own belief, staff. - Writes: applications, costs.
/// - Draws: the employer's year: `.sponsoring`; its review: `.askedPlaces`.
/// - Source: MODEL 6.7; EVIDENCE E7. - Simplified: vacancies are for any skill; of the migrants that would fill them,
///   as many have each as of those in its region and sector when the world is built.
extension Market {
  mutating func applyForPlaces(_ employer: EmployerIndex, _ today: Today) {
    guard mayAsk(employer, today), today.rules.law.permits != nil else { return }
    let words = today.luck.words(
      employers[employer].id, .askedPlaces, occasion: today.number)
    apply(employer, for: .low, openUniform(words.0), today)
    apply(employer, for: .skilled, openUniform(words.1), today)
    apply(employer, for: .specialist, openUniform(words.2), today)
  }

  /// - Parameter uniform: rounds the vacancies that migrants of the skill would fill.
  private mutating func apply(
    _ employer: EmployerIndex, for skill: Skill, _ uniform: Double, _ today: Today
  ) {
    let record = employers[employer]
    let isForNextYear = today.isOpenForNextYear
    let vacant = unbiasedRounding(
      Double(record.vacancies) * traits.migrantPart * traits.migrantPart(of: skill), uniform)
    let hasWorkers = record.irregulars > 0 || isForNextYear && record.permitsUsed > 0
    guard vacant > 0 || hasWorkers, !record.marks.contains(.asked(for: skill)),
      let law = today.rules.law.permits
    else { return }
    let newYear = Int(today.newYear) - today.number
    let isWaived = today.rules.law.isWaived(sector: traits.sector, skill)
    let handling = max(1, Int(law.handlingDays))
    let way = isWaived ? handling : max(1, Int(law.searchDays + law.handlingDays))
    let rest = isForNextYear ? 365 : newYear - way
    let months = min(Double(rest) / Rates.daysPerMonth, Double(law.validMonths))
    let year = today.permitYear + (isForNextYear ? 1 : 0)
    guard months > 0.5, sponsors(employer, skill, year, months, law, today) else { return }

    let workers =
      hasWorkers ? staffNeedingPlaces(employer, skill, today) : (irregular: 0, permitted: 0)
    // Places that are free now are gone by next year.
    let wanted =
      isForNextYear
      ? workers.permitted + workers.irregular + vacant
      : workers.irregular + vacant - Int(record.freePlaces[skill])
    guard wanted > 0 else { return }
    let isRenewal = isForNextYear && workers.permitted > 0
    let time = isRenewal ? handling : way
    file(
      employer, skill, places: min(wanted, 10_000),
      days: isForNextYear ? max(time, newYear) : time, law, today)
  }

  private mutating func file(
    _ employer: EmployerIndex, _ skill: Skill, places: Int, days: Int, _ law: PermitProcedure,
    _ today: Today
  ) {
    let record = employers[employer]
    employers[employer].marks.insert(.asked(for: skill))
    flows[.permitsApplied] += Int64(places)
    let index = today.rules.payIndex
    transfers.add(.permitCosts, Double(places) * (law.placeCost - law.placeRent) * index)
    transfers.add(.extortion, Double(places) * law.placeRent * index)
    diary.note(
      .appliedForPlaces, person: .nobody, employer: record.id, amount: Int32(places),
      skill: skill, day: today.number)
    var application = Application()
    application.market = traits.number
    application.employer = employer
    application.skill = skill
    application.count = UInt16(places)
    application.filed = today.number
    application.decision = today.number + days
    applications.append(application)
  }

  /// Whether it has anybody to ask for.
  @inline(__always)
  private func mayAsk(_ employer: EmployerIndex, _ today: Today) -> Bool {
    Int(employers[employer].suspendedUntil) <= today.number
      && (employers[employer].irregulars > 0 || employers[employer].permitsUsed > 0
        || employers[employer].vacancies > 0)
  }

  /// Workers of a skill without authorisation, and on permits.
  private func staffNeedingPlaces(
    _ employer: EmployerIndex, _ skill: Skill, _ today: Today
  ) -> (irregular: Int, permitted: Int) {
    var workers = (irregular: 0, permitted: 0)
    var staff = staff(of: employer)
    while let member = staff.next(people) {
      let worker = people[member]
      if worker.isMigrant, worker.skill == skill {
        if worker.isIrregular { workers.irregular += 1 }
        if holdsPlace(worker, today) { workers.permitted += 1 }
      }
    }
    return workers
  }

  /// Whether lawful workers of a skill pay this employer in a year.
  private func sponsors(
    _ employer: EmployerIndex, _ skill: Skill, _ year: Int, _ months: Double,
    _ law: PermitProcedure,
    _ today: Today
  ) -> Bool {
    let record = employers[employer]
    let (lawful, irregular) = typicalSurpluses(employer, skill, today)
    let perMonth = (law.placeCost * today.rules.payIndex + law.fee) / months
    let gain = lawful - max(0, irregular) - perMonth
    let uniform = today.luck.uniform(
      record.id, .sponsoring, occasion: year)
    return gain
      + today.rules.behaviour.filing.sponsoringScale * today.rules.payIndex
      * standardLogistic(uniform: uniform)
      > 0
  }

  /// What a migrant of a skill leaves the employer, lawful and bound, or without authorisation.
  private func typicalSurpluses(
    _ employer: EmployerIndex, _ skill: Skill, _ today: Today
  ) -> (lawful: Double, irregular: Double) {
    var worker = Person(id: 0, activity: .searching, skill: skill)
    worker.origin = 1
    worker.authorisation = .permit
    let terms = JobTerms(
      migrant: worker, isHeld: false, searchDays: 0, employer: employers[employer],
      traits: traits, options: options, fear: fear(of: worker, today), today)
    return (terms.formalSurplus, terms.informalSurplus)
  }
}
