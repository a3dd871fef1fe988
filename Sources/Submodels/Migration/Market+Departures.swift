import Inputs
import Kernel
import WorldState

/// Migrants go home, or on to another market.
///
/// - Writes: jobs, seekers, books, the outbox. - Draws: of those who move on, `.destination`.
extension Market {
  /// Leaves whatever he did and goes home.
  mutating func goHome(_ person: UInt32, _ today: Today, _ boards: Boards) {
    let isEmployed = people[person].activity.isEmployed
    diary.note(
      .leftForHome, person: people[person].id,
      employer: isEmployed ? employers[people[person].employer].id : Person.nobody,
      amount: people[person].wage, day: today.number)
    if isEmployed {
      leaveJob(person, today)
    } else {
      leaveSearch(person)
    }
    countMarks(person, -1)
    var record = people[person]
    flows[.returns] += 1
    record.marks.formIntersection([.experienced, .exempt, .papers])
    record.marks.insert(.experienced)
    record.stay = .native
    record.plannedReturn = Person.never
    record.stayUntil = Person.never
    removeRecord(person)
    outbox.append(Departure(person: record, to: boards.homeland(of: record)))
  }

  /// One without work turns to another market, drawn as by those at home.
  ///
  /// - Returns: false if the draw finds this market again.
  mutating func moveOn(_ person: UInt32, _ today: Today, _ boards: Boards) -> Bool {
    let record = people[person]
    let uniform = today.luck.uniform(
      record.id, Purpose.destination.rawValue, occasion: UInt32(record.spell),
      index: UInt32(record.epochs))
    guard let market = boards.destination(origin: record.origin, uniform), market != traits.number
    else { return false }
    diary.note(.movedOn, person: record.id, amount: Int32(market), day: today.number)
    flows[.sectorDepartures] += 1
    leaveSearch(person)
    countMarks(person, -1)
    removeRecord(person)
    outbox.append(Departure(person: record, to: market))
    return true
  }

  /// Takes in a migrant who came from another market.
  mutating func arriveFromMarket(_ traveller: Person, _ today: Today) {
    var record = traveller
    record.due = Person.never
    let person = addRecord(record)
    flows[.sectorArrivals] += 1
    diary.note(.arrivedInMarket, person: record.id, amount: Int32(traits.number), day: today.number)
    countMarks(person, 1)
    enterSearch(person)
    // A new place, new patience.
    beginSpell(person, .searching, bound: traits.migrantSearchBound, today)
  }
}
