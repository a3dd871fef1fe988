import Inputs
import Kernel
import WorldState

/// Migrants whose pending day is today: a known date has come, or the next epoch of their spell.
///
/// Runs with the natives' wakes. Known dates are the end of the authorisation, of the lawful stay, and of the planned
/// stay; epochs are those of MODEL 6.1 and 6.6. One whose passport is held cannot go home.
/// - Reads: rates, law. - Writes: activity, jobs, books, the outbox.
/// - Draws: per epoch, `.epoch`, `.cause`; `.channel`, `.quit`, `.recovery`, `.destination`.
/// - Source: EVIDENCE E11, E8.
extension Market {
  /// How long one who cannot leave waits before he tries again, days.
  static var retryDays: Int { 30 }
  /// What is left to one whose permit ran out before his stay is unlawful, days.
  static var graceDays: Int { 30 }

  mutating func wakeMigrant(_ person: UInt32, _ today: Today, _ boards: Boards) {
    let number = UInt16(today.number)
    earnFreedom(person, today)
    if people[person].authorisedUntil == number { endAuthorisation(person, today) }
    if people[person].stayUntil == number, !buyPatentForJob(person, today) {
      people[person].stayUntil = Person.never
      flows[.overstays] += 1
      setStay(person, .overstayed)
      diary.note(.overstayed, person: people[person].id, day: today.number)
    }
    if people[person].plannedReturn == number {
      guard people[person].marks.contains(.passportHeld) else {
        if people[person].activity.isEmployed { noteTarget(person, today) }
        return goHome(person, today, boards)
      }
      people[person].plannedReturn = UInt16(min(today.number + Self.retryDays, 65_534))
    }
    guard people[person].epochDue == number else { return setDue(person, today) }
    switch people[person].activity {
    case .searching: epochOfMigrantSearch(person, today, boards)
    case .employedFormally, .employedInformally: epochOfMigrantJob(person, today, boards)
    case .nobody, .notYetIn, .ownAccount, .atHome, .away:
      preconditionFailure("a migrant abroad works or searches")
    }
  }

  /// Whoever has worked lawfully for as long as the law asks is free to take any job; found out when he wakes.
  private mutating func earnFreedom(_ person: UInt32, _ today: Today) {
    let needed = today.rules.law.mobility.freeAfterDays
    let record = people[person]
    guard needed > 0, record.activity == .employedFormally, record.authorisation != .freeAccess,
      today.number - Int(record.since) >= needed
    else { return }
    setAuthorisation(person, .freeAccess, today)
    people[person].marks.insert(.exempt)
    people[person].authorisedUntil = Person.never
    people[person].boundTo = Person.nobody
    diary.note(
      .gainedFreedom, person: record.id, employer: employers[record.employer].id,
      day: today.number)
  }

  private mutating func noteTarget(_ person: UInt32, _ today: Today) {
    settleSavings(person, today)
    let record = people[person]
    guard record.savings >= record.target else { return }
    diary.note(.reachedTarget, person: record.id, amount: record.savings, day: today.number)
  }

  private mutating func epochOfMigrantSearch(
    _ person: UInt32, _ today: Today, _ boards: Boards
  ) {
    let migration = today.rules.behaviour.migration
    let record = people[person]
    let draw = causeDraw(person, bound: traits.migrantSearchBound, today)
    var causes = longReturnRate(record, today)
    if draw < causes { return goHome(person, today, boards) }
    if today.number - Int(record.since) >= Int(migration.joblessPatienceDays) {
      causes += migration.joblessReturn
      if draw < causes { return goHome(person, today, boards) }
      causes += migration.moveOn
      if draw < causes, moveOn(person, today, boards) { return }
    }
    scheduleEpoch(person, bound: traits.migrantSearchBound, today)
  }

  private mutating func epochOfMigrantJob(_ person: UInt32, _ today: Today, _ boards: Boards) {
    let life = today.rules.behaviour.workingLife
    let record = people[person]
    let isFormal = record.activity == .employedFormally
    let isHeld = record.marks.contains(.passportHeld)
    let bound = jobBound(of: record, isFormal: isFormal)
    let draw = causeDraw(person, bound: bound, today)
    var causes =
      (isFormal ? life.boundSeparation : life.irregularSeparation) * traits.separationIndex
    if draw < causes { return separate(person, .separations, .separated, today) }
    causes += longReturnRate(record, today)
    if draw < causes {
      if !isHeld { return goHome(person, today, boards) }
      return scheduleEpoch(person, bound: bound, today)
    }
    causes += traits.injuryRate
    if draw < causes { return injure(person, today, boards) }
    if !isFormal {
      causes += life.judgement
      if draw < causes { return judge(person, today) }
    }
    let part = isFormal ? today.rules.behaviour.abuse.lawfulFactor : 1
    suffer(person, (draw - causes) / part, today)
  }

  /// How often one who came for long goes home, a year.
  private func longReturnRate(_ record: Person, _ today: Today) -> Double {
    record.marks.contains(.longStay)
      ? Rates.daysPerYear / today.rules.behaviour.migration.longStayDays : 0
  }

