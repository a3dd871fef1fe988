import Inputs
import Kernel
import WorldState

/// People whose pending day is today wake, and one of the causes of their spell fires, or none.
///
/// Runs first in a market's day, so that a job that ends today can be offered today. An epoch of a spell
/// comes at the spell's bound rate; cause c fires with probability rate_c / bound, so rates may change any
/// day without touching those who sleep.
/// - Reads: rates, the boards of the region's markets. - Writes: activity, staff lists, seekers, outbox.
/// - Draws: per epoch, purposes `.epoch` and `.cause`; of sector changers, `.sectorChoice`.
/// - Source: MODEL 6.6; separation 1.5 % a month (EVIDENCE E16). - Simplified: one separation rate a
///   sector, whatever the job's age.
extension Market {
  mutating func wakePeople(_ today: Today, _ boards: Boards) {
    calendar.open(today.number, into: &due)
    let count = due.count
    for position in 0..<min(count, 12) { people.fetchAhead(due[position]) }
    for position in 0..<count {
      if position + 12 < count { people.fetchAhead(due[position + 12]) }
      if position + 6 < count { fetchSurroundings(due[position + 6]) }
      if position + 3 < count { fetchVacancy(due[position + 3]) }
      let person = due[position]
      guard people[person].due == UInt16(today.number) else { continue }
      flows[.wakes] += 1
      wake(person, today, boards)
    }
  }

  /// Asks for what a separation or a find would touch; changes nothing.
  @inline(__always)
  private func fetchSurroundings(_ person: UInt32) {
    let record = people[person]
    guard record.activity.isEmployed else { return }
    let hash = scrambled(record.id)
    employers.fetchAhead(record.employer)
    if record.previous != Person.nobody { people.fetchAhead(record.previous) }
    if record.next != Person.nobody { people.fetchAhead(record.next) }
    workers.fetchAhead(hash: hash)
    if !record.isMigrant { seekers.fetchAhead(hash: hash) }
  }

  /// Asks for the place in the table where the vacancy that a separation opens would stand.
  @inline(__always)
  private func fetchVacancy(_ person: UInt32) {
    let employer = people[person].employer
    guard employer != Person.nobody else { return }
    vacancies.fetchAhead(
      hash: Employer.vacancyHash(employer: employer, number: employers[employer].vacancies))
  }

  private mutating func wake(_ person: UInt32, _ today: Today, _ boards: Boards) {
    if people[person].isMigrant { return wakeMigrant(person, today, boards) }
    switch people[person].activity {
    case .employedFormally, .employedInformally: epochOfJob(person, today)
    case .searching: epochOfSearch(person, today, boards)
    case .ownAccount: epochOfOwnAccount(person, today)
    case .notYetIn: enterLabourForce(person, today)
    case .nobody, .atHome, .away: preconditionFailure("nobody is here who could wake")
    }
  }

  /// A uniform draw on (0, `bound`), to be compared with the rates of the spell's causes.
  @inline(__always)
  func causeDraw(_ person: UInt32, bound: Double, _ today: Today) -> Double {
    let record = people[person]
    return bound
      * today.luck.uniform(
        record.id, Purpose.cause.rawValue, occasion: UInt32(record.spell),
        index: UInt32(record.epochs))
  }

  private mutating func epochOfJob(_ person: UInt32, _ today: Today) {
    let draw = causeDraw(person, bound: traits.jobBound, today)
    let separation = today.rules.behaviour.workingLife.nativeSeparation * traits.separationIndex
    if draw < separation {
      separate(person, .separations, .separated, today)
    } else if draw < separation + today.rules.behaviour.population.exitRate {
      let employer = employers[people[person].employer].id
      leaveJob(person, today)
      leaveLabourForce(person, from: employer, today)
    } else {
      scheduleEpoch(person, bound: traits.jobBound, today)
    }
  }

  private mutating func epochOfSearch(_ person: UInt32, _ today: Today, _ boards: Boards) {
    let draw = causeDraw(person, bound: traits.searchBound, today)
    var causes = traits.ownAccountEntryRate
    if draw < causes {
      diary.note(.startedOwnAccount, person: people[person].id, day: today.number)
      startOwnAccount(person, today)
      return
    }
    causes += today.rules.behaviour.population.exitRate
    if draw < causes {
      leaveSearch(person)
      leaveLabourForce(person, today)
      return
    }
    causes += today.rules.behaviour.search.sectorChange
    if draw < causes, changeSector(person, today, boards) { return }
    scheduleEpoch(person, bound: traits.searchBound, today)
  }

  private mutating func epochOfOwnAccount(_ person: UInt32, _ today: Today) {
    let draw = causeDraw(person, bound: traits.ownAccountBound, today)
    if draw < today.rules.behaviour.search.ownAccountExit {
      leaveOwnAccount(person)
      flows[.ownAccountExits] += 1
      diary.note(.gaveUpOwnAccount, person: people[person].id, day: today.number)
      startSearch(person, today)
    } else if draw < today.rules.behaviour.search.ownAccountExit
      + today.rules.behaviour.population.exitRate
    {
      leaveOwnAccount(person)
      leaveLabourForce(person, today)
    } else {
      scheduleEpoch(person, bound: traits.ownAccountBound, today)
    }
  }

  private mutating func enterLabourForce(_ person: UInt32, _ today: Today) {
    flows[.entries] += 1
    diary.note(.entered, person: people[person].id, day: today.number)
    startSearch(person, today)
  }

  /// Ends a job for a stated reason; the worker searches from today on, the post may be offered again.
  mutating func separate(
    _ person: UInt32, _ reason: Flow, _ event: LifeEvent.Kind, _ today: Today
  ) {
    flows[reason] += 1
    let employer = people[person].employer
    diary.note(
      event, person: people[person].id, employer: employers[employer].id,
      amount: people[person].wage, day: today.number)
    leaveJob(person, today)
    startSearch(person, today)
  }

  /// Ends a job and lets the employer look for a successor.
  mutating func leaveJob(_ person: UInt32, forAnother: Bool = false, _ today: Today) {
    let employer = people[person].employer
    endJob(person, staysListed: forAnother, today)
    refill(employer, today)
  }

  private mutating func leaveLabourForce(
    _ person: UInt32, from employer: UInt32 = Person.nobody, _ today: Today
  ) {
    flows[.exits] += 1
    diary.note(
      .leftLabourForce, person: people[person].id, employer: employer, day: today.number)
    removeRecord(person)
  }
}
