import Inputs
import Kernel
import WorldState

/// Migrants buy the right to work for some employers by the month, where the law sells it.
///
/// Runs before the day's meetings. Those who work without authorisation for an employer whom the law admits think of a patent
/// now and then; one whom such an employer would hire may buy one for that job (see `meet`). He wants it if pay less
/// the patent's price, with what security and freedom are worth to him, is no less than irregular pay; the employer, by one
/// draw a job between the two surpluses, signs the contract or does not. Nobody else decides, so nobody can be bribed.
/// - Reads: law on patents, irregular workers. - Writes: authorisation, terms, `.patentTax`.
/// - Draws: the market's day: `.patentThoughtCount`, `.patentThought`; a worker's job: `.patentConsent`.
/// - Source: MODEL 6.12; EVIDENCE E12. - Simplified: all know of the law; a patent begins on the day it is bought; its price is
///   all the income tax there is; one who has overstayed cannot have it.
extension Market {
  mutating func considerPatents(_ today: Today) {
    guard today.rules.law.sellsPatents(for: traits.employer), irregularWorkers.count > 0 else {
      return
    }
    let mean =
      today.rules.behaviour.filing.patentThought * Double(irregularWorkers.count)
      / Rates.daysPerYear
    let uniform = today.luck.uniform(
      traits.number, Purpose.patentThoughtCount.rawValue, occasion: UInt32(today.number))
    for number in 0..<UInt32(min(unbiasedRounding(mean, uniform), 1 << 16 - 1)) {
      guard
        let worker = irregularWorkers.draw(
          today.luck, who: traits.number, purpose: Purpose.patentThought.rawValue,
          occasion: UInt32(today.number) << 16 | number)
      else { return }
      buyPatentForJob(worker, today)
    }
  }

  /// One who works without authorisation makes his job lawful by a patent, if he may and both sides want it.
  @discardableResult
  mutating func buyPatentForJob(_ person: UInt32, _ today: Today) -> Bool {
    let record = people[person]
    guard record.activity == .employedInformally,
      mayBuyPatent(record, at: record.employer, today)
    else { return false }
    let terms = lawfulTerms(of: person, .patent, at: record.employer, today)
    let present = presentTerms(of: person, today)
    guard terms.formalSurplus >= 0,
      patentPays(record, wage: terms.formalWage, instead: Double(record.wage), today)
    else { return false }
    var ways = terms
    ways.informalSurplus = present.informalSurplus
    let uniform = today.luck.uniform(
      record.id, Purpose.patentConsent.rawValue, occasion: UInt32(record.spell),
      index: employers[record.employer].id)
    guard uniform < ways.formalChance(today) else { return false }
    buyPatent(person, at: record.employer, today)
    makeLawful(person, terms, today)
    return true
  }

  /// Whether the law sells him a patent that is good with this employer.
  func mayBuyPatent(_ migrant: Person, at employer: UInt32, _ today: Today) -> Bool {
    guard let law = today.rules.law.patents else { return false }
    return today.rules.law.sellsPatents(for: traits.employer)
      && law.origins.contains(Int(migrant.origin) - 1)
      && migrant.authorisation == .none && migrant.stay != .overstayed
      && migrant.marks.isSuperset(of: [.lawfulEntry, .papers])
      && !migrant.marks.contains(.filed) && migrant.noPatentBefore <= today.number
      && Int(employers[employer].patents) < law.maxPerEmployer
  }

  /// Whether work on a patent is worth its price to him.
  ///
  /// - Parameter irregular: what he earns, or would earn, without.
  func patentPays(
    _ worker: Person, wage: Double, instead irregular: Double, _ today: Today
  ) -> Bool {
    let freedom = today.rules.behaviour.filing.portableValue * today.rules.payIndex
    return wage - today.rules.law.patentPrice + securityValue(of: worker, today) + freedom
      >= irregular
  }

  /// Buys a patent; the job is the caller's.
  mutating func buyPatent(_ person: UInt32, at employer: UInt32, _ today: Today) {
    guard let law = today.rules.law.patents else { return }
    people[person].patentsSince = today.number
    people[person].stayUntil = Person.never
    setAuthorisation(person, .patent, today)
    setStay(person, .permitted)
    let months = payForPatent(person, law, monthsUsed: 0, today)
    diary.note(
      .patentBought, person: people[person].id, employer: employers[employer].id,
      amount: Int32(months), day: today.number)
  }

  /// A patent runs out: he buys the next, as long as the law allows, if he still works on it and wants to.
  ///
  /// - Returns: whether he did.
  mutating func renewPatent(_ person: UInt32, _ today: Today) -> Bool {
    let record = people[person]
    let used = Int(Double(today.number - record.patentsSince) / Rates.daysPerMonth + 0.5)
    guard let law = today.rules.law.patents, record.activity == .employedFormally,
      today.rules.law.sellsPatents(for: traits.employer),
      law.origins.contains(Int(record.origin) - 1), law.totalMonths - used >= law.shortestMonths
    else { return false }
    let terms = presentTerms(of: person, today)
    guard
      terms.informalSurplus < 0
        || patentPays(record, wage: Double(record.wage), instead: terms.informalWage, today)
    else { return false }
    let months = payForPatent(person, law, monthsUsed: used, today)
    diary.note(
      .patentRenewed, person: record.id, employer: employers[record.employer].id,
      amount: Int32(months), day: today.number)
    return true
  }

  /// Pays for as many months as he means to stay, within what the law sells at once and in all.
  ///
  /// - Returns: how many.
  private mutating func payForPatent(
    _ person: UInt32, _ law: Patents, monthsUsed used: Int, _ today: Today
  ) -> Int {
    let stay = Double(Int(people[person].plannedReturn) - today.number) / Rates.daysPerMonth
    let wanted = max(law.shortestMonths, Int(stay.rounded(.up)))
    let months = min(wanted, law.longestMonths, law.totalMonths - used)
    people[person].authorisedUntil = Self.day(after: months, today)
    flows[.patentsSold] += 1
    transfers.add(
      .patentTax, Double(months) * (today.rules.law.patentPrice + 0.5).rounded(.down))
    return months
  }

  /// A patent has run out for good; for a time he may not have another.
  mutating func endPatent(_ person: UInt32, _ today: Today) {
    let record = people[person]
    diary.note(.patentEnded, person: record.id, day: today.number)
    loseAuthorisation(person, today)
    let free = today.number + (today.rules.law.patents?.gapDays ?? 0)
    people[person].noPatentBefore = free
    // He may stay until then, to begin anew.
    if people[person].stay == .visaFree, Int(people[person].stayUntil) < free {
      people[person].stayUntil = UInt16(min(free, 65_534))
    }
  }
}
