import Inputs
import Kernel
import Transitions
import WorldState

/// Pay follows the country's pay rounds, and the books follow the law.
///
/// Runs before the offices, on days on which nominal pay, taxes or the minimum wage change: the only days on which
/// every worker is touched. Contracts rise with the pay index, and move the part `renewal` of the way to what the jobs
/// would pay if they began that day; formal pay below the minimum is lifted to it;
/// what the ledgers owe a month is recomputed under the new law, from today on.
/// - Reads: pay index, law on pay, what seekers ask for. - Writes: wages, ledgers. - Draws: none.
/// - Simplified: all contracts are indexed; between rounds only outside offers raise pay.
extension Market {
  /// - Parameters:
  ///   - ratio: the pay index to that of the day before.
  ///   - isRound: whether bargains are opened anew; if not told, where the index moves.
  package mutating func revisePay(by ratio: Double, isRound: Bool? = nil, _ today: Today) {
    let isRound = isRound ?? (ratio != 1)
    let minimum = WholeMoney.nearest(today.rules.law.payroll.minimumWage)
    let fresh = Column(repeating: GroupLedger(), count: ledgers.count)
    payBrackets.clear()
    for person in people.places where people[person].activity.isEmployed {
      let isFormal = people[person].activity == .employedFormally
      var wage = people[person].wage
      let ahead = Int(person) + 8
      if ahead < people.count, people[ahead].employer != .nowhere {
        employers.fetchAhead(people[ahead].employer)
      }
      if ratio != 1 { wage = WholeMoney.nearest(Double(wage) * ratio) }
      if isRound { wage = renewedWage(person, from: wage, today) }
      if isFormal { wage = max(wage, minimum) }
      if wage != people[person].wage {
        if people[person].isMigrant { settleSavings(person, today) }
        people[person].wage = wage
        diary.note(
          .payRevised, person: people[person].id,
          employer: employers[people[person].employer].id, amount: wage, day: today.number)
      }
      fresh[Group.of(people[person])].countJob(
        1, wage: wage, isFormal: isFormal, status: people[person].payrollStatus,
        law: today.rules.law.payroll, daysLeft: today.daysLeft)
      payBrackets.count(1, wage: wage)
    }
    for group in 0..<ledgers.count {
      ledgers[group].formal.restate(as: fresh[group].formal, daysLeft: today.daysLeft)
      ledgers[group].informal.restate(as: fresh[group].informal, daysLeft: today.daysLeft)
    }
  }
}
