import Inputs
import Kernel
import WorldState

/// The bargain over a job's pay is opened again: pay moves part of the way to what the job would pay if it began today.
///
/// - Reads: what seekers ask for, the law on pay. - Writes: wages, books.
extension Market {
  /// What a job pays after a new bargain, which moved it from `wage`; the same where either side would rather end it.
  package func renewedWage(_ person: PersonIndex, from wage: Int32, _ today: Today) -> Int32 {
    let part = today.rules.behaviour.wages.renewal
    guard part > 0 else { return wage }
    let record = people[person]
    let employer = employers[record.employer]
    let terms =
      record.isMigrant
      ? JobTerms(
        migrant: record, isHeld: record.marks.contains(.passportHeld), searchDays: 0,
        employer: employer, traits: traits, options: options, fear: fear(of: record, today), today)
      : JobTerms(
        native: record, searchDays: 0, employer: employer, traits: traits, options: options, today)
    let isFormal = record.activity == .employedFormally
    guard (isFormal ? terms.formalSurplus : terms.informalSurplus) >= 0 else { return wage }
    let now = isFormal ? terms.formalWage : terms.informalWage
    return WholeMoney.nearest(Double(wage) + part * (now - Double(wage)))
  }

  /// A worker who has somewhere else to go asks for more, and gets what a new bargain would give.
  package mutating func raisePay(_ person: PersonIndex, _ today: Today) {
    let wage = renewedWage(person, from: people[person].wage, today)
    guard wage > people[person].wage else { return }
    setPay(person, wage, today)
    diary.note(
      .payRevised, person: people[person].id,
      employer: employers[people[person].employer].id, amount: wage, day: today.number)
  }
}
