import Inputs
import Kernel
import Transitions
import WorldState

/// Vacancies meet seekers; the best of up to three gets the job if both sides gain.
///
/// Runs last in a market's day. Each vacancy meets seekers at the rate `μ·(S/V)^α` of 30-day averages, times the seekers of
/// the day to their average, which on average makes `μ·S^α·V^(1−α)` meetings, rounded without bias: each vacancy and each
/// seeker is met at a rate that does not jump with the few others of a small market. (Taking the averages' product itself
/// would leave a small market's vacancies a queue that is served at a fixed rate: longer by 7 % at 1:100.) Seekers
/// are the unemployed, weight 1, migrants without work, weight `search_bonus`, and workers in a job, weight
/// `on_the_job_weight` times what their status allows; a weight is counted against the others' alone. A meeting shows a random
/// vacancy up to three different random seekers; the employer takes the one who promises most, formally or not by a
/// logit over the two surpluses (Becker 1968); the seeker comes for a wage at or above the reservation
/// wage, or above the present net pay.
/// A migrant without authorisation may buy a patent for the job, where the law sells one for it.
/// - Reads: seekers, vacancies, residents, law on pay and patents. - Writes: jobs, vacancies, surplus.
/// - Draws: a market's day: `.meetingCount`, `.vacancy`, `.candidateKind`, …; the one hired: `.channel`.
/// - Source: MODEL 6.3 and 6.4; Petrongolo and Pissarides (2001). - Simplified: a seeker is met again as if
///   never seen.
extension Market {
  mutating func meet(_ today: Today) {
    updateAverages(today)
    let count = meetingCount(today)
    // A few are held as they come: planning ahead pays where there are many.
    guard count > MeetingPlan.lead else {
      for step in 0..<count { hold(MeetingPlan(step, market: traits.number, today), today) }
      return
    }
    let parts = searchParts(today)
    let lead = MeetingPlan.lead
    // A ring of plans; an InlineArray would be copied whole at each look.
    let plans = Column(repeating: MeetingPlan(0, market: traits.number, today), count: 8)
    for step in 0..<(count + lead) {
      if step < count {
        plans[step & 7] = MeetingPlan(step, market: traits.number, today)
        fetchSlots(plans[step & 7], parts)
      }
      let near = step - lead / 2
      if near >= 0, near < count { fetchRecords(plans[near & 7], parts) }
      let now = step - lead
      if now >= 0 { hold(plans[now & 7], today) }
    }
  }

  private mutating func updateAverages(_ today: Today) {
    rememberSearch(today)
    smoothedSeekers +=
      (effectiveSeekers(today) - smoothedSeekers) * today.rules.smoothingPart
    board.migrantFinds *= today.rules.demandKeep
    board.migrantSearchDays =
      board.migrantSearchDays * today.rules.demandKeep + Double(migrantSeekers.count)
    smoothedVacancies +=
      (Double(vacancies.count) - smoothedVacancies) * today.rules.smoothingPart
    yearlyTightness +=
      (smoothedVacancies / max(smoothedSeekers, 1e-9) - yearlyTightness) / Rates.daysPerYear
    board.surplusSum *= today.rules.demandKeep
    board.surplusCount *= today.rules.demandKeep
  }

  /// Vacancies that a market borrows from its sector, so that a small one's tightness does not follow noise.
  private static var borrowedVacancies: Double { 2 }

  private func meetingCount(_ today: Today) -> Int {
    guard vacancies.count > 0, smoothedSeekers > 0, smoothedVacancies > 0 else { return 0 }
    let borrowed = board.sectorSeekers > 0 ? Self.borrowedVacancies : 0
    let seekersPerVacancy =
      (smoothedSeekers + borrowed * board.sectorSeekers) / (smoothedVacancies + borrowed)
    let meetings =
      today.rules.meetingsPerDay * Double(vacancies.count)
      * exactPow(seekersPerVacancy, today.rules.behaviour.search.matchingElasticity)
      * (searchWeights(today).all / smoothedSeekers)
    let uniform = today.luck.uniform(
      traits.number, .meetingCount, occasion: today.number)
    return min(unbiasedRounding(meetings, uniform), 1 << 16 - 1)
  }

