import Inputs
import Kernel
import Transitions
import WorldState

/// Migrants go home, or on to another market.
///
/// Runs when one wakes: on the day for which the return is planned, or at an epoch of a search. One whose passport is
/// held cannot go, and tries again later.
/// - Reads: rates, the boards of destinations. - Writes: jobs, seekers, books, the outbox.
/// - Draws: per epoch, `.epoch` and `.cause`; of those who move on, `.destination`.
/// - Source: MODEL 6.1. - Simplified: who searches in vain long enough goes home or elsewhere at one rate.
extension Market {
  /// How long one who cannot leave waits before trying again, days.
  private static var retryDays: Int { 30 }

  /// The day planned for the return has come.
  ///
  /// - Returns: false if the migrant cannot leave.
  mutating func returnAsPlanned(_ person: PersonIndex, _ today: Today, _ boards: Boards) -> Bool {
    guard !people[person].marks.contains(.passportHeld) else {
      people[person].plannedReturn = DayNumber(today.number + Self.retryDays)
      return false
    }
    if people[person].activity.isEmployed { noteTarget(person, today) }
    goHome(person, today, boards)
    return true
  }

  private mutating func noteTarget(_ person: PersonIndex, _ today: Today) {
    settleSavings(person, today)
    let record = people[person]
    guard record.savings >= record.target else { return }
    diary.note(.reachedTarget, person: record.id, amount: record.savings, day: today.number)
  }

  mutating func epochOfMigrantSearch(
    _ person: PersonIndex, _ today: Today, _ boards: Boards
  ) {
    let migration = today.rules.behaviour.migration
    let record = people[person]
    let draw = causeDraw(person, bound: traits.migrantSearchBound, today)
    var causes =
      migration.returnRate(of: record)
      / stayPart(of: record, pay: usualIrregularPay(today), today)
    if draw < causes { return goHome(person, today, boards) }
    // Out of season nobody waits for seasonal work.
    if conditions.isOffSeason
      || today.number - Int(record.since) >= Int(migration.joblessPatienceDays)
    {
      causes += migration.joblessReturn
      if draw < causes { return goHome(person, today, boards) }
      causes += migration.moveOn
      if draw < causes, seekElsewhere(person, today, boards) { return }
    }
    scheduleEpoch(person, bound: traits.migrantSearchBound, today)
  }

  /// One without work turns to another market, drawn as by those at home.
  ///
  /// - Returns: false if the draw finds this market again.
  private mutating func seekElsewhere(_ person: PersonIndex, _ today: Today, _ boards: Boards)
    -> Bool
  {
    let record = people[person]
    let uniform = today.luck.uniform(
      record.id, .destination, occasion: Int(record.spell),
      index: Int(record.epochs))
    guard let market = boards.destination(origin: record.origin, uniform), market != traits.number
    else { return false }
    moveOn(person, to: market, today)
    return true
  }
}
