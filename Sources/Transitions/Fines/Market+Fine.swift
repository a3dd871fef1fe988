import Inputs
import Kernel
import WorldState

/// Somebody is fined: what they have is taken, and the law says what becomes of the rest.
///
/// A worker pays out of what they saved on this trip, an employer out of its surplus of the last year.
/// Bribes, and expulsions where the law says so, are paid from the same purses.
/// - Writes: savings, what was taken of surplus, what is owed, books; of an employer, by the law a suspension. - Draws: none.
extension Market {
  /// A migrant is fined.
  ///
  /// - Returns: whether they paid, or the law does not ask whether they can.
  package mutating func fine(_ person: PersonIndex, _ amount: Double, _ today: Today) -> Bool {
    let fine = WholeMoney.whole(amount)
    transfers.add(.fines, whole: fine)
    let law = law(today).sanctions.unpaidFines
    if law == .booked {
      transfers.add(.finesCollected, whole: fine)
      return true
    }
    let paid = takeSavings(person, upTo: fine, today)
    transfers.add(.finesCollected, whole: paid)
    guard paid < fine else { return true }
    diary.note(.fineUnpaid, person: people[person].id, amount: fine - paid, day: today.number)
    if law == .withheld {
      people[person].savings = WholeMoney.whole(
        Double(people[person].savings) - Double(fine - paid))
    } else {
      transfers.add(.finesWaived, whole: fine - paid)
    }
    return false
  }

  /// An employer is fined.
  package mutating func fine(_ employer: EmployerIndex, _ amount: Double, _ today: Today) {
    let fine = WholeMoney.whole(amount)
    transfers.add(.fines, whole: fine)
    let law = law(today).sanctions.unpaidFines
    if law == .booked {
      transfers.add(.finesCollected, whole: fine)
      return
    }
    let paid = takeSurplus(employer, upTo: fine, today)
    transfers.add(.finesCollected, whole: paid)
    guard paid < fine else { return }
    diary.note(
      .fineUnpaid, person: .nobody, employer: employers[employer].id, amount: fine - paid,
      day: today.number)
    if law == .withheld {
      oweFine(employer, fine - paid)
    } else {
      transfers.add(.finesWaived, whole: fine - paid)
    }
    if law == .expulsion { suspend(employer, untilPaid: fine - paid, today) }
  }

  /// An employer pays of what it owes of fines what its surplus since the last time allows.
  package mutating func payFinesOwed(_ employer: EmployerIndex, _ today: Today) {
    let owed = prospects[employer.rawValue].finesOwed
    guard owed > 0 else { return }
    let paid = takeSurplus(employer, upTo: owed, today)
    transfers.add(.finesCollected, whole: paid)
    oweFine(employer, -paid)
  }

  /// An officer is paid for not making a case: by an employer, as far as it has anything where the law asks that of fines.
  ///
  /// - Returns: what was paid.
  package mutating func bribe(
    _ amount: Double, by employer: EmployerIndex, _ today: Today
  ) -> Int32 {
    let asked = WholeMoney.whole(amount)
    let paid =
      law(today).sanctions.unpaidFines == .booked
      ? asked : takeSurplus(employer, upTo: asked, today)
    transfers.add(.bribes, whole: paid)
    return paid
  }

  /// The same by a migrant.
  package mutating func bribe(
    _ amount: Double, by person: PersonIndex, _ today: Today
  ) -> Int32 {
    let asked = WholeMoney.whole(amount)
    let paid =
      law(today).sanctions.unpaidFines == .booked
      ? asked : takeSavings(person, upTo: asked, today)
    transfers.add(.bribes, whole: paid)
    return paid
  }

  /// May not hire for as long as it would take to pay the rest, at most a year.
  private mutating func suspend(_ employer: EmployerIndex, untilPaid rest: Int32, _ today: Today) {
    let perDay = max(0, surplus(of: employer, today)) / Rates.daysPerMonth
    let days = perDay > 0 ? Int(min(Rates.daysPerYear, Double(rest) / perDay)) : 365
    let end = max(Int(employers[employer].suspendedUntil), today.number + days)
    employers[employer].suspendedUntil = DayNumber(end)
    diary.note(
      .suspended, person: .nobody, employer: employers[employer].id, amount: Int32(days),
      day: today.number)
  }

  /// An expulsion is paid for: by those whom the law names, as far as they can, and the rest by the state.
  mutating func payExpulsion(of person: PersonIndex, _ law: Policing, _ today: Today) {
    let cost = WholeMoney.whole(law.expulsionCost * today.rules.payIndex)
    var left = cost
    if law.expulsionPayer == .expelled { left -= takeSavings(person, upTo: left, today) }
    if law.expulsionPayer != .state, people[person].activity.isEmployed {
      left -= takeSurplus(people[person].employer, upTo: left, today)
    }
    if law.expulsionPayer == .inviter { left -= takeSavings(person, upTo: left, today) }
    transfers.add(.expulsionPaid, whole: cost - left)
    transfers.add(.expulsionCost, whole: left)
  }
}
