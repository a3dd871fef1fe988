import Kernel
import WorldState

/// On days on which nominal pay or the law on pay changes, all contracts and books follow.
///
/// Runs after the law of the day is set, before the offices. In the burn-in, in which nominal pay stands still, bargains
/// are opened anew twice a year, so that pay rests with what seekers ask for when it ends.
/// - Reads: today's rules and yesterday's. - Writes: wages, ledgers. - Draws: none. - Source: MODEL 6.5.
/// - Simplified: one round for the country.
extension World {
  mutating func revisePay(_ change: RulesChange, _ today: Today, _ crew: Crew) {
    guard change.payRatio != 1 || change.hasNewPayroll else { return }
    let ratio = change.payRatio
    markets.forEach(crew) { _, market in market.revisePay(by: ratio, today) }
  }

  /// Half a year, in days of the burn-in.
  private static var daysBetweenRounds: Int { 182 }

  mutating func bringPayToRest(_ today: Today, _ crew: Crew) {
    guard today.isBurnIn, today.rules.behaviour.wages.renewal > 0, today.number > 0,
      today.number % Self.daysBetweenRounds == 0
    else { return }
    markets.forEach(crew) { _, market in market.revisePay(by: 1, isRound: true, today) }
  }
}