  private mutating func hold(_ plan: MeetingPlan, _ today: Today) {
    guard
      let employer: EmployerIndex = vacancies.draw(
        beginningWith: plan.vacancy, today.luck, traits.number, .vacancy,
        occasion: plan.occasion)
    else { return }
    flows[.meetings] += 1
    guard Int(employers[employer].suspendedUntil) <= today.number else { return }
    let parts = searchParts(today)
    var shown = Shown()
    consider(plan.candidates.0, 0, plan.occasion, employer, parts, today, &shown)
    consider(plan.candidates.1, 1, plan.occasion, employer, parts, today, &shown)
    consider(plan.candidates.2, 2, plan.occasion, employer, parts, today, &shown)
    if shown.promises > 0 {
      board.surplusSum += shown.promised / shown.promises / today.rules.payIndex
      board.surplusCount += 1
    }
    if let best = shown.best { sign(best.person, at: employer, best.terms, today) }
    if today.rules.behaviour.wages.renewal > 0 { renewPay(of: shown, today) }
  }

  /// Those in a job to whom another was shown, and who might have taken it, bargain anew where they are.
  private mutating func renewPay(of shown: Shown, _ today: Today) {
    bargainAnew(shown.first, unless: shown.best?.person, today)
    bargainAnew(shown.second, unless: shown.best?.person, today)
    bargainAnew(shown.third, unless: shown.best?.person, today)
  }

  private mutating func bargainAnew(
    _ person: PersonIndex, unless hired: PersonIndex?, _ today: Today
  ) {
    guard person != .nowhere, person != hired, people[person].activity.isEmployed,
      !people[person].isMigrant || people[person].authorisation == .freeAccess
    else { return }
    raisePay(person, today)
  }

  /// What a meeting has shown so far.
  private struct Shown {
    var best: (person: PersonIndex, terms: JobTerms)?
    /// Surpluses that the unemployed met promise, and how many they are.
    var promised = 0.0
    var promises = 0.0
    /// Who was shown, in turn.
    var first = PersonIndex.nowhere
    var second = PersonIndex.nowhere
    var third = PersonIndex.nowhere

    mutating func note(_ person: PersonIndex) {
      if first == .nowhere {
        first = person
      } else if second == .nowhere {
        second = person
      } else {
        third = person
      }
    }
  }

  /// Shows the vacancy one of the seekers at random: a native or a migrant without work, or one in a job,
  /// by their weights.
  @inline(__always)
  private func consider(
    _ candidate: MeetingPlan.Candidate, _ number: Int, _ occasion: Int,
    _ employer: EmployerIndex, _ parts: SearchParts, _ today: Today, _ shown: inout Shown
  ) {
    // One drawn twice is shown once: another instead would be the less a migrant the fewer migrants there are.
    guard let person = draw(candidate, number, occasion, parts, today),
      person != shown.first, person != shown.second
    else { return }
    shown.note(person)
    let isUnemployed = candidate.kind < parts.jobless
    let terms = terms(of: person, at: employer, occasion, today)
    if isUnemployed {
      shown.promised += max(0, terms.bestSurplus)
      shown.promises += 1
    }
    if terms.bestSurplus >= 0, terms.bestSurplus > (shown.best?.terms.bestSurplus ?? -1) {
      shown.best = (person, terms)
    }
  }

  @inline(__always)
  private func draw(
    _ candidate: MeetingPlan.Candidate, _ number: Int, _ occasion: Int,
    _ parts: SearchParts, _ today: Today
  ) -> PersonIndex? {
    let who = traits.number
    if candidate.kind >= parts.jobless {
      return workers.draw(
        beginningWith: candidate.words, today.luck, who, .candidate, number: number,
        occasion: occasion)
    }
    return candidate.kind < parts.natives
      ? seekers.draw(
        beginningWith: candidate.words, today.luck, who, .candidate, number: number,
        occasion: occasion)
      : migrantSeekers.draw(
        beginningWith: candidate.words, today.luck, who, .candidate, number: number,
        occasion: occasion)
  }

