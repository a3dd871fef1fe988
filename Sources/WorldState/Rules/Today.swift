import Kernel

/// What every rule may know of the day: its number, what is left of the month, the luck and the rules.
package struct Today: Sendable {
  /// Days since the world's first day.
  package var number: Int
  package var date: Day
  /// Days of this month still to be paid, today included.
  package var daysLeft: Int64
  package var isBurnIn: Bool
  package var luck: Luck
  package var rules: Rules

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
