import Inputs
import Kernel

/// What is kept together when a migrant's state changes: records, counts and pending days.
extension Market {
  /// Epochs a year of such a person's job.
  @inlinable @inline(__always)
  public func jobBound(of person: Person, isFormal: Bool) -> Double {
    if !person.isMigrant { return traits.jobBound }
    return isFormal ? traits.lawfulJobBound : traits.irregularJobBound
  }

  @inlinable @inline(__always)
  public func searchBound(of person: Person) -> Double {
    person.isMigrant ? traits.migrantSearchBound : traits.searchBound
  }

  /// The pending day of a migrant abroad: the first of their known dates and their next epoch.
  @inlinable
  public mutating func setDue(_ person: PersonIndex, _ today: Today) {
    let record = people[person]
    // Who is still to wake today is asked then: a known date of today would be forgotten here.
    if Int(record.due) == today.number, calendar.nextDay <= today.number { return }
    let tomorrow = DayNumber(today.number + 1)
    var due = record.epochDue
    // A known date that could not be kept, as of one who cannot leave, is asked about again at each epoch.
    if record.plannedReturn >= tomorrow { due = min(due, record.plannedReturn) }
    if record.stayUntil >= tomorrow { due = min(due, record.stayUntil) }
    if record.authorisedUntil >= tomorrow { due = min(due, record.authorisedUntil) }
    guard Int(due) < calendar.horizon else {
      people[person].due = .never
      return
    }
    guard record.due != due else { return }
    people[person].due = due
    calendar.add(person.rawValue, on: Int(due))
  }

  /// Counts a migrant's new job.
  public mutating func countMigrantJob(_ person: PersonIndex, isFormal: Bool, _ today: Today) {
    flows[.migrantHires] += 1
    if isFormal {
      if people[person].authorisation == .permit {
        fillPlace(people[person], at: people[person].employer)
      }
      countPatent(people[person], 1)
    } else {
      if people[person].authorisation != .freeAccess {
        flows[.irregularHires] += 1
        countIrregular(person, 1)
      }
    }
    people[person].savedSince = DayNumber(today.number)
  }

  /// Counts a migrant's job as ended: savings are settled, and the passport is theirs again.
  public mutating func closeMigrantJob(_ person: PersonIndex, _ today: Today) {
    settleSavings(person, today)
    if people[person].activity == .employedInformally {
      if people[person].isIrregular { countIrregular(person, -1) }
    } else if holdsPlace(people[person], today) {
      vacatePlace(of: people[person], today)
    } else {
      countPatent(people[person], -1)
    }
    people[person].marks.remove(.filed)
    if people[person].marks.contains(.passportHeld) { setPassport(person, isHeld: false) }
  }

  /// Whether a migrant fills one of their employer's places.
  @inlinable
  public func holdsPlace(_ person: Person, _ today: Today) -> Bool {
    person.authorisation == .permit && person.activity == .employedFormally
      && Int(person.authorisedUntil) > today.number
  }

  /// A place becomes free, or is lost where the law lets nobody else have it.
  public mutating func vacatePlace(of person: Person, _ today: Today) {
    employers[person.employer].permitsUsed -= 1
    if today.rules.law.permits?.mayRefill(person.skill) ?? false {
      employers[person.employer].freePlaces[person.skill] += 1
    } else {
      placesInForce -= 1
    }
  }

  /// A migrant fills a free place of their category.
  public mutating func fillPlace(_ person: Person, at employer: EmployerIndex) {
    precondition(
      employers[employer].freePlaces[person.skill] > 0, "only a free place can be filled")
    employers[employer].freePlaces[person.skill] -= 1
    employers[employer].permitsUsed += 1
  }

  /// Counts a lawful job at its employer's, if it is one on a patent.
  private mutating func countPatent(_ person: Person, _ sign: Int) {
    guard person.authorisation == .patent else { return }
    employers[person.employer].patents = UInt16(Int(employers[person.employer].patents) + sign)
  }

  private mutating func countIrregular(_ person: PersonIndex, _ sign: Int32) {
    let id = people[person].id
    let employer = people[person].employer
    employers[employer].irregulars += sign
    irregularParts += Int64(sign) * Int64(employers[employer].parts)
    if sign > 0 {
      irregularWorkers.insert(id, at: person)
    } else {
      irregularWorkers.remove(id, at: person)
    }
  }