  private func terms(
    of person: PersonIndex, at employer: EmployerIndex, _ occasion: Int, _ today: Today
  ) -> JobTerms {
    let record = people[person]
    let searchDays = record.activity == .searching ? today.number - Int(record.since) : 0
    var terms =
      record.isMigrant
      ? migrantTerms(of: record, at: employer, searchDays: searchDays, occasion, today)
      : JobTerms(
        native: record, searchDays: searchDays, employer: employers[employer],
        traits: traits, options: options, today)
    if record.activity.isEmployed {
      let wage = Double(record.wage)
      let isLawful = record.activity == .employedFormally
      // A migrant who works lawfully would give up security with it: irregular pay must make up for that.
      let security =
        isLawful && record.isMigrant && record.authorisation != .freeAccess
        ? securityValue(of: record, today) : 0
      // To those who may be found, irregular pay is worth so much less.
      let fear = fear(of: record, today)
      terms.require(
        moreThan: isLawful
          ? today.rules.net(wage, isOnPatent: record.payrollStatus == .patent) : wage - fear,
        security: security + fear, today)
      // One does not change to the job one has.
      if record.employer == employer { terms.close() }
    }
    return terms
  }

  /// A migrant's terms: lawful where they are authorised to work, and none where their status does not let them come.
  private func migrantTerms(
    of record: Person, at employer: EmployerIndex, searchDays: Int, _ occasion: Int, _ today: Today
  ) -> JobTerms {
    var terms = JobTerms(
      migrant: record, isHeld: false, searchDays: searchDays, employer: employers[employer],
      traits: traits, options: options, fear: fear(of: record, today), today)
    if !maySignLawfully(record, at: employer, today) {
      terms.formalSurplus = -1
      offerPatent(record, at: employer, searchDays: searchDays, &terms, today)
    }
    guard record.activity.isEmployed, record.authorisation != .freeAccess else { return terms }
    let isIrregular = record.activity == .employedInformally
    let mobility =
      record.marks.contains(.passportHeld)
      ? 0
      : isIrregular
        ? today.rules.law.mobility.irregular
        : record.authorisation.isBound ? today.rules.law.mobility.bound : 1
    let uniform = today.luck.uniform(
      record.id, .mobility, occasion: occasion, index: Int(traits.number))
    if uniform >= mobility { terms.close() }
    return terms
  }

  /// The employer signs with the best of those shown, one way or the other.
  private mutating func sign(
    _ person: PersonIndex, at employer: EmployerIndex, _ terms: JobTerms, _ today: Today
  ) {
    let uniform = today.luck.uniform(
      people[person].id, .channel, occasion: Int(people[person].spell),
      index: Int(employers[employer].id))
    let isFormal = uniform < terms.formalChance(today)
    let wage = WholeMoney.nearest(isFormal ? terms.formalWage : terms.informalWage)
    if !people[person].activity.isEmployed {
      let net =
        isFormal
        ? today.rules.net(terms.formalWage, isOnPatent: terms.isOnPatent) : terms.informalWage
      rememberFind(person, pay: net, today)
    }
    if people[person].isMigrant {
      if isFormal { authorise(person, at: employer, today) }
      if !people[person].activity.isEmployed { countFind() }
    }
    hire(person, at: employer, wage: wage, isFormal: isFormal, today)
  }

  /// Lawful terms on a patent, to one who could have no other and whom it pays.
  private func offerPatent(
    _ record: Person, at employer: EmployerIndex, searchDays: Int, _ terms: inout JobTerms,
    _ today: Today
  ) {
    guard mayBuyPatent(record, at: employer, today) else { return }
    var holder = record
    holder.authorisation = .patent
    let lawful = JobTerms(
      migrant: holder, isHeld: false, searchDays: searchDays, employer: employers[employer],
      traits: traits, options: options, today)
    let irregular = terms.informalSurplus < 0 ? 0 : terms.informalWage
    guard patentPays(record, wage: lawful.formalWage, instead: irregular, today) else { return }
    terms.formalWage = lawful.formalWage
    terms.formalSurplus = lawful.formalSurplus
    terms.isOnPatent = true
  }

  /// What makes a migrant's new job lawful, where it is not yet: one of the employer's places, or a patent.
  private mutating func authorise(_ person: PersonIndex, at employer: EmployerIndex, _ today: Today)
  {
    if hasPlace(for: people[person], at: employer) {
      givePermit(person, at: employer, today)
    } else if people[person].authorisation == .none {
      buyPatent(person, at: employer, today)
    }
  }

  private mutating func countFind() {
    flows[.migrantFinds] += 1
    board.migrantFinds += 1
  }
}
