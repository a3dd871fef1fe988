import Inputs
import Kernel
import Transitions
import WorldState

/// Employers hear of an amnesty, weigh it, and file for their irregular workers, where the law asks employers.
///
/// Runs after reviews while the window is open; each employer has its turn once a week. News comes from the police on the
/// first day, from the text once it is published, and from neighbours. One who has heard, whose workers qualify and who
/// gains, files with a hazard that rises to the deadline; the workers are marked, and stand in the region's queue.
/// The gain is that of MODEL 6.8: mean over workers of lawful less irregular surplus, at the detection expected after the
/// window, over the card's term, less paperwork and extortion, plus immunity, plus one draw per employer and campaign.
/// - Reads: law, beliefs, staff. - Writes: news, beliefs, marks, files.
/// - Draws: the employer's: `.news`, `.hearing`, `.filing`, `.filingSpread`; a worker's `.security`, `.cardKind`.
/// - Source: EVIDENCE E9. - Simplified: no offences or licences but papers and entry disqualify.
extension Market {
  static var turnDays: Int { 7 }
  /// Months over which gains of a card are counted, discounted by separation.
  private static var horizonMonths: Double { 12 }

  mutating func considerAmnesty(_ today: Today, _ boards: Boards) {
    guard let amnesty = today.rules.law.amnesty, today.number <= amnesty.last else { return }
    let concernsWorkers = amnesty.law.concernsWorkers(today.rules.behaviour)
    if today.number == amnesty.first { forgetNews(concernsWorkers: concernsWorkers) }
    var heard = 0.0
    var concerned = 0.0
    for employer in stride(
      from: today.number % Self.turnDays, to: employers.count, by: Self.turnDays)
    where employers[employer].irregulars > 0 {
      let index = EmployerIndex(employer)
      concerned += 1
      if !employers[index].marks.contains(.heardOfAmnesty) { hear(index, amnesty, today) }
      if employers[index].marks.contains(.heardOfAmnesty) {
        heard += 1
        if employers[index].filed == 0, amnesty.law.applicant != .worker {
          considerFiling(index, amnesty, today)
        }
      }
      if concernsWorkers { letWorkersDecide(at: index, amnesty, today, boards) }
    }
    if concerned > 0 {
      board.heardPart += (heard / concerned - board.heardPart) / Double(Self.turnDays)
    }
  }

  private mutating func forgetNews(concernsWorkers: Bool) {
    board.heardPart = 0
    if concernsWorkers { forgetWorkersNews() }
    for employer in 0..<employers.count {
      employers[employer].marks.remove(.heardOfAmnesty)
      employers[employer].filed = 0
    }
  }

  private mutating func hear(_ employer: EmployerIndex, _ amnesty: AmnestyInForce, _ today: Today) {
    let record = employers[employer]
    let beliefs = today.rules.behaviour.beliefs
    let wasTold =
      today.luck.uniform(record.id, .news, occasion: amnesty.first)
      < amnesty.law.informedAtStart
    let isPublished = amnesty.published.map { today.number >= $0 } ?? false
    let rate =
      (isPublished ? beliefs.hearingPublished : beliefs.hearing)
      + beliefs.hearingNeighbours * board.heardPart
      + (beliefs.hearingWorkers > 0 ? beliefs.hearingWorkers * partWhoHeard(at: employer) : 0)
      + today.rules.law.information.employers
    let chance = 1 - exactExp(-rate * Double(Self.turnDays) / Rates.daysPerYear)
    let uniform = today.luck.uniform(
      record.id, .hearing, occasion: today.number)
    guard wasTold || uniform < chance else { return }
    employers[employer].marks.insert(.heardOfAmnesty)
    diary.note(.heardOfAmnesty, person: .nobody, employer: record.id, day: today.number)
    if hasEligible(employer, amnesty, today) {
      employers[employer].risk = min(1, record.risk + Float(beliefs.threat))
    }
  }

  private func hasEligible(_ employer: EmployerIndex, _ amnesty: AmnestyInForce, _ today: Today)
    -> Bool
  {
    var staff = staff(of: employer)
    while let member = staff.next(people) {
      if isEligible(people[member], amnesty) { return true }
    }
    return false
  }

  /// Whom the law would register, to the letter.
  func isEligible(_ worker: Person, _ amnesty: AmnestyInForce) -> Bool {
    worker.isMigrant && worker.activity == .employedInformally && worker.authorisation == .none
      && amnesty.law.origins.contains(Int(worker.origin) - 1)
      && worker.marks.isSuperset(of: [.lawfulEntry, .papers])
      && Int(worker.arrived) < amnesty.entryCutoff
      && (amnesty.law.contract == .any || worker.marks.contains(.permanentPost))
      && (amnesty.employedSince.map { Int(worker.since) < $0 } ?? true)
  }

