import Inputs
import Kernel
import Transitions
import WorldState

/// Those who left another place today arrive in a market, in the order of the places they left.
///
/// Runs when all markets and homelands have worked.
extension Market {
  package mutating func receive(_ travellers: [Departure], _ today: Today, _ boards: Boards) {
    for position in travellers.indices {
      if position + 6 < travellers.count {
        let later = travellers[position + 6].person
        let hash = scrambled(later.id)
        later.isMigrant ? migrantSeekers.fetchAhead(hash: hash) : seekers.fetchAhead(hash: hash)
      }
      receive(travellers[position].person, today, boards)
    }
  }

  private mutating func receive(_ traveller: Person, _ today: Today, _ boards: Boards) {
    if !traveller.isMigrant {
      arriveFromSector(traveller, today)
    } else if traveller.activity == .atHome {
      comeFromHome(traveller, today, boards)
    } else {
      arriveFromMarket(traveller, today)
    }
  }
}
