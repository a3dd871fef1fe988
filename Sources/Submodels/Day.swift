import Kernel
import WorldState

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
