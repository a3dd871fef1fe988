import Inputs
import Kernel
import WorldState

/// An employer without staff closes, and opens again or another takes its place.
///
/// - Writes: marks, places for migrants, the belief and the convictions of who opens. - Draws: none.
extension Market {
  /// Its places for migrants, all of them free, are lost with it.
  package mutating func closeDown(_ employer: EmployerIndex, _ today: Today) {
    precondition(
      employers[employer].staff == 0 && employers[employer].vacancies == 0,
      "one who closes has nobody and looks for nobody")
    flows[.employersClosed] += 1
    employers[employer].marks.insert(.closed)
    waiveFine(of: employer)
    placesInForce -= Int64(employers[employer].freePlaces.total)
    employers[employer].freePlaces = PlaceCounts()
    diary.note(
      .closed, person: .nobody, employer: employers[employer].id, day: today.number)
  }

  /// Who opens knows what the market knows, and has never been fined.
  package mutating func openAgain(_ employer: EmployerIndex, _ today: Today) {
    flows[.employersOpened] += 1
    employers[employer].marks.remove(.closed)
    employers[employer].risk = Float(board.detectionRate)
    employers[employer].convictions = 0
    diary.note(
      .openedAgain, person: .nobody, employer: employers[employer].id,
      amount: employers[employer].target, day: today.number)
  }
}
