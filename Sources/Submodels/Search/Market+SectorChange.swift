import Inputs
import Kernel
import WorldState

/// The unemployed may turn to another sector of their region, sooner to one that has grown tighter.
///
/// Runs when a seeker's epoch says so; the journey ends the same day, after all markets have worked.
/// - Reads: yesterday's boards. - Writes: the outbox. - Draws: purpose `.sectorChoice`.
/// - Simplified: natives do not move between regions; at rest the flows between sectors balance, so that
///   the tables' shares hold until something changes.
extension Market {
  /// - Returns: false if there is no other sector to go to.
  mutating func changeSector(_ person: UInt32, _ today: Today, _ boards: Boards) -> Bool {
    guard let destination = chooseSector(person, today, boards) else { return false }
    let record = people[person]
    diary.note(
      .changedSector, person: record.id, amount: Int32(destination), day: today.number)
    flows[.sectorDepartures] += 1
    leaveSearch(person)
    removeRecord(person)
    outbox.append(Departure(person: record, to: destination))
    return true
  }

  /// A sector of this region other than the present one, with chance in proportion to its attraction.
  private func chooseSector(_ person: UInt32, _ today: Today, _ boards: Boards) -> UInt32? {
    let first = Int(traits.number) - traits.sector
    let sectorCount = boards.entries.count / boards.regionCount
    var total = 0.0
    for sector in 0..<sectorCount where sector != traits.sector {
      total += boards.entries[first + sector].attraction
    }
    let record = people[person]
    var left =
      total
      * today.luck.uniform(
        record.id, Purpose.sectorChoice.rawValue, occasion: UInt32(record.spell),
        index: UInt32(record.epochs))
    for sector in 0..<sectorCount where sector != traits.sector {
      left -= boards.entries[first + sector].attraction
      if left < 0 { return UInt32(first + sector) }
    }
    return nil
  }

  private mutating func arriveFromSector(_ traveller: Person, _ today: Today) {
    let person = addRecord(traveller)
    flows[.sectorArrivals] += 1
    diary.note(
      .arrivedInSector, person: traveller.id, amount: Int32(traits.number), day: today.number)
    enterSearch(person)
    // The spell goes on, under this market's rates.
    scheduleEpoch(person, bound: traits.searchBound, today)
  }

  /// Takes in those who came to this market today, in the order of the places they left.
  package mutating func receive(_ travellers: [Departure], _ today: Today, _ boards: Boards) {
    for position in travellers.indices {
      if position + 6 < travellers.count {
        let later = travellers[position + 6].person
        let hash = scrambled(later.id)
        later.isMigrant ? migrantSeekers.fetchAhead(hash: hash) : seekers.fetchAhead(hash: hash)
      }
      receive(travellers[position], today, boards)
    }
  }

  private mutating func receive(_ traveller: Departure, _ today: Today, _ boards: Boards) {
    if !traveller.person.isMigrant {
      arriveFromSector(traveller.person, today)
    } else if traveller.person.activity == .atHome {
      arriveFromHome(traveller.person, today, boards)
    } else {
      arriveFromMarket(traveller.person, today)
    }
  }
}
