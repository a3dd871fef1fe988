import Inputs
import Kernel
import WorldState

/// Somebody leaves a market: for another, for home, or expelled. Whatever they did there ends, and the record goes into
/// the outbox.
///
/// - Writes: jobs, seekers, books, the outbox.
extension Market {
  /// A native turns to another sector of the region.
  package mutating func changeSector(_ person: PersonIndex, to market: MarketNumber, _ today: Today)
  {
    let record = people[person]
    diary.note(.changedSector, person: record.id, amount: Int32(market.rawValue), day: today.number)
    flows[.sectorDepartures] += 1
    leaveSearch(person)
    removeRecord(person)
    outbox.append(Departure(person: record, to: market))
  }

  /// A migrant without work moves on.
  package mutating func moveOn(_ person: PersonIndex, to market: MarketNumber, _ today: Today) {
    let record = people[person]
    diary.note(.movedOn, person: record.id, amount: Int32(market.rawValue), day: today.number)
    flows[.sectorDepartures] += 1
    leaveSearch(person)
    countMarks(person, -1)
    removeRecord(person)
    outbox.append(Departure(person: record, to: market))
  }

  /// A migrant goes home.
  package mutating func goHome(_ person: PersonIndex, _ today: Today, _ boards: Boards) {
    let isEmployed = people[person].activity.isEmployed
    diary.note(
      .leftForHome, person: people[person].id,
      employer: isEmployed ? employers[people[person].employer].id : .nobody,
      amount: people[person].wage, day: today.number)
    if isEmployed {
      leaveJob(person, today)
    } else {
      leaveSearch(person)
    }
    countMarks(person, -1)
    waiveFine(of: person)
    var record = people[person]
    flows[.returns] += 1
    let getsPapers = record.marks.contains(.documentsTaken)
    record.marks.formIntersection([.experienced, .exempt, .papers])
    record.marks.insert(.experienced)
    // At home there are new documents for those that an officer kept.
    if getsPapers { record.marks.insert(.papers) }
    record.stay = .native
    record.plannedReturn = .never
    record.stayUntil = .never
    removeRecord(person)
    outbox.append(Departure(person: record, to: boards.homeland(of: record)))
  }

  /// A migrant is sent home and barred from coming back for as long as the law says. A patent is lost with it; a permit
  /// or a card stays valid as long as it is.
  package mutating func expel(_ person: PersonIndex, _ today: Today, _ boards: Boards) {
    let rules = law(today).policing
    flows[.expelled] += 1
    ledgers[Group.of(people[person])].expelled += 1
    payExpulsion(of: person, rules, today)
    people[person].bannedUntil = DayNumber(today.number + rules.banDays)
    if people[person].authorisation == .patent { withdrawAuthorisation(person, today) }
    diary.note(
      .expelled, person: people[person].id, amount: Int32(rules.banDays), day: today.number)
    goHome(person, today, boards)
  }
}
