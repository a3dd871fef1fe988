import Inputs
import Kernel
import WorldState

/// Employers learn how likely irregular work is found.
///
/// A belief moves to what happens in the market with a memory of about a year; an own inspection adds to it, as does hearing
/// of an operation, or of an amnesty that concerns own workers: all fade alike.
/// - Reads: the market's board. - Writes: beliefs. - Draws: none.
/// - Source: MODEL 6.10. - Simplified: decaying counts whose mass has settled, which is a fading mean.
extension Market {
  /// Irregular worker-months that a market borrows from the nation's rate.
  static var borrowedWorkerMonths: Double { 200 }

  /// Called at an employer's review, `days` after the last one.
  @inline(__always)
  mutating func updateBelief(_ employer: EmployerIndex, keep: Float) {
    let risk = employers[employer].risk
    employers[employer].risk =
      Float(board.detectionRate) + (risk - Float(board.detectionRate)) * keep
  }

  /// How much of a belief is left between two reviews.
  func beliefKept(_ today: Today) -> Float {
    Float(exactExp(-Double(conditions.reviewDays) / today.rules.behaviour.beliefs.memoryDays))
  }

  /// A police operation is announced: all employers expect more.
  package mutating func hearOfOperation(_ today: Today) {
    for employer in 0..<employers.count {
      employers[employer].risk = min(
        1, employers[employer].risk + Float(today.rules.behaviour.beliefs.operation))
    }
  }

  /// What is known of detection here, for all employers of the market; once a day.
  mutating func rememberDetection(_ today: Today, _ boards: Boards) {
    board.found *= today.rules.demandKeep
    board.irregularDays =
      board.irregularDays * today.rules.demandKeep + Double(irregularWorkers.count)
    guard today.daysLeft == 1 else { return }
    let borrowed = Self.borrowedWorkerMonths
    board.detectionRate =
      (board.found + borrowed * traits.visibility * boards.nationalDetection[0])
      / (board.irregularDays / Rates.daysPerMonth + borrowed)
  }
}
