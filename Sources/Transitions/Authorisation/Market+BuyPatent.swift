import Inputs
import Kernel
import WorldState

/// A migrant buys a patent, buys the next, or has none any more.
///
/// - Writes: authorisation, stay, books, `.patentTax`. The job is the caller's.
extension Market {
  /// The first of patents that follow each other.
  package mutating func buyPatent(_ person: PersonIndex, at employer: EmployerIndex, _ today: Today)
  {
    guard let law = today.rules.law.patents else {
      preconditionFailure("only a law on patents lets one buy a patent")
    }
    people[person].patentsFrom = DayNumber(today.number)
    people[person].stayUntil = .never
    setAuthorisation(person, .patent, today)
    setStay(person, .permitted)
    let months = payForPatent(person, law, monthsUsed: 0, today)
    diary.note(
      .patentBought, person: people[person].id, employer: employers[employer].id,
      amount: Int32(months), day: today.number)
  }

  /// Another patent, in the job that the last one made lawful.
  ///
  /// - Parameter used: months since the first of them.
  package mutating func renewPatent(
    _ person: PersonIndex, _ law: Patents, monthsUsed used: Int, _ today: Today
  ) {
    let months = payForPatent(person, law, monthsUsed: used, today)
    diary.note(
      .patentRenewed, person: people[person].id,
      employer: employers[people[person].employer].id, amount: Int32(months), day: today.number)
  }

  /// Pays for as many months as the holder means to stay, within what the law sells at once and in all.
  ///
  /// - Returns: how many.
  private mutating func payForPatent(
    _ person: PersonIndex, _ law: Patents, monthsUsed used: Int, _ today: Today
  ) -> Int {
    let stay = Double(Int(people[person].plannedReturn) - today.number) / Rates.daysPerMonth
    let wanted = max(law.shortestMonths, Int(stay.rounded(.up)))
    let months = min(wanted, law.longestMonths, law.totalMonths - used)
    people[person].authorisedUntil = today.day(afterMonths: months)
    flows[.patentsSold] += 1
    transfers.add(
      .patentTax, Double(months) * (today.rules.numbers.patentPrice + 0.5).rounded(.down))
    return months
  }

  /// A patent has run out for good; for a time its holder may not have another.
  package mutating func endPatent(_ person: PersonIndex, _ today: Today) {
    let record = people[person]
    diary.note(.patentEnded, person: record.id, day: today.number)
    loseAuthorisation(person, today)
    let free = today.number + (today.rules.law.patents?.gapDays ?? 0)
    people[person].patentsFrom = DayNumber(free)
    // The stay is lawful until then, so that one may begin anew.
    if people[person].stay == .visaFree, Int(people[person].stayUntil) < free {
      people[person].stayUntil = DayNumber(free)
    }
  }
}
