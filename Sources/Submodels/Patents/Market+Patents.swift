import Inputs
import Kernel
import Transitions
import WorldState

/// Migrants buy the right to work for some employers by the month, where the law sells it.
///
/// Runs before the day's meetings. Those who work without authorisation for an employer whom the law admits think of a patent
/// now and then; one whom such an employer would hire may buy one for that job (see `meet`). They want it if pay less
/// the patent's price, with what security and freedom are worth to them, is no less than irregular pay; the employer, by one
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
      traits.number, .patentThoughtCount, occasion: today.number)
    for number in 0..<min(unbiasedRounding(mean, uniform), 1 << 16 - 1) {
      guard
        let worker: PersonIndex = irregularWorkers.draw(
          today.luck, traits.number, .patentThought, occasion: today.number << 16 | number)
      else { return }
      buyPatentForJob(worker, today)
    }
  }

  /// One who works without authorisation makes the job lawful by a patent, if that is allowed and both sides want it.
  @discardableResult
  mutating func buyPatentForJob(_ person: PersonIndex, _ today: Today) -> Bool {
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
      record.id, .patentConsent, occasion: Int(record.spell),
      index: Int(employers[record.employer].id))
    guard uniform < ways.formalChance(today) else { return false }
    buyPatent(person, at: record.employer, today)
    makeLawful(person, terms, today)
    return true
  }

  /// A patent runs out: its holder buys the next, as long as the law allows, or has none any more.
  mutating func renewOrEndPatent(_ person: PersonIndex, _ today: Today) {
    let record = people[person]
    let used = Int(Double(today.number - Int(record.patentsFrom)) / Rates.daysPerMonth + 0.5)
    if let law = today.rules.law.patents,
      wantsAnotherPatent(record, person, law, monthsUsed: used, today)
    {
      renewPatent(person, law, monthsUsed: used, today)
    } else {
      endPatent(person, today)
    }
  }

  /// Whether the holder still works on it, and both the law and the holder want it to go on.
  private func wantsAnotherPatent(
    _ record: Person, _ person: PersonIndex, _ law: Patents, monthsUsed used: Int, _ today: Today
  ) -> Bool {
    guard record.activity == .employedFormally,
      today.rules.law.sellsPatents(for: traits.employer),
      law.origins.contains(Int(record.origin) - 1), law.totalMonths - used >= law.shortestMonths
    else { return false }
    let terms = presentTerms(of: person, today)
    return terms.informalSurplus < 0
      || patentPays(record, wage: Double(record.wage), instead: terms.informalWage, today)
  }
}
