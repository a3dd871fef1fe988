import Kernel
import WorldState

/// The country's day, a line a phase: the law of the day, the offices, the markets and homelands side by side, the
/// journeys, and what others may know tomorrow. Each line is a submodel's, and stands in its folder.
///
/// The order is part of the model: offices work before the markets do, so that who gets a card or a place today may
/// be hired with it today, and boards are published last, so that nobody knows of the others' today.
extension World {
  /// - Parameters:
  ///   - change: how today's rules differ from yesterday's; nil if they are the same.
  ///   - crew: works on markets, and on homelands, side by side.
  ///   - order: of the markets, the largest first; it changes no result.
  package mutating func live(
    _ today: Today, _ change: RulesChange?, _ crew: Crew, order: [Int]
  ) {
    let isFirstDay = today.number == 0
    let isMonthEnd = today.daysLeft == 1
    let boards = boards

    if isFirstDay || today.date.civil.day == 1 || change != nil {
      setConditions(today, crew)
      setOriginLaw(today, crew)
      sharePolice(today)
    }
    if isFirstDay {
      placePolice(today)
      publishDetection()
      publishDestinations(today)
    }
    hearOfOperation(today, crew)
    if change != nil { publishFear(today) }
    if let change { revisePay(change, today, crew) }
    bringPayToRest(today, crew)

    beginPermitYear(today, crew)
    decideApplications(today)
    sendInvitations(today)
    workDesks(today)

    markets.forEach(crew, order: order) { _, market in market.live(today, boards) }
    homelands.forEach(crew) { _, homeland in homeland.live(today, boards) }

    moveTravellers(today, crew)
    collectApplications()
    collectFilings()
    spreadNews(today)

    if isMonthEnd {
      placePolice(today)
      publishDetection()
      learnFear(today)
      publishTightness()
      publishOptions(today, crew)
    }
    publishBoards()
    if isMonthEnd {
      publishSurplus()
      publishDestinations(today)
    }
  }

  /// Ends the burn-in: what stands now is what later changes are measured against.
  package mutating func endBurnIn(_ crew: Crew) { settleAtRest(crew) }
}

/// One market's day, a line for each submodel. The order is part of the model: who is expelled today is not hired
/// today, jobs end before they are offered, and posts are reviewed before vacancies meet seekers.
extension Market {
  package mutating func live(_ today: Today, _ boards: Boards) {
    police(today, boards)
    wakePeople(today, boards)
    takeTurns(today, boards)
    considerAmnesty(today, boards)
    considerPatents(today)
    meet(today)
    publish(today)
    rememberDetection(today, boards)
  }
}

/// A homeland's day.
extension Homeland {
  package mutating func live(_ today: Today, _ boards: Boards) {
    thinkOfLeaving(today, boards)
  }
}
