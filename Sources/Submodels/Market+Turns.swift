import Inputs
import Kernel
import Transitions
import WorldState

/// Employers whose turn it is look at their posts, their beliefs and their need of places for migrants, and pay of what
/// they owe of fines.
///
/// Runs after the day's separations and before meetings. Employers stand in the order of their size, and every n-th of
/// them has its turn on a day, so that each day's are a fair sample and none needs a calendar.
extension Market {
  mutating func takeTurns(_ today: Today, _ boards: Boards) {
    averageLabour(today)
    reckonPromises(today)
    let turns = conditions.reviewDays
    let first = today.number % turns
    guard first < employers.count else { return }
    let posts = movePosts(today, national: boards.national[0])
    let kept = beliefKept(today)
    for employer in stride(from: first, to: employers.count, by: turns) {
      let ahead = employer + 8 * turns
      if ahead < employers.count { employers.fetchAhead(EmployerIndex(ahead)) }
      flows[.reviews] += 1
      let employer = EmployerIndex(employer)
      reviewPosts(employer, posts, today)
      updateBelief(employer, keep: kept)
      applyForPlaces(employer, today)
      if finesOwed > 0 { payFinesOwed(employer, today) }
    }
  }
}
