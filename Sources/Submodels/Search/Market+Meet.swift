import Inputs
import Kernel
import WorldState

/// Vacancies meet seekers; the best of up to three gets the job if both sides gain.
///
/// Runs last in a market's day. Meetings are `μ·S^α·V^(1−α)` of 30-day averages, rounded without bias; seekers
/// are the unemployed, weight 1, and workers in a job, weight `on_the_job_weight`. A meeting shows a random
/// vacancy up to three random seekers; the employer takes the one who promises most, formally or not by a
/// logit over the two surpluses (Becker 1968); the seeker comes for a wage at or above the reservation
/// wage, or above the present net pay.
/// - Reads: seekers, vacancies, residents, law on pay. - Writes: jobs, vacancies, surplus.
/// - Draws: a market's day: `.meetingCount`, `.vacancy`, `.candidateKind`, …; the one hired: `.channel`.
/// - Source: MODEL 6.3 and 6.4; Petrongolo and Pissarides (2001). - Simplified: a seeker is met again as if
///   never seen.
extension Market {
  static var candidatesShown: UInt32 { 3 }

  mutating func meet(_ today: Today) {
    updateAverages(today)
    let count = meetingCount(today)
    for meeting in 0..<count {
      guard
        let employer = vacancies.draw(
          today.luck, who: traits.number, purpose: Purpose.vacancy.rawValue,
          occasion: occasion(meeting, today))
      else { return }
      flows[.meetings] += 1
      hold(meeting, employer, today)
    }
  }

  private mutating func updateAverages(_ today: Today) {
    let jobs = jobHolders
    let effective = Double(seekers.count) + today.rules.onTheJobWeight * Double(jobs)
    smoothedSeekers += (effective - smoothedSeekers) * today.rules.smoothingPart
    smoothedVacancies +=
      (Double(vacancies.count) - smoothedVacancies) * today.rules.smoothingPart
    yearlyTightness +=
      (smoothedVacancies / max(smoothedSeekers, 1e-9) - yearlyTightness) / Rates.daysPerYear
    board.surplusSum *= today.rules.demandKeep
    board.surplusCount *= today.rules.demandKeep
  }

  private var jobHolders: Int64 {
    var heads: Int64 = 0
    for group in 0..<ledgers.count {
      heads += ledgers[group].formal.heads + ledgers[group].informal.heads
    }
    return heads
  }

  private func meetingCount(_ today: Today) -> Int {
    guard vacancies.count > 0, smoothedSeekers > 0, smoothedVacancies > 0 else { return 0 }
    // S^α·V^(1−α) in one exponential: S·(V/S)^(1−α).
    let meetings =
      today.rules.meetingsPerDay * smoothedSeekers
      * exactPow(smoothedVacancies / smoothedSeekers, 1 - today.rules.matchingElasticity)
    let uniform = today.luck.uniform(
      traits.number, Purpose.meetingCount.rawValue, occasion: UInt32(today.number))
    return min(unbiasedRounding(meetings, uniform), 1 << 16)
  }

  /// Days and meetings both stay below 2^16.
  @inline(__always)
  private func occasion(_ meeting: Int, _ today: Today) -> UInt32 {
    UInt32(today.number) << 16 | UInt32(meeting)
  }

  private mutating func hold(_ meeting: Int, _ employer: UInt32, _ today: Today) {
    let unemployedPart =
      Double(seekers.count)
      / max(
        Double(seekers.count) + today.rules.onTheJobWeight * Double(jobHolders), 1e-9)
    var best: (person: UInt32, terms: NativeTerms)?
    var promised = 0.0
    var promises = 0.0
    for shown in 0..<Self.candidatesShown {
      guard let person = candidate(shown, meeting, unemployedPart, today) else { continue }
      let terms = terms(of: person, at: employer, today)
      if people[person].activity == .searching {
        promised += max(0, terms.bestSurplus)
        promises += 1
      }
      if terms.bestSurplus >= 0, terms.bestSurplus > (best?.terms.bestSurplus ?? -1) {
        best = (person, terms)
      }
    }
    if promises > 0 {
      board.surplusSum += promised / promises / today.rules.payIndex
      board.surplusCount += 1
    }
    if let best { hire(best.person, at: employer, best.terms, today) }
  }

  /// One of the seekers at random: unemployed, or in a job, by their weights.
  private func candidate(
    _ shown: UInt32, _ meeting: Int, _ unemployedPart: Double, _ today: Today
  ) -> UInt32? {
    let occasion = occasion(meeting, today)
    let kind = today.luck.uniform(
      traits.number, Purpose.candidateKind.rawValue, occasion: occasion, index: shown)
    if kind < unemployedPart {
      return seekers.draw(
        today.luck, who: traits.number, purpose: Purpose.unemployedCandidate.rawValue + shown,
        occasion: occasion)
    }
    return residents.draw(
      today.luck, who: traits.number, purpose: Purpose.employedCandidate.rawValue + shown,
      occasion: occasion
    ) { people[$0].activity.isEmployed }
  }

  private func terms(of person: UInt32, at employer: UInt32, _ today: Today) -> NativeTerms {
    let record = people[person]
    let searchDays = record.activity == .searching ? today.number - Int(record.since) : 0
    var terms = NativeTerms(
      skill: record.skill, searchDays: searchDays, employer: employers[employer], traits: traits,
      rules: today.rules)
    if record.activity.isEmployed {
      let wage = Double(record.wage)
      terms.require(
        moreThan: record.activity == .employedFormally ? today.rules.payroll.net(wage) : wage)
      // One does not change to the job one has.
      if record.employer == employer { terms.require(moreThan: .infinity) }
    }
    return terms
  }

  private mutating func hire(
    _ person: UInt32, at employer: UInt32, _ terms: NativeTerms, _ today: Today
  ) {
    let uniform = today.luck.uniform(
      people[person].id, Purpose.channel.rawValue, occasion: UInt32(people[person].spell),
      index: employers[employer].id)
    let isFormal = uniform < terms.formalChance(today.rules)
    let wage = Int32((isFormal ? terms.formalWage : terms.informalWage) + 0.5)
    if people[person].activity.isEmployed {
      flows[.jobChanges] += 1
      diary.note(
        .changedJob, person: people[person].id,
        employer: employers[people[person].employer].id, amount: people[person].wage,
        day: today.number)
      leaveJob(person, today)
    } else {
      leaveSearch(person)
    }
    diary.note(
      isFormal ? .hiredFormally : .hiredInformally, person: people[person].id,
      employer: employers[employer].id, amount: wage, day: today.number)
    closeVacancy(employer)
    startJob(person, at: employer, wage: wage, isFormal: isFormal, today)
  }
}
