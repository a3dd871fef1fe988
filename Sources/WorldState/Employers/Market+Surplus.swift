import Inputs
import Kernel

/// What employers keep of the work that they pay for.
extension Market {
  /// What somebody's work is worth to the employer for whom they work, a month at reference pay.
  package func worth(of worker: Person, _ today: Today) -> Int64 {
    let factor =
      traits.skillFactor(worker.skill) * today.ability(of: worker)
      * Double(employers[worker.employer].productivity)
    let mean =
      worker.isMigrant
      ? traits.migrantProductivity / traits.skillFactor(.low) : traits.nativeProductivity
    return Int64(mean * factor + 0.5)
  }

  /// What an employer keeps of its workers' work at today's pay and law, a month: worth less pay, what is due on top of it,
  /// and the housing of migrants whom it sponsors. Sanctions are not taken off.
  package func surplus(of employer: EmployerIndex, _ today: Today) -> Double {
    let payroll = today.rules.law.payroll
    let housing = today.rules.housingCost * today.rules.payIndex
    var sum = 0.0
    var staff = staff(of: employer)
    while let member = staff.next(people) {
      let worker = people[member]
      sum += Double(worth(of: worker, today)) * today.rules.payIndex - Double(worker.wage)
      guard worker.activity == .employedFormally else { continue }
      let cost = worker.isMigrant ? payroll.migrantCost : payroll.employerCost
      sum -= cost.amount(on: Double(worker.wage))
      if worker.isMigrant, worker.authorisation != .patent { sum -= housing }
    }
    return sum
  }

  /// What employers keep of a month's work, and the tax on what they declare of it, by group and way to work; losses on some
  /// set off gains on others.
  ///
  /// - Parameters:
  ///   - formal: what is due for the month on formal jobs, by group; gets surplus and tax.
  ///   - informal: the same of informal jobs.
  package func reckonSurplus(
    _ formal: inout [MonthDues], _ informal: inout [MonthDues], _ today: Today
  ) {
    let housing = today.rules.housingCost * today.rules.payIndex
    var sum: Int64 = 0
    for group in formal.indices {
      let dues = formal[group]
      let isHoused = !Group.isNative(group) && Group.authorisation(group) != .patent
      let housed = isHoused ? Double(ledgers[group].formal.heads) * housing : 0
      formal[group].surplus =
        money(ofWorth: dues.worth, today) - dues.wages - dues.socialTax
        - dues.employerContributions - Int64(housed)
      informal[group].surplus =
        money(ofWorth: informal[group].worth, today) - informal[group].wages
      sum += formal[group].surplus + informal[group].surplus
    }
    let rate = today.rules.law.profitTax.rate * today.rules.behaviour.taxes.declaredProfitShare
    guard rate > 0, sum > 0, traits.employer != .household else { return }
    for group in formal.indices {
      formal[group].profitTax = Int64(Double(formal[group].surplus) * rate)
      informal[group].profitTax = Int64(Double(informal[group].surplus) * rate)
    }
  }

  /// Worth at reference pay in money of the day.
  private func money(ofWorth worth: Int64, _ today: Today) -> Int64 {
    Int64(Double(worth) * today.rules.payIndex)
  }
}
