import Inputs
import Kernel
import WorldState

/// Pay or terms of a migrant's job change; the migrant stays where they are.
///
/// - Writes: wages, books, places, the spell where the job becomes lawful or irregular.
extension Market {
  /// The job becomes lawful, at the lawful terms; what makes it so has been given before.
  package mutating func makeLawful(_ person: PersonIndex, _ terms: JobTerms, _ today: Today) {
    let wage = WholeMoney.nearest(terms.formalWage)
    diary.note(
      .termsMadeLawful, person: people[person].id,
      employer: employers[people[person].employer].id, amount: wage, day: today.number)
    if people[person].marks.contains(.passportHeld) { setPassport(person, isHeld: false) }
    changeTerms(person, wage: wage, isFormal: true, today)
  }

  /// The job goes on without authorisation, at the irregular terms.
  mutating func makeIrregular(_ person: PersonIndex, _ terms: JobTerms, _ today: Today) {
    let wage = WholeMoney.nearest(terms.informalWage)
    diary.note(
      .termsMadeIrregular, person: people[person].id,
      employer: employers[people[person].employer].id, amount: wage, day: today.number)
    changeTerms(person, wage: wage, isFormal: false, today)
  }

  /// An irregular job is paid by other terms from today on.
  package mutating func payIrregular(_ person: PersonIndex, _ terms: JobTerms, _ today: Today) {
    let wage = WholeMoney.nearest(terms.informalWage)
    changeTerms(person, wage: wage, isFormal: false, today)
    diary.note(
      .payRevised, person: people[person].id,
      employer: employers[people[person].employer].id, amount: wage, day: today.number)
  }

  /// The passport changes hands.
  package mutating func turnPassport(_ person: PersonIndex, isTaken: Bool, _ today: Today) {
    setPassport(person, isHeld: isTaken)
    diary.note(
      isTaken ? .passportTaken : .passportReturned, person: people[person].id,
      employer: employers[people[person].employer].id, day: today.number)
  }
}
