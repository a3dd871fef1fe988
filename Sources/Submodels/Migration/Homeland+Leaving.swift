import Inputs
import Kernel
import WorldState

/// Those at home think of leaving now and then, and some leave.
///
/// Runs beside the markets' day; the journey ends the same day. A person at home reconsiders at a rate of their
/// own, higher with experience and before the season; they leave with the chance that their origin's board says, for a
/// market drawn by its chances.
/// - Reads: the origin's board. - Writes: the outbox. - Draws: per epoch, `.epoch` and `.leaving`; of one
///   who leaves, `.destination`.
/// - Source: MODEL 6.1; Harris and Todaro (1970). - Simplified: all of an origin see the same gain.
extension Homeland {
  mutating func thinkOfLeaving(_ today: Today, _ boards: Boards) {
    calendar.open(today.number, into: &due)
    let count = due.count
    for position in 0..<min(count, 12) { people.fetchAhead(due[position]) }
    for position in 0..<count {
      if position + 12 < count { people.fetchAhead(due[position + 12]) }
      let place = PersonIndex(due[position])
      guard people[place].due == DayNumber(today.number) else { continue }
      flows[.wakes] += 1
      reconsider(place, today, boards)
    }
  }

  private mutating func reconsider(_ place: PersonIndex, _ today: Today, _ boards: Boards) {
    let record = people[place]
    let board = boards.origins[Int(traits.origin) - 1]
    var chance = board.leaving
    // One who is barred can only come unlawfully.
    if Int(record.bannedUntil) > today.number {
      chance *= 1 - today.rules.behaviour.migration.lawfulEntry
    }
    let uniform = today.luck.uniform(
      record.id, .leaving, occasion: Int(record.spell),
      index: Int(record.epochs))
    guard uniform < chance else { return scheduleEpoch(place, today) }
    guard let market = destination(of: record, today, boards) else {
      return scheduleEpoch(place, today)
    }
    flows[.arrivals] += 1
    outbox.append(Departure(person: takeOut(place), to: market))
  }

  /// One whose card or permit binds them goes back to its employer, others where the draw sends them.
  private func destination(of record: Person, _ today: Today, _ boards: Boards) -> MarketNumber? {
    if record.authorisation.isBound, Int(record.authorisedUntil) > today.number {
      return MarketNumber(Employer.place(ofIdentity: record.boundTo).market)
    }
    let choice = today.luck.uniform(
      record.id, .destination, occasion: Int(record.spell))
    return boards.destination(origin: traits.origin, choice)
  }

  /// Takes in those who have come home today, in the order of the places they left.
  package mutating func receive(_ travellers: [Departure], _ today: Today) {
    for position in travellers.indices {
      if position + 6 < travellers.count {
        people.fetchAhead(place(of: travellers[position + 6].person.id))
      }
      flows[.returns] += 1
      let place = putBack(travellers[position].person)
      diary.note(.wentHome, person: travellers[position].person.id, day: today.number)
      beginHomeSpell(place, today)
    }
  }
}
