import Kernel
import WorldState

/// On days on which nominal pay or the law on pay changes, all contracts and books follow.
///
/// Runs after the law of the day is set, before the offices.
/// - Reads: today's rules and yesterday's. - Writes: wages, ledgers. - Draws: none. - Source: MODEL 6.5.
/// - Simplified: one round for the country.
extension World {
  mutating func revisePay(_ change: RulesChange, _ today: Today, _ crew: Crew) {
    guard change.payRatio != 1 || change.hasNewPayroll else { return }
    let ratio = change.payRatio
    markets.forEach(crew) { _, market in market.revisePay(by: ratio, today) }
  }
}
