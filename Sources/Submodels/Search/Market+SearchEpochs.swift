import Inputs
import Kernel
import Transitions
import WorldState

/// A native's search goes on or ends, epoch by epoch: in work on own account, sooner where jobs have become scarcer; out of
/// the labour force; or in another sector of the region, sooner in one that has grown tighter.
///
/// Runs when the seeker wakes; the journey to another sector ends the same day, after all markets have worked.
/// - Reads: rates, yesterday's boards. - Writes: activity, the outbox. - Draws: per epoch, `.epoch` and `.cause`; of
///   sector changers, `.sectorChoice`.
/// - Source: MODEL 6.6. - Simplified: natives do not move between regions; at rest the flows between sectors balance, so
///   that the tables' shares hold until something changes.
extension Market {
  mutating func epochOfSearch(_ person: PersonIndex, _ today: Today, _ boards: Boards) {
    let draw = causeDraw(person, bound: traits.searchBound, today)
    var causes = traits.ownAccountEntryRate / board.ownAccountEase
    if draw < causes {
      turnToOwnAccount(person, today)
      return
    }
    causes += today.rules.behaviour.population.exitRate
    if draw < causes {
      leaveLabourForce(person, today)
      return
    }
    causes += today.rules.behaviour.search.sectorChange
    if draw < causes, seekInAnotherSector(person, today, boards) { return }
    scheduleEpoch(person, bound: traits.searchBound, today)
  }

  /// - Returns: false if there is no other sector to go to.
  private mutating func seekInAnotherSector(_ person: PersonIndex, _ today: Today, _ boards: Boards)
    -> Bool
  {
    guard let destination = chooseSector(person, today, boards) else { return false }
    changeSector(person, to: destination, today)
    return true
  }

  /// A sector of this region other than the present one, with chance in proportion to its attraction.
  private func chooseSector(_ person: PersonIndex, _ today: Today, _ boards: Boards)
    -> MarketNumber?
  {
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
        record.id, .sectorChoice, occasion: Int(record.spell),
        index: Int(record.epochs))
    for sector in 0..<sectorCount where sector != traits.sector {
      left -= boards.entries[first + sector].attraction
      if left < 0 { return MarketNumber(first + sector) }
    }
    return nil
  }
}
