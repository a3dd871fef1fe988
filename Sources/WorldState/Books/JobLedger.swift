import Inputs
import Kernel

/// What a group's jobs of one kind pay and owe, kept by difference.
@frozen public struct JobLedger: BitwiseCopyable, Equatable, Sendable {
  /// Jobs now held.
  public var heads: Int64 = 0
  public var wages = Accrual()
  /// What the work is worth to employers, at reference pay.
  public var worth = Accrual()
  public var incomeTax = Accrual()
  public var socialTax = Accrual()
  public var employerContributions = Accrual()
  public var workerContributions = Accrual()

  public init() {}

  /// A job begins (`sign` 1) or ends (−1) today.
  @inlinable @inline(__always)
  public mutating func count(
    _ sign: Int64, wage: Int32, worth: Int64, isFormal: Bool, status: PayrollStatus,
    law: PayrollLaw, daysLeft: Int64
  ) {
    heads += sign
    wages.add(sign * Int64(wage), daysLeft: daysLeft)
    self.worth.add(sign * worth, daysLeft: daysLeft)
    guard isFormal else { return }
    let dues = PayrollDues(wage: wage, status: status, law: law)
    incomeTax.add(sign * dues.incomeTax, daysLeft: daysLeft)
    socialTax.add(sign * dues.socialTax, daysLeft: daysLeft)
    employerContributions.add(sign * dues.employerContribution, daysLeft: daysLeft)
    workerContributions.add(sign * dues.workerContribution, daysLeft: daysLeft)
  }

  /// Takes the running amounts from another ledger, recomputed under new pay or law, from today on.
  public mutating func restate(as fresh: JobLedger, daysLeft: Int64) {
    wages.restate(fresh.wages.running, daysLeft: daysLeft)
    worth.restate(fresh.worth.running, daysLeft: daysLeft)
    incomeTax.restate(fresh.incomeTax.running, daysLeft: daysLeft)
    socialTax.restate(fresh.socialTax.running, daysLeft: daysLeft)
    employerContributions.restate(fresh.employerContributions.running, daysLeft: daysLeft)
    workerContributions.restate(fresh.workerContributions.running, daysLeft: daysLeft)
  }

  /// Closes the month; what is due for it.
  public mutating func close(daysOfMonth: Int64, daysOfNext: Int64) -> MonthDues {
    MonthDues(
      wages: wages.close(daysOfMonth: daysOfMonth, daysOfNext: daysOfNext),
      worth: worth.close(daysOfMonth: daysOfMonth, daysOfNext: daysOfNext),
      incomeTax: incomeTax.close(daysOfMonth: daysOfMonth, daysOfNext: daysOfNext),
      socialTax: socialTax.close(daysOfMonth: daysOfMonth, daysOfNext: daysOfNext),
      employerContributions: employerContributions.close(
        daysOfMonth: daysOfMonth, daysOfNext: daysOfNext),
      workerContributions: workerContributions.close(
        daysOfMonth: daysOfMonth, daysOfNext: daysOfNext))
  }
}

/// Whose formal pay it is: what decides which taxes and contributions are due on it.
public enum PayrollStatus: UInt8, BitwiseCopyable, Sendable {
  case native, migrant, patent
}

extension Person {
  @inlinable public var payrollStatus: PayrollStatus {
    @inline(__always) get {
      isMigrant ? authorisation == .patent ? .patent : .migrant : .native
    }
  }
}

/// What one formal job owes a month, in whole units of money.
@frozen public struct PayrollDues: BitwiseCopyable, Sendable {
  public var incomeTax: Int64
  public var socialTax: Int64
  public var employerContribution: Int64
  public var workerContribution: Int64

  @inlinable @inline(__always)
  public init(wage: Int32, status: PayrollStatus = .native, law: PayrollLaw) {
    let part = status == .native ? 1 : law.contributionParity
    // The price of a patent, paid in advance, stands for its holder's income tax.
    incomeTax = status == .patent ? 0 : law.incomeTax.wholeAmount(on: wage)
    socialTax = law.socialTax.wholeAmount(on: wage)
    employerContribution = Int64(Double(wage) * law.employerContribution * part + 0.5)
    workerContribution = Int64(Double(wage) * law.workerContribution * part + 0.5)
  }
}

/// Money due for one month, whole units of money.
@frozen public struct MonthDues: BitwiseCopyable, Equatable, Sendable {
  public var wages: Int64 = 0
  public var incomeTax: Int64 = 0
  public var socialTax: Int64 = 0
  public var employerContributions: Int64 = 0
  public var workerContributions: Int64 = 0
  /// Income tax paid in advance as the price of patents.
  public var patentTax: Int64 = 0
  /// What the month's work was worth to employers, at reference pay; what they keep of it, in money of the day; and the tax
  /// on what they declare of that.
  public var worth: Int64 = 0
  public var surplus: Int64 = 0
  public var profitTax: Int64 = 0

  public init() {}

  init(
    wages: Int64, worth: Int64, incomeTax: Int64, socialTax: Int64, employerContributions: Int64,
    workerContributions: Int64
  ) {
    self.wages = wages
    self.worth = worth
    self.incomeTax = incomeTax
    self.socialTax = socialTax
    self.employerContributions = employerContributions
    self.workerContributions = workerContributions
  }

  public static func += (sum: inout MonthDues, dues: MonthDues) {
    sum.wages += dues.wages
    sum.incomeTax += dues.incomeTax
    sum.socialTax += dues.socialTax
    sum.employerContributions += dues.employerContributions
    sum.workerContributions += dues.workerContributions
    sum.patentTax += dues.patentTax
    sum.worth += dues.worth
    sum.surplus += dues.surplus
    sum.profitTax += dues.profitTax
  }
}
