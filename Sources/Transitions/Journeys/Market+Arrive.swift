import Inputs
import Kernel
import WorldState

/// Somebody who left another place arrives, and searches.
///
/// - Writes: records, seekers, books.
extension Market {
  /// A native who turned to this sector: the spell goes on, under this market's rates.
  package mutating func arriveFromSector(_ traveller: Person, _ today: Today) {
    let person = addRecord(traveller)
    flows[.sectorArrivals] += 1
    diary.note(
      .arrivedInSector, person: traveller.id, amount: Int32(traits.number.rawValue),
      day: today.number)
    enterSearch(person)
    scheduleEpoch(person, bound: traits.searchBound, today)
  }

  /// A migrant who moved on to this market: a new place, new patience.
  package mutating func arriveFromMarket(_ traveller: Person, _ today: Today) {
    var record = traveller
    record.due = .never
    let person = addRecord(record)
    flows[.sectorArrivals] += 1
    diary.note(
      .arrivedInMarket, person: record.id, amount: Int32(traits.number.rawValue), day: today.number)
    countMarks(person, 1)
    enterSearch(person)
    beginSpell(person, .searching, bound: traits.migrantSearchBound, today)
  }

  /// A migrant who came from home, with all that was decided of this stay; the record says by what right.
  ///
  /// - Returns: the record's index here.
  package mutating func arriveFromHome(_ record: Person, _ today: Today) -> PersonIndex {
    let person = addRecord(record)
    flows[.arrivals] += 1
    if record.marks.contains(.registered) { flows[.registrations] += 1 }
    diary.note(
      .cameFromHome, person: record.id, amount: Int32(traits.number.rawValue), day: today.number)
    countMarks(person, 1)
    enterSearch(person)
    beginSpell(person, .searching, bound: traits.migrantSearchBound, today)
    return person
  }
}
