import Inputs
import Kernel
import Transitions
import WorldState

/// What is done to migrants at work, and what they do about it.
///
/// Runs at a job's epochs. Pay is late, or kept back; work is forced; a passport is taken or given back. Each is
/// counted and changes behaviour: some leave, who can; one whose passport is held can neither leave nor
/// look elsewhere, so that their pay falls to what they came for.
/// - Reads: rates, wage recovery. - Writes: jobs, marks, transfers. - Draws: `.quit`, `.recovery`, `.injury`.
/// - Source: EVIDENCE E11.1-E11.6 (shares of migrants asked), E5.15. - Simplified: recovery is at once, or never.
extension Market {
  /// - Parameter draw: what is left of the epoch's draw, compared with the rates of abuse of an irregular.
  mutating func suffer(_ person: PersonIndex, _ draw: Double, _ today: Today) {
    let rules = today.rules.behaviour.abuse
    let isHeld = people[person].marks.contains(.passportHeld)
    var causes = rules.delayedRate
    if draw < causes {
      note(.payDelayed, .delayedPay, person, today)
      return quitOrStay(person, rules.quitDelayed, today)
    }
    causes += rules.unpaidRate
    if draw < causes {
      note(.payKept, .unpaidPay, person, today)
      let isRecovered = losePay(person, months: rules.unpaidMonths, today)
      return quitOrStay(person, isRecovered ? 0 : rules.quitUnpaid, today)
    }
    causes += rules.forcedRate
    if draw < causes {
      note(.forcedWork, .forcedWork, person, today)
      let isRecovered = losePay(person, months: rules.forcedMonths, today)
      return quitOrStay(person, isRecovered ? 0 : rules.quitForced, today)
    }
    causes += isHeld ? rules.passportReturnRate : rules.passportRate
    if draw < causes, people[person].marks.contains(.papers) {
      return changePassportHands(person, isTaken: !isHeld, today)
    }
    scheduleJobEpoch(person, today)
  }

  private mutating func scheduleJobEpoch(_ person: PersonIndex, _ today: Today) {
    let record = people[person]
    scheduleEpoch(
      person, bound: jobBound(of: record, isFormal: record.activity == .employedFormally), today)
  }

  private mutating func note(
    _ event: LifeEvent.Kind, _ flow: Flow, _ person: PersonIndex, _ today: Today
  ) {
    flows[flow] += 1
    diary.note(
      event, person: people[person].id, employer: employers[people[person].employer].id,
      amount: people[person].wage, day: today.number)
  }

  /// Months of pay are not paid; some get them back.
  ///
  /// - Returns: whether they did.
  private mutating func losePay(_ person: PersonIndex, months: Double, _ today: Today) -> Bool {
    let record = people[person]
    let amount = (Double(record.wage) * months + 0.5).rounded(.down)
    transfers.add(.unpaidWages, amount)
    let chance =
      record.activity == .employedFormally
      ? today.rules.law.wageRecovery.lawful : today.rules.law.wageRecovery.irregular
    let uniform = today.luck.uniform(
      record.id, .recovery, occasion: Int(record.spell),
      index: Int(record.epochs))
    guard uniform < chance else {
      people[person].savings = max(
        min(0, record.savings),
        record.savings - Int32(Double(amount) * today.rules.behaviour.migration.remittedShare))
      return false
    }
    transfers.add(.recoveredWages, amount)
    diary.note(
      .payRecovered, person: record.id, employer: employers[record.employer].id,
      amount: WholeMoney.whole(amount), day: today.number)
    return true
  }

  private mutating func quitOrStay(_ person: PersonIndex, _ chance: Double, _ today: Today) {
    let record = people[person]
    let uniform = today.luck.uniform(
      record.id, .quit, occasion: Int(record.spell),
      index: Int(record.epochs))
    if uniform < chance, !record.marks.contains(.passportHeld) {
      separate(person, .separations, .leftAbuse, today)
    } else {
      scheduleJobEpoch(person, today)
    }
  }

  /// The passport changes hands, and pay what it allows.
  private mutating func changePassportHands(_ person: PersonIndex, isTaken: Bool, _ today: Today) {
    turnPassport(person, isTaken: isTaken, today)
    if people[person].activity == .employedInformally {
      let terms = presentTerms(of: person, today)
      if terms.informalSurplus >= 0 { payIrregular(person, terms, today) }
    }
    scheduleJobEpoch(person, today)
  }

  /// A work injury: compensated by law where the work is lawful, else where it can be claimed; some go home.
  mutating func injure(_ person: PersonIndex, _ today: Today, _ boards: Boards) {
    let rules = today.rules.behaviour.abuse
    let record = people[person]
    note(.injured, .injuries, person, today)
    let words = today.luck.words(
      record.id, .injury, occasion: Int(record.spell),
      index: Int(record.epochs))
    let isLawful = record.activity == .employedFormally
    if isLawful || openUniform(words.0) < today.rules.law.wageRecovery.irregular {
      transfers.add(.injuryCompensation, Double(record.wage) * rules.injuryMonths + 0.5)
    }
    if openUniform(words.1) < rules.injuryReturn, !record.marks.contains(.passportHeld) {
      goHome(person, today, boards)
    } else {
      scheduleJobEpoch(person, today)
    }
  }
}
