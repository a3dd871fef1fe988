import Inputs

/// How the rules of a day differ from those of the day before, as far as contracts and books must follow.
public struct RulesChange: Sendable {
  /// Pay index to that of the day before.
  public let payRatio: Double
  public let hasNewPayroll: Bool

  public init(from yesterday: borrowing Rules, to today: borrowing Rules) {
    payRatio = today.payIndex / yesterday.payIndex
    hasNewPayroll = today.payroll != yesterday.payroll
  }
}