  private mutating func considerFiling(
    _ employer: EmployerIndex, _ amnesty: AmnestyInForce, _ today: Today
  ) {
    let chance = filingChance(today.rules.behaviour.filing.hazard, amnesty, today)
    let record = employers[employer]
    let uniform = today.luck.uniform(
      record.id, .filing, occasion: today.number)
    guard uniform < chance else { return }
    let afterwards = riskAfterwards(record, amnesty, today)
    var willing: UInt16 = 0
    var gain = 0.0
    var staff = staff(of: employer)
    while let member = staff.next(people) {
      if isEligible(people[member], amnesty), !people[member].marks.contains(.appliedAlone) {
        let isPortable = cardIsPortable(people[member], amnesty, today)
        let asked = lawfulTerms(
          of: member, isPortable ? .cardPortable : .cardBound, at: employer, today)
        let terms = yielding(asked, to: people[member], isPortable: isPortable, today)
        if terms.formalSurplus >= 0,
          wantsStatus(people[member], terms, isPortable: isPortable, today)
        {
          people[member].marks.insert(.filed)
          gain += terms.formalSurplus - irregularSurplus(of: member, atRisk: afterwards, today)
          willing = willing == .max ? .max : willing + 1
        }
      }
    }
    guard willing > 0 else { return }
    let mean = gain / Double(willing)
    let filing = today.rules.behaviour.filing
    let once = filing.immunity - filing.paperwork - extortion(amnesty.law)
    guard campaignGain(record, mean, once: once, amnesty, today) > 0 else {
      return unmark(employer)
    }
    file(employer, willing, amnesty, today)
  }

  /// Chance that one who has heard and gains files at a weekly turn.
  ///
  /// - Parameter usual: how often they file far from the deadline, a year.
  func filingChance(_ usual: Double, _ amnesty: AmnestyInForce, _ today: Today) -> Double {
    let rules = today.rules.behaviour.filing
    let left = Double(amnesty.last - today.number)
    let hazard = usual * (1 + rules.deadlineFactor * exactExp(-left / rules.deadlineDays))
    return 1 - exactExp(-hazard * Double(Self.turnDays) / Rates.daysPerYear)
  }

  /// What an irregular worker would leave the employer, aversion counted in.
  func irregularSurplus(
    of person: PersonIndex, atRisk risk: Float, _ today: Today
  ) -> Double {
    let record = people[person]
    var employer = employers[record.employer]
    employer.risk = risk
    let terms = JobTerms(
      migrant: record, isHeld: record.marks.contains(.passportHeld), searchDays: 0,
      employer: employer, traits: traits, options: options, fear: fear(of: record, today), today)
    return max(0, terms.informalSurplus)
  }

  /// Chance a month that an irregular worker is found, as the employer expects it on average after the window, over the
  /// months for which gains count: what it fears today beyond the market's rate will have faded.
  func riskAfterwards(
    _ employer: Employer, _ amnesty: AmnestyInForce, _ today: Today
  ) -> Float {
    let memory = today.rules.behaviour.beliefs.memoryDays
    let wait = Double(amnesty.last - today.number)
    let term = countedMonths(amnesty.law) * Rates.daysPerMonth
    let kept = exactExp(-wait / memory) * (1 - exactExp(-term / memory)) * memory / term
    return Float(board.detectionRate)
      + (employer.risk - Float(board.detectionRate)) * Float(kept)
  }

  func countedMonths(_ law: Amnesty) -> Double {
    min(Double(law.cardMonths), Self.horizonMonths)
  }

  /// An employer's gain of filing, a worker-month.
  ///
  /// - Parameter once: what filing is worth to it once, a worker at reference pay.
  func campaignGain(
    _ employer: Employer, _ perMonth: Double, once: Double, _ amnesty: AmnestyInForce,
    _ today: Today
  ) -> Double {
    let rules = today.rules.behaviour.filing
    let index = today.rules.payIndex
    let months = countedMonths(amnesty.law)
    let draw = standardLogistic(
      uniform: today.luck.uniform(
        employer.id, .filingSpread, occasion: amnesty.first))
    return perMonth + (once / months + rules.spread * draw) * index
  }

  func extortion(_ law: Amnesty) -> Double {
    law.extortionRegions.contains(traits.region) ? law.extortionHigh : law.extortion
  }

  func cardIsPortable(_ worker: Person, _ amnesty: AmnestyInForce, _ today: Today) -> Bool {
    today.luck.uniform(worker.id, .cardKind, occasion: amnesty.first)
      < amnesty.law.portability
  }

  private mutating func unmark(_ employer: EmployerIndex) {
    var staff = staff(of: employer)
    while let member = staff.next(people) {
      if !people[member].marks.contains(.appliedAlone) { people[member].marks.remove(.filed) }
    }
  }

  private mutating func file(
    _ employer: EmployerIndex, _ count: UInt16, _ amnesty: AmnestyInForce, _ today: Today
  ) {
    employers[employer].filed = count
    flows[.filed] += Int64(count)
    transfers.add(.extortion, Double(count) * extortion(amnesty.law) * today.rules.payIndex)
    diary.note(
      .filedForWorkers, person: .nobody, employer: employers[employer].id,
      amount: Int32(count), day: today.number)
    filings.append(Filing(market: traits.number, employer: employer, count: count))
  }
}
