import Inputs
import Kernel
import Transitions
import WorldState

/// Irregular workers hear of an amnesty, and apply for themselves where the law lets them.
///
/// Runs with the turn of their employer, once a week, while the window is open. News comes from the text, from compatriots in the
/// region and from an employer who has heard. One who has heard, qualifies and gains applies with a hazard that rises to
/// the deadline, whatever the employer gains; where the law asks for a contract, the employer signs or refuses, by what it would gain
/// were it to file. Their gain is lawful net pay with security (and freedom), less present pay and what papers and officials cost.
/// - Reads: law, what compatriots know. - Writes: marks, files, extortion.
/// - Draws: a worker's `.workerHearing`, `.workerFiling`, `.security`, `.cardKind`; the employer's `.filingSpread`.
/// - Source: MODEL 6.8; EVIDENCE E9.12. - Simplified: one whom the employer would not keep at lawful terms does not apply.
extension Market {
  mutating func letWorkersDecide(
    at employer: EmployerIndex, _ amnesty: AmnestyInForce, _ today: Today, _ boards: Boards
  ) {
    var staff = staff(of: employer)
    while let member = staff.next(people) {
      guard people[member].isIrregular else { continue }
      let origin = Int(people[member].origin) - 1
      communities[origin].asked += 1
      if !people[member].marks.contains(.heardOfAmnesty) {
        hearAsWorker(member, amnesty, today, boards)
      }
      guard people[member].marks.contains(.heardOfAmnesty) else { continue }
      communities[origin].heard += 1
      if amnesty.law.applicant != .employer { considerApplying(member, amnesty, today) }
    }
  }

  /// At the window's beginning nobody has heard, or applied.
  mutating func forgetWorkersNews() {
    for person in people.places {
      people[person].marks.subtract([.heardOfAmnesty, .appliedAlone])
    }
  }

  private mutating func hearAsWorker(
    _ person: PersonIndex, _ amnesty: AmnestyInForce, _ today: Today, _ boards: Boards
  ) {
    let record = people[person]
    let beliefs = today.rules.behaviour.beliefs
    let isPublished = amnesty.published.map { today.number >= $0 } ?? false
    let community = boards.community(region: traits.region, origin: record.origin)
    let employerHasHeard = employers[record.employer].marks.contains(.heardOfAmnesty)
    let rate =
      (isPublished ? beliefs.workerHearingPublished : beliefs.workerHearing)
      + beliefs.workerHearingCompatriots * boards.communities[community].heardPart
      + (employerHasHeard ? beliefs.workerHearingEmployer : 0)
      + today.rules.law.information.workers
    let chance = 1 - exactExp(-rate * Double(Self.turnDays) / Rates.daysPerYear)
    let uniform = today.luck.uniform(record.id, .workerHearing, occasion: today.number)
    guard uniform < chance else { return }
    people[person].marks.insert(.heardOfAmnesty)
    diary.note(.workerHeard, person: record.id, day: today.number)
  }

  private mutating func considerApplying(
    _ person: PersonIndex, _ amnesty: AmnestyInForce, _ today: Today
  ) {
    let record = people[person]
    guard isEligible(record, amnesty), record.marks.isDisjoint(with: [.filed, .appliedAlone]) else {
      return
    }
    let uniform = today.luck.uniform(record.id, .workerFiling, occasion: today.number)
    guard uniform < filingChance(today.rules.behaviour.filing.workerHazard, amnesty, today) else {
      return
    }
    let isPortable = cardIsPortable(record, amnesty, today)
    let terms = lawfulTerms(
      of: person, isPortable ? .cardPortable : .cardBound, at: record.employer, today)
    guard terms.formalSurplus >= 0,
      gainOfStatus(record, terms, isPortable: isPortable, today)
        >= workersCost(amnesty.law) * today.rules.payIndex / countedMonths(amnesty.law),
      !amnesty.law.signature || signs(person, terms, amnesty, today)
    else { return }
    people[person].marks.formUnion([.filed, .appliedAlone])
    flows[.filed] += 1
    transfers.add(.extortion, extortion(amnesty.law) * today.rules.payIndex)
    diary.note(
      .workerFiled, person: record.id, employer: employers[record.employer].id, day: today.number)
    filings.append(Filing(market: traits.number, worker: record, at: person))

    /// What applying costs a worker, at reference pay.
    func workersCost(_ law: Amnesty) -> Double {
      today.rules.behaviour.filing.paperwork + extortion(law)
    }
  }

  /// Whether the employer signs the contract of a worker who applies: by what it would gain if it filed, but that papers and officials
  /// are the worker's to pay.
  private func signs(
    _ person: PersonIndex, _ terms: JobTerms, _ amnesty: AmnestyInForce, _ today: Today
  ) -> Bool {
    let employer = employers[people[person].employer]
    let afterwards = riskAfterwards(employer, amnesty, today)
    let perMonth = terms.formalSurplus - irregularSurplus(of: person, atRisk: afterwards, today)
    let immunity = today.rules.behaviour.filing.immunity
    return campaignGain(employer, perMonth, once: immunity, amnesty, today) > 0
  }
}

/// What workers who have heard do where only employers apply: they tell them, and would take less pay for it.
extension Market {
  /// Part of an employer's irregular workers who have heard.
  func partWhoHeard(at employer: EmployerIndex) -> Double {
    var (all, heard) = (0, 0)
    var staff = staff(of: employer)
    while let member = staff.next(people) {
      guard people[member].isIrregular else { continue }
      all += 1
      if people[member].marks.contains(.heardOfAmnesty) { heard += 1 }
    }
    return all > 0 ? Double(heard) / Double(all) : 0
  }

  /// Lawful terms at the pay which a worker who has heard would take: less by a part of what the card is worth to them, no less than
  /// the minimum wage. The employer keeps the difference.
  func yielding(
    _ terms: JobTerms, to worker: Person, isPortable: Bool, _ today: Today
  ) -> JobTerms {
    let part = today.rules.behaviour.filing.workerYield
    guard part > 0, worker.marks.contains(.heardOfAmnesty), terms.formalSurplus >= 0 else {
      return terms
    }
    let payroll = today.rules.law.payroll
    let gain = gainOfStatus(worker, terms, isPortable: isPortable, today)
    let wanted = payroll.incomeTax.pay(leaving: payroll.net(terms.formalWage) - part * gain)
    let wage = max(wanted, payroll.minimumWage)
    guard gain > 0, wage < terms.formalWage else { return terms }
    func cost(_ wage: Double) -> Double { wage + payroll.migrantCost.amount(on: wage) }
    var cheaper = terms
    cheaper.formalWage = wage
    cheaper.formalSurplus += cost(terms.formalWage) - cost(wage)
    return cheaper
  }
}

extension Amnesty {
  /// Whether what workers know of it can change anything.
  func concernsWorkers(_ behaviour: Behaviour) -> Bool {
    applicant != .employer || behaviour.filing.workerYield > 0
      || behaviour.beliefs.hearingWorkers > 0
  }
}
