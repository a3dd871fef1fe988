import Inputs
import Kernel
import Transitions
import WorldState

/// Those who left one place today arrive in another, in the order of the places they left.
///
/// Runs when all markets and homelands have worked, so that no place touches another while it works. A record moves whole.
/// - Reads: outboxes. - Writes: records, seekers, books. - Draws: of those who come from home, see `comeFromHome`.
/// - Source: MODEL 6.1, 6.6. - Simplified: every journey ends on the day it begins.
extension World {
  mutating func moveTravellers(_ today: Today, _ crew: Crew) {
    let boards = boards
    let travellers = collectTravellers()
    let marketCount = markets.count
    markets.forEach(crew) { index, market in
      market.receive(travellers[index], today, boards)
    }
    homelands.forEach(crew) { index, homeland in
      homeland.receive(travellers[marketCount + index], today)
    }
  }

  /// Empties the outboxes: who goes where, by destination.
  private func collectTravellers() -> [[Departure]] {
    var travellers = [[Departure]](repeating: [], count: markets.count + homelands.count)
    for market in 0..<markets.count {
      markets.with(market) {
        for position in 0..<$0.outbox.count {
          travellers[Int($0.outbox[position].to)].append($0.outbox[position])
        }
        $0.outbox.removeAll()
      }
    }
    for homeland in 0..<homelands.count {
      homelands.with(homeland) {
        for position in 0..<$0.outbox.count {
          var traveller = $0.outbox[position]
          traveller.person.activity = .atHome
          travellers[Int(traveller.to)].append(traveller)
        }
        $0.outbox.removeAll()
      }
    }
    return travellers
  }
}

extension Market {
  /// Takes in those who came to this market today.
  package mutating func receive(_ travellers: [Departure], _ today: Today, _ boards: Boards) {
    for position in travellers.indices {
      if position + 6 < travellers.count {
        let later = travellers[position + 6].person
        later.isMigrant ? migrantSeekers.fetchAhead(later.id) : seekers.fetchAhead(later.id)
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
