import Inputs
import Kernel
import Transitions
import WorldState

/// People whose pending day is today wake: known dates that have come first, then the next epoch of their spell, a line
/// for each submodel that may have to do with them.
///
/// Runs early in a market's day, so that a job that ends today can be offered today.
extension Market {
  mutating func wakePeople(_ today: Today, _ boards: Boards) {
    calendar.open(today.number, into: &due)
    let count = due.count
    for position in 0..<min(count, 12) { people.fetchAhead(due[position]) }
    for position in 0..<count {
      if position + 12 < count { people.fetchAhead(due[position + 12]) }
      if position + 6 < count { fetchSurroundings(PersonIndex(due[position + 6])) }
      if position + 3 < count { fetchVacancy(PersonIndex(due[position + 3])) }
      let person = PersonIndex(due[position])
      guard people[person].due == DayNumber(today.number) else { continue }
      flows[.wakes] += 1
      if people[person].isMigrant {
        wakeMigrant(person, today, boards)
      } else {
        wakeNative(person, today, boards)
      }
    }
  }

  private mutating func wakeNative(_ person: PersonIndex, _ today: Today, _ boards: Boards) {
    switch people[person].activity {
    case .employedFormally, .employedInformally: epochOfJob(person, today)
    case .searching: epochOfSearch(person, today, boards)
    case .ownAccount: epochOfOwnAccount(person, today)
    case .notYetIn: beginWorkingLife(person, today)
    case .nobody, .atHome, .away: preconditionFailure("nobody is here who could wake")
    }
  }

  private mutating func wakeMigrant(_ person: PersonIndex, _ today: Today, _ boards: Boards) {
    let number = DayNumber(today.number)
    earnFreedom(person, today)
    if people[person].authorisedUntil == number { endAuthorisation(person, today) }
    if people[person].stayUntil == number, !buyPatentForJob(person, today) {
      overstay(person, today)
    }
    if people[person].plannedReturn == number, returnAsPlanned(person, today, boards) { return }
    guard people[person].epochDue == number else { return setDue(person, today) }
    switch people[person].activity {
    case .searching: epochOfMigrantSearch(person, today, boards)
    case .employedFormally, .employedInformally: epochOfMigrantJob(person, today, boards)
    case .nobody, .notYetIn, .ownAccount, .atHome, .away:
      preconditionFailure("a migrant abroad works or searches")
    }
  }

  private mutating func endAuthorisation(_ person: PersonIndex, _ today: Today) {
    switch people[person].authorisation {
    case .permit: renewOrLosePermit(person, today)
    case .patent: renewOrEndPatent(person, today)
    case .cardBound, .cardPortable: lapseCard(person, today)
    case .none, .freeAccess: preconditionFailure("neither has an end")
    }
  }

  /// Asks for what a separation or a find would touch; changes nothing.
  @inline(__always)
  private func fetchSurroundings(_ person: PersonIndex) {
    let record = people[person]
    guard record.activity.isEmployed else { return }
    employers.fetchAhead(record.employer)
    if record.previous != .nowhere { people.fetchAhead(record.previous) }
    if record.next != .nowhere { people.fetchAhead(record.next) }
    workers.fetchAhead(record.id)
    if !record.isMigrant { seekers.fetchAhead(record.id) }
  }

  /// Asks for the place in the table where the vacancy that a separation opens would stand.
  @inline(__always)
  private func fetchVacancy(_ person: PersonIndex) {
    let employer = people[person].employer
    guard employer != .nowhere else { return }
    vacancies.fetchAhead(
      hash: Employer.vacancyHash(employer: employer, number: employers[employer].vacancies))
  }
}
