import Inputs
import Kernel
import WorldState

/// A job ends, and the employer may look for a successor.
///
/// - Writes: jobs, vacancies, seekers.
extension Market {
  /// Ends a job for a stated reason; the worker searches from today on, the post may be offered again.
  package mutating func separate(
    _ person: PersonIndex, _ reason: Flow, _ event: LifeEvent.Kind, _ today: Today
  ) {
    flows[reason] += 1
    let employer = people[person].employer
    diary.note(
      event, person: people[person].id, employer: employers[employer].id,
      amount: people[person].wage, day: today.number)
    leaveJob(person, today)
    startSearch(person, today)
  }

  /// Ends a job and lets the employer look for a successor; what follows for the worker is the caller's.
  mutating func leaveJob(_ person: PersonIndex, forAnother: Bool = false, _ today: Today) {
    let employer = people[person].employer
    endJob(person, staysListed: forAnother, today)
    refill(employer, today)
  }
}
