import Inputs
import Kernel
import Transitions
import WorldState

/// Employers review how many posts they want, and open or close vacancies or lay off.
///
/// Runs at an employer's turn, after the day's separations and before meetings. Posts wanted are
/// `n0 · demand · (J/J0)^a · (L/L0)^b`: demand is trend, season and shocks; J is the surplus that the seekers met lately
/// promise to a vacancy, so dearer labour of any kind lowers posts for all (Chassamboulli and Peri 2015); L is the labour
/// there is for hire, which posts follow under free entry (``LabourSupply``), so that scarcer labour leaves fewer posts
/// rather than more work for the others.
/// - Reads: conditions, own and national surplus, heads. - Writes: targets, vacancies, staff.
/// - Draws: none: an employer rounds its posts by a draw fixed for its life, so that posts follow demand
///   without noise.
/// - Simplified: last in, first out, irregular staff before others.
extension Market {
  /// Meetings' worth of the nation's surplus that a market's own is averaged with, so that a market of few
  /// meetings does not follow their noise.
  static var borrowedMeetings: Double { 50 }
  /// How many times more posts surplus alone may make employers want: beyond this the elasticity, which is one near rest,
  /// says nothing.
  private static var mostGrowth: Double { 10 }
  /// More posts than any employer can have people for.
  private static var mostPosts: Double { 1e8 }

  /// Labour that posts follow: a month more in its yearly average.
  mutating func averageLabour(_ today: Today) {
    guard today.daysLeft == 1 else { return }
    labour.update(
      migrants: Double(migrantsPresent), month: today.date.civil.month - 1,
      isBurnIn: today.isBurnIn)
  }

  /// Posts wanted today, to those when the world was built: what season, trend and shocks make of those that have come to
  /// be. These move a day's way to where they would rest.
  mutating func movePosts(_ today: Today, national: Double) -> Double {
    guard board.restSurplus > 0, today.rules.behaviour.demand.response > 0 else {
      return conditions.demand
    }
    guard let speed = today.rules.behaviour.demand.adjustment else {
      return restingPosts(today, times: conditions.demand, labour: labour.ratio, national: national)
    }
    let goal = restingPosts(today, times: 1, labour: labour.ratioOfMonth, national: national)
    posts *= exactExp(speed / Rates.daysPerYear * exactLog(goal / posts))
    return conditions.demand * posts
  }

  /// Where posts rest at the surplus and the labour of today.
  private func restingPosts(
    _ today: Today, times demand: Double, labour supply: Double, national: Double
  ) -> Double {
    let borrowed = Self.borrowedMeetings
    let ratio =
      (board.surplusSum / board.restSurplus + borrowed * national)
      / (board.surplusCount + borrowed)
    let response = today.rules.behaviour.demand.response
    let elasticities = labour.elasticities(
      response: response, matchingElasticity: today.rules.behaviour.search.matchingElasticity)
    return demand
      * min(exactPow(max(ratio, 0.01), elasticities.surplus), Self.mostGrowth)
      * exactPow(max(supply, 0.01), elasticities.labour)
  }

  mutating func reviewPosts(_ employer: EmployerIndex, _ factor: Double, _ today: Today) {
    let record = employers[employer]
    let rounding = today.luck.uniform(record.id, .postsRounding)
    let own = ownPosts(employer, today)
    let target = Int32(min(Double(record.basePosts) * factor * own + rounding, Self.mostPosts))
    employers[employer].target = target
    let isSuspended = Int(record.suspendedUntil) > today.number
    let wanted = isSuspended ? 0 : max(0, target - record.staff)
    if wanted != record.vacancies || target < record.staff {
      diary.note(
        .reviewedPosts, person: .nobody, employer: record.id, amount: target,
        day: today.number)
    }
    for _ in record.vacancies..<max(wanted, record.vacancies) { openVacancy(employer) }
    for _ in wanted..<max(wanted, record.vacancies) { closeVacancy(employer) }
    for _ in target..<max(target, record.staff) {
      separate(firstToGo(employer), .layoffs, .laidOff, today)
    }
    closeOrOpen(employer, today)
  }

  /// Irregular staff go first, the newest of them; else the newest of all.
  private func firstToGo(_ employer: EmployerIndex) -> PersonIndex {
    let newest = employers[employer].firstStaff
    guard employers[employer].irregulars > 0 else { return newest }
    var staff = staff(of: employer)
    while let member = staff.next(people) {
      if people[member].isIrregular { return member }
    }
    return newest
  }

  /// Fixes what counts as rest: called once, when the burn-in ends.
  ///
  /// - Parameter nationalPart: the nation's mean surplus per meeting to its markets' mean productivity.
  package mutating func settleAtRest(nationalPart: Double) {
    let borrowed = Self.borrowedMeetings
    board.restSurplus =
      (board.surplusSum + borrowed * nationalPart * traits.nativeProductivity)
      / (board.surplusCount + borrowed)
    restTightness = yearlyTightness
    labour.settle(
      workers: Double(workers.count), seekers: Double(seekers.count + migrantSeekers.count),
      migrants: Double(migrantsPresent))
  }
}
