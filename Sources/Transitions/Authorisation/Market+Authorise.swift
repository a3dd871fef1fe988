import Inputs
import Kernel
import WorldState

/// A migrant gets the right to work: an employer's place, an amnesty's card, or free access. With it comes the right to
/// stay as long as it is valid.
///
/// - Writes: authorisation, stay, books. The job, and whether it becomes lawful, are the caller's.
extension Market {
  /// Binds a migrant to one of the employer's places.
  package mutating func givePermit(
    _ person: PersonIndex, at employer: EmployerIndex, _ today: Today
  ) {
    people[person].bind(to: employers[employer].id)
    people[person].authorisedUntil = today.newYear
    people[person].stayUntil = .never
    setAuthorisation(person, .permit, today)
    setStay(person, .permitted)
    diary.note(
      .permitGiven, person: people[person].id, employer: employers[employer].id,
      day: today.number)
  }

  /// A permit goes on for another year, in one of the employer's new places.
  package mutating func renewPermit(_ person: PersonIndex, _ today: Today) {
    let record = people[person]
    fillPlace(record, at: record.employer)
    people[person].authorisedUntil = today.newYear
    diary.note(
      .permitRenewed, person: record.id, employer: employers[record.employer].id,
      day: today.number)
  }

  /// A worker gets the amnesty's card for which the employer, or they themselves, filed.
  package mutating func giveCard(
    _ person: PersonIndex, _ card: Authorisation, at employer: EmployerIndex, until: DayNumber,
    _ today: Today
  ) {
    flows[.legalised] += 1
    people[person].bind(to: card == .cardBound ? employers[employer].id : .nobody)
    people[person].authorisedUntil = until
    people[person].stayUntil = .never
    setAuthorisation(person, card, today)
    ledgers[Group.of(people[person])].legalised += 1
    setStay(person, .permitted)
    diary.note(
      .legalised, person: people[person].id, employer: employers[employer].id,
      amount: people[person].marks.contains(.appliedAlone) ? 1 : 0, day: today.number)
  }

  /// A migrant may take any job from today on, as a native may.
  package mutating func giveFreeAccess(_ person: PersonIndex, _ today: Today) {
    setAuthorisation(person, .freeAccess, today)
    people[person].bind(to: .nobody)
    people[person].authorisedUntil = .never
    people[person].stayUntil = .never
    setStay(person, .permitted)
  }
}
