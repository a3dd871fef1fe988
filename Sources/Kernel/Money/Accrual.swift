/// A running monthly amount and what it has accrued, kept by difference in whole units of money.
///
/// A pay of `amount` a month that begins on a day with `daysLeft` days of the month to come (that day
/// included) accrues `amount × daysLeft` unit-days at once; when it ends, what is left is taken back. So
/// nothing is done on the days between, and at the month's end the sum is divided once by the month's
/// days, the remainder carried to the next month.
@frozen public struct Accrual: BitwiseCopyable, Equatable, Sendable {
  /// Sum of the monthly amounts now running, a month.
  public var running: Int64
  /// Unit-days accrued this month, with those still to come if nothing changes.
  public var moneyDays: Int64
  /// Unit-days below one unit, left from the last division and its month's days.
  public var remainder: Int64

  @inlinable public init() {
    running = 0
    moneyDays = 0
    remainder = 0
  }

  /// Begins (or with a negative amount ends) a monthly amount.
  @inlinable @inline(__always)
  public mutating func add(_ amount: Int64, daysLeft: Int64) {
    running += amount
    moneyDays += amount * daysLeft
  }

  /// Closes a month: whole units of money due for it. Then the running amounts begin the next one.
  @inlinable public mutating func close(daysOfMonth: Int64, daysOfNext: Int64) -> Int64 {
    let total = moneyDays + remainder
    // Most groups of most markets are empty, and a division is dear.
    let due = total == 0 ? 0 : total / daysOfMonth
    // Months differ in length: the remainder is carried as unit-days, less than one unit of them.
    remainder = total - due * daysOfMonth
    moneyDays = running * daysOfNext
    return due
  }
}
