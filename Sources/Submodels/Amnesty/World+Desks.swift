import Inputs
import Kernel
import WorldState

/// The amnesty's regional desks work through their queues at their capacity; what is left when time is up is lost.
///
/// Runs last in the offices phase; the mail is collected when the markets' day is over. The migration police run the
/// desks, and have their people where they know of irregular work.
/// - Reads: law, files, the irregular work that the police know of. - Writes: queues, cards. - Draws: see `receiveCards`.
/// - Source: MODEL 6.8; EVIDENCE E9. - Simplified: first come, first served.
extension World {
  mutating func workDesks(_ today: Today) {
    if let amnesty = today.rules.law.amnesty { offices.amnesty = amnesty }
    guard let amnesty = offices.amnesty else { return }
    let isOver = today.number > amnesty.last + amnesty.law.graceDays
    for region in 0..<regionCount {
      if isOver {
        while let filing = offices.desks[region].take() {
          markets.with(Int(filing.market)) {
            if filing.person == .nobody {
              $0.loseFile(filing.employer, today)
            } else {
              $0.loseOwnFile(filing, today)
            }
          }
        }
        continue
      }
      let hasDesks = amnesty.law.deskRegions.contains(region)
      let capacity = hasDesks ? amnesty.law.capacity : amnesty.law.capacityElsewhere
      let part = partOfDesks(region) { amnesty.law.deskRegions.contains($0) == hasDesks }
      let perDay = capacity / 7 * part * inputs.run.scale
      for filing in offices.desks[region].work(perDay) {
        markets.with(Int(filing.market)) {
          if filing.person == .nobody {
            $0.receiveCards(filing.employer, today, amnesty)
          } else {
            $0.receiveOwnCard(filing, today, amnesty)
          }
        }
      }
    }
    if isOver { offices.amnesty = nil }
  }

  /// A region's part of what some regions' desks can do: by the irregular work of which the police know.
  private func partOfDesks(_ region: Int, among others: (Int) -> Bool) -> Double {
    var total = 0.0
    for market in 0..<boards.entries.count where others(market / sectorCount) {
      total += boards.entries[market].knownWork
    }
    guard total > 0 else { return 0 }
    let first = region * sectorCount
    return (first..<first + sectorCount).reduce(0) { $0 + boards.entries[$1].knownWork / total }
  }

  /// Takes the files that employers and workers handed in today.
  mutating func collectFilings() {
    for market in 0..<markets.count {
      let count = markets.with(market) { $0.filings.count }
      guard count > 0 else { continue }
      for position in 0..<count {
        offices.desks[market / sectorCount].add(markets.with(market) { $0.filings[position] })
      }
      markets.with(market) { $0.filings.removeAll() }
    }
  }
}