  /// Adds what was saved of the wage since the last time.
  public mutating func settleSavings(_ person: PersonIndex, _ today: Today) {
    let record = people[person]
    let days = Double(today.number - Int(record.savedSince))
    let saved =
      Double(record.wage) * today.rules.behaviour.migration.remittedShare * days
      / Rates.daysPerMonth
    people[person].savings = WholeMoney.whole(Double(record.savings) + saved)
    people[person].savedSince = DayNumber(today.number)
  }

  public mutating func setPassport(_ person: PersonIndex, isHeld: Bool) {
    let ledger = Group.of(people[person])
    if isHeld {
      people[person].marks.insert(.passportHeld)
      ledgers[ledger].passportsHeld += 1
      flows[.passportsTaken] += 1
    } else {
      people[person].marks.remove(.passportHeld)
      ledgers[ledger].passportsHeld -= 1
      flows[.passportsReturned] += 1
    }
  }

  public mutating func setStay(_ person: PersonIndex, _ stay: Stay) {
    let ledger = Group.of(people[person])
    if people[person].stay == .overstayed { ledgers[ledger].overstayed -= 1 }
    if stay == .overstayed { ledgers[ledger].overstayed += 1 }
    people[person].stay = stay
  }

  /// Gives a migrant present another authorisation: they move to another group's books.
  public mutating func setAuthorisation(
    _ person: PersonIndex, _ authorisation: Authorisation, _ today: Today
  ) {
    if authorisation != .permit, holdsPlace(people[person], today) {
      vacatePlace(of: people[person], today)
    }
    let worksLawfully = people[person].activity == .employedFormally
    if worksLawfully { countPatent(people[person], -1) }
    if people[person].activity == .employedInformally {
      countFreedom(of: person, to: authorisation)
    }
    countPresence(person, -1, today)
    people[person].authorisation = authorisation
    countPresence(person, 1, today)
    if worksLawfully { countPatent(people[person], 1) }
  }

  /// An informal job is irregular as long as its holder needs authorisation.
  private mutating func countFreedom(of person: PersonIndex, to authorisation: Authorisation) {
    let wasFree = people[person].authorisation == .freeAccess
    let isFree = authorisation == .freeAccess
    guard wasFree != isFree else { return }
    flows[isFree ? .gainedStatus : .lostStatus] += 1
    countIrregular(person, isFree ? -1 : 1)
  }

  /// Pay or terms of a migrant's present job change; they stay where they are. A change of terms is a new spell.
  public mutating func changeTerms(
    _ person: PersonIndex, wage: Int32, isFormal: Bool, _ today: Today
  ) {
    settleSavings(person, today)
    countPresence(person, -1, today)
    let wasFormal = people[person].activity == .employedFormally
    let isFree = people[person].authorisation == .freeAccess
    let employer = people[person].employer
    if wasFormal, !isFormal, holdsPlace(people[person], today) {
      vacatePlace(of: people[person], today)
    }
    if wasFormal, !isFormal { countPatent(people[person], -1) }
    people[person].wage = wage
    people[person].activity = isFormal ? .employedFormally : .employedInformally
    if wasFormal, !isFormal, !isFree {
      countIrregular(person, 1)
      flows[.lostStatus] += 1
    }
    if !wasFormal, isFormal {
      if !isFree {
        countIrregular(person, -1)
        flows[.gainedStatus] += 1
      }
      if people[person].authorisation == .permit { fillPlace(people[person], at: employer) }
      countPatent(people[person], 1)
    }
    countPresence(person, 1, today)
    if wasFormal != isFormal {
      beginSpell(
        person, people[person].activity, bound: jobBound(of: people[person], isFormal: isFormal),
        today)
    }
  }

  /// A migrant's head and money in the books of their group.
  private mutating func countPresence(_ person: PersonIndex, _ sign: Int64, _ today: Today) {
    let record = people[person]
    let group = Group.of(record)
    ledgers[group].countMarks(sign, of: record)
    switch record.activity {
    case .searching: ledgers[group].searching += sign
    case .employedFormally, .employedInformally:
      countJob(sign, of: record, isFormal: record.activity == .employedFormally, today)
    case .nobody, .notYetIn, .ownAccount, .atHome, .away: break
    }
  }

  /// A migrant who came, or who leaves (`sign` −1): what is true of them beside their work.
  public mutating func countMarks(_ person: PersonIndex, _ sign: Int64) {
    ledgers[Group.of(people[person])].countMarks(sign, of: people[person])
  }
}
