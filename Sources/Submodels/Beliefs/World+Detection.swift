import Kernel
import WorldState

/// What all employers know of detection: how often irregular workers are found, and that the police announce an operation.
///
/// The nation's rate, to one at mean visibility, is published on the first day and when a month ends; markets lean on what it
/// would be at their own visibility, so that a small sample does not make all of them alike. An operation is heard of
/// on the day of its announcement, before anybody acts on it.
/// - Reads: workers found, and the days they worked, with a fading memory; the law on operations.
/// - Writes: the nation's rate, beliefs. - Draws: none.
/// - Source: MODEL 6.10. - Simplified: everybody where an operation will be hears of it at once, and nobody elsewhere.
extension World {
  mutating func publishDetection() {
    var found = 0.0
    var months = 0.0
    for market in 0..<markets.count {
      markets.with(market) {
        found += $0.board.found
        months += $0.traits.visibility * $0.board.irregularDays / Rates.daysPerMonth
      }
    }
    if months > 0 { boards.nationalDetection[0] = found / months }
  }

  mutating func hearOfOperation(_ today: Today, _ crew: Crew) {
    guard let operation = today.rules.law.announcedOperation else { return }
    markets.forEach(crew) { _, market in
      let isHere = operation.places.contain(
        region: market.traits.region, sector: market.traits.sector)
      if isHere { market.hearOfOperation(today) }
    }
    raiseAlarm(operation, today)
  }
}
