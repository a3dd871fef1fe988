import Kernel

/// What every rule may know of the day: its number, what is left of the month, the luck and the rules.
///
/// A class because every rule gets it and none may copy its rules, a good thousand bytes.
package final class Today: Sendable {
  /// Days since the world's first day.
  package let number: Int
  package let date: Day
  /// Days of this month still to be paid, today included.
  package let daysLeft: Int64
  package let isBurnIn: Bool
  package let luck: Luck
  package let rules: Rules

  package init(
    number: Int, date: Day, daysLeft: Int64, isBurnIn: Bool, luck: Luck, rules: Rules
  ) {
    self.number = number
    self.date = date
    self.daysLeft = daysLeft
    self.isBurnIn = isBurnIn
    self.luck = luck
    self.rules = rules
  }
}
