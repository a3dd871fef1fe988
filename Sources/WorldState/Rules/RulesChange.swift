import Inputs

/// How the rules of a day differ from those of the day before, as far as contracts and books must follow.
package struct RulesChange: Sendable {
  /// Pay index to that of the day before.
  package let payRatio: Double
  package let hasNewPayroll: Bool

  package init(from yesterday: borrowing Rules, to today: borrowing Rules) {
    payRatio = today.payIndex / yesterday.payIndex
    hasNewPayroll = today.law.payroll != yesterday.law.payroll
  }
}
