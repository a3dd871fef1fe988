import Inputs
import Kernel

/// What is paid of fines and bribes, by whom, out of what, and what is owed or waived: savings, surplus and books stay together.
///
/// Of the fines that a market's books have as imposed each unit is collected, waived or owed; the country's audit adds up.
extension Market {
  /// Days of surplus, at most, that one payment can reach back to.
  private static var reachDays: Int { 365 }

  /// Takes money out of what a migrant has saved on this trip.
  ///
  /// - Returns: what there was of it.
  package mutating func takeSavings(
    _ person: PersonIndex, upTo amount: Int32, _ today: Today
  ) -> Int32 {
    if people[person].activity.isEmployed { settleSavings(person, today) }
    let taken = max(0, min(amount, people[person].savings))
    people[person].savings -= taken
    transfers.add(.takenFromSavings, whole: taken)
    return taken
  }

  /// Takes money out of an employer's surplus of the last year, as far as no payment has had it before.
  ///
  /// - Returns: what there was of it.
  package mutating func takeSurplus(
    _ employer: EmployerIndex, upTo amount: Int32, _ today: Today
  ) -> Int32 {
    let perDay = max(0, surplus(of: employer, today)) / Rates.daysPerMonth
    let from = max(
      Int(prospects[employer.rawValue].surplusTakenTo), today.number - Self.reachDays)
    let taken = max(0, min(amount, WholeMoney.whole(perDay * Double(today.number - from))))
    guard taken > 0 else { return 0 }
    let days = Int((Double(taken) / perDay).rounded(.up))
    prospects[employer.rawValue].surplusTakenTo = Int32(min(today.number, from + days))
    return taken
  }

  /// A part of fines imposed was paid out of a migrant's savings as they came in.
  package mutating func bookPaid(fine: Int32) {
    transfers.add(.finesCollected, whole: fine)
    transfers.add(.takenFromSavings, whole: fine)
  }

  /// What is left of a migrant's fine is asked for no more.
  package mutating func waiveFine(of person: PersonIndex) {
    guard people[person].savings < 0 else { return }
    transfers.add(.finesWaived, Double(people[person].savings.magnitude))
    people[person].savings = 0
  }

  package mutating func waiveFine(of employer: EmployerIndex) {
    let owed = prospects[employer.rawValue].finesOwed
    guard owed > 0 else { return }
    transfers.add(.finesWaived, whole: owed)
    oweFine(employer, -owed)
  }

  /// An employer owes more of fines, or less.
  package mutating func oweFine(_ employer: EmployerIndex, _ amount: Int32) {
    prospects[employer.rawValue].finesOwed += amount
    finesOwed += Int64(amount)
  }

  /// What migrants here owe of fines.
  public var finesOwedByMigrants: Int64 {
    var owed: Int64 = 0
    for index in 0..<people.count
    where people[index].isMigrant && people[index].activity != .nobody {
      owed -= Int64(min(0, people[index].savings))
    }
    return owed
  }
}