  /// The day on which one will have saved what he came for, if all stays as it is.
  mutating func planReturn(_ person: UInt32, _ today: Today) {
    let record = people[person]
    let perDay =
      Double(record.wage) * today.rules.behaviour.migration.remittedShare / Rates.daysPerMonth
    guard perDay > 0 else { return }
    let days = max(1, Double(record.target - record.savings) / perDay)
    let reached = Int(min(days, 60_000)) + today.number
    people[person].plannedReturn = min(
      record.plannedReturn, UInt16(min(reached, Int(Person.never))))
    setDue(person, today)
  }

  /// Terms of a migrant's present job, if they were made today.
  func presentTerms(of person: UInt32, _ today: Today) -> JobTerms {
    let record = people[person]
    var terms = JobTerms(
      migrant: record, isHeld: record.marks.contains(.passportHeld), searchDays: 0,
      employer: employers[record.employer], traits: traits, today)
    // One who needs a place must want it; others' lawful jobs are theirs by right.
    let needsPlace = record.authorisation == .none || record.authorisation == .permit
    if !maySignLawfully(record, at: record.employer, today)
      || needsPlace && !wantsStatus(record, terms, isPortable: false, today)
    {
      terms.formalSurplus = -1
    }
    return terms
  }

  /// Whether a job there would be lawful.
  func maySignLawfully(_ migrant: Person, at employer: UInt32, _ today: Today) -> Bool {
    switch migrant.authorisation {
    case .none, .permit: hasPlace(for: migrant, at: employer)
    case .cardBound: migrant.boundTo == employers[employer].id
    case .cardPortable, .freeAccess: true
    case .patent:
      today.rules.law.sellsPatents(for: traits.employer)
        && (migrant.employer == employer && migrant.activity == .employedFormally
          || Int(employers[employer].patents) < today.rules.law.patents?.maxPerEmployer ?? 0)
    }
  }

  /// The employer asks again whether to keep an irregular worker, and on which terms.
  private mutating func judge(_ person: UInt32, _ today: Today) {
    let terms = presentTerms(of: person, today)
    if terms.bestSurplus < 0 {
      return separate(person, .layoffs, .dismissed, today)
    }
    let record = people[person]
    let uniform = today.luck.uniform(
      record.id, Purpose.channel.rawValue, occasion: UInt32(record.spell),
      index: UInt32(record.epochs))
    if uniform < terms.formalChance(today) {
      if mayGetPermit(record) { givePermit(person, at: record.employer, today) }
      makeLawful(person, terms, today)
    } else {
      scheduleEpoch(person, bound: traits.irregularJobBound, today)
    }
  }

  mutating func makeLawful(_ person: UInt32, _ terms: JobTerms, _ today: Today) {
    let wage = Tenge.nearest(terms.formalWage)
    diary.note(
      .termsMadeLawful, person: people[person].id,
      employer: employers[people[person].employer].id, amount: wage, day: today.number)
    if people[person].marks.contains(.passportHeld) { setPassport(person, isHeld: false) }
    changeTerms(person, wage: wage, isFormal: true, today)
  }

  /// An authorisation has run out: a patent may be bought again; a permit may be renewed within the employer's places of the new year; the
  /// job goes on without, or ends.
  private mutating func endAuthorisation(_ person: UInt32, _ today: Today) {
    let record = people[person]
    if record.authorisation == .permit, record.activity == .employedFormally,
      employers[record.employer].freePlaces[record.skill] > 0
    {
      fillPlace(record, at: record.employer)
      people[person].authorisedUntil = dayAfterYearEnd(today)
      diary.note(
        .permitRenewed, person: record.id, employer: employers[record.employer].id,
        day: today.number)
      return
    }
    if record.authorisation == .patent {
      if !renewPatent(person, today) { endPatent(person, today) }
      return
    }
    if record.authorisation == .cardBound || record.authorisation == .cardPortable {
      flows[.cardsLapsed] += 1
      diary.note(.cardLapsed, person: record.id, day: today.number)
    } else {
      diary.note(.permitLost, person: record.id, day: today.number)
    }
    loseAuthorisation(person, today)
  }

  mutating func loseAuthorisation(_ person: UInt32, _ today: Today) {
    // First the books, which ask whether a place was still his.
    setAuthorisation(person, .none, today)
    people[person].authorisedUntil = Person.never
    people[person].boundTo = Person.nobody
    if people[person].stay == .permitted {
      setStay(person, .visaFree)
      people[person].stayUntil = UInt16(min(today.number + Self.graceDays, 65_534))
    }
    guard people[person].activity == .employedFormally else { return }
    let terms = presentTerms(of: person, today)
    if terms.informalSurplus < 0 {
      separate(person, .layoffs, .dismissed, today)
    } else {
      let wage = Tenge.nearest(terms.informalWage)
      diary.note(
        .termsMadeIrregular, person: people[person].id,
        employer: employers[people[person].employer].id, amount: wage, day: today.number)
      changeTerms(person, wage: wage, isFormal: false, today)
    }
  }

  /// The first day of next year, on which this year's permits are no longer valid.
  func dayAfterYearEnd(_ today: Today) -> UInt16 {
    let next = Day(year: today.date.civil.year + 1, month: 1, day: 1)
    return UInt16(min(today.number + (next - today.date), 65_534))
  }
}
