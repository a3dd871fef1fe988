import Inputs
import Kernel
import Transitions
import WorldState

/// What time does to a migrant's right to work: a permit runs out or is renewed, and long lawful work makes free.
///
/// Runs when the migrant wakes. A permit may be renewed within the employer's places of the new year; without one of
/// them the job goes on without authorisation, or ends.
/// - Reads: law on mobility, free places. - Writes: authorisation, places, terms. - Draws: none.
/// - Source: MODEL 6.7; EVIDENCE E7. - Simplified: an employer with a free place always renews.
extension Market {
  /// Whoever has worked lawfully for as long as the law asks is free to take any job; found out on waking.
  mutating func earnFreedom(_ person: PersonIndex, _ today: Today) {
    let needed = today.rules.law.mobility.freeAfterDays
    let record = people[person]
    guard needed > 0, record.activity == .employedFormally, record.authorisation != .freeAccess,
      today.number - Int(record.since) >= needed
    else { return }
    giveFreeAccess(person, today)
    people[person].marks.insert(.exempt)
    diary.note(
      .gainedFreedom, person: record.id, employer: employers[record.employer].id,
      day: today.number)
  }

  /// A permit runs out.
  mutating func renewOrLosePermit(_ person: PersonIndex, _ today: Today) {
    let record = people[person]
    if record.activity == .employedFormally, employers[record.employer].freePlaces[record.skill] > 0
    {
      renewPermit(person, today)
    } else {
      diary.note(.permitLost, person: record.id, day: today.number)
      loseAuthorisation(person, today)
    }
  }
}
