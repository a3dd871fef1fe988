import Inputs
import Kernel
import Transitions
import WorldState

/// Migrants arrive from home: their stay begins, and they search, unless an employer holds a place for them: then they
/// take that job.
///
/// Runs when the day's journeys end. Entry is lawful and visa-free with a limit, or unlawful; some register; some
/// come for long, the others for a season or until they have saved what they came for.
/// - Reads: what the law gives their origin. - Writes: records, seekers, jobs, books.
/// - Draws: per trip, `.entry`, `.stayLength`, `.savingsTarget`, `.seasonEnd`.
/// - Source: MODEL 6.1; visa-free stays and visa runs (EVIDENCE E2.6, E16). - Simplified: a year's visa runs are
///   one draw, and happen in place.
extension Market {
  /// A year of visa runs, after which they are decided upon again.
  static var visaRunDays: Int { 365 }

  mutating func comeFromHome(_ traveller: Person, _ today: Today, _ boards: Boards) {
    var record = traveller
    record.trips = record.trips == .max ? .max : record.trips + 1
    record.activity = .searching
    record.due = .never
    record.arrived = DayNumber(today.number)
    record.savedSince = DayNumber(today.number)
    record.savings = 0
    let board = boards.origins[Int(record.origin) - 1]
    decideEntry(&record, board, today)
    decideLength(&record, today)
    let person = arriveFromHome(record, today)
    if record.authorisation.isBound { takeJobWithSponsor(person, today) }
    if Int(record.bannedUntil) > today.number {
      diary.note(.bannedReturn, person: record.id, day: today.number)
    }
  }

  /// One who was invited, or comes back with an employer's card, takes the job that this was for, if it is there.
  private mutating func takeJobWithSponsor(_ person: PersonIndex, _ today: Today) {
    let record = people[person]
    let place = Employer.place(ofIdentity: record.boundTo)
    guard place.market == Int(traits.number), place.index < employers.count else { return }
    let employer = EmployerIndex(place.index)
    guard maySignLawfully(record, at: employer, today), employers[employer].vacancies > 0 else {
      return
    }
    let terms = lawfulTerms(of: person, record.authorisation, at: employer, today)
    guard terms.formalSurplus >= 0 else { return }
    hire(
      person, at: employer, wage: WholeMoney.nearest(terms.formalWage), isFormal: true, today)
  }

  /// By what right a migrant comes, and may stay.
  private func decideEntry(_ record: inout Person, _ board: OriginBoard, _ today: Today) {
    let rules = today.rules.behaviour.migration
    let trip = Int(record.trips)
    let words = today.luck.words(record.id, .entry, occasion: trip)
    let isBarred = Int(record.bannedUntil) > today.number
    let isLawful = !isBarred && openUniform(words.0) < rules.lawfulEntry
    record.marks.formIntersection([.experienced, .exempt, .papers])
    if isBarred { record.marks.insert(.barred) }
    if isLawful { record.marks.insert(.lawfulEntry) }
    if isLawful && openUniform(words.1) < rules.registration { record.marks.insert(.registered) }
    if Int(record.authorisedUntil) <= today.number || record.authorisation == .freeAccess {
      let wasPatent = record.authorisation == .patent
      let ended = Int(record.authorisedUntil)
      record.authorisation = .none
      record.authorisedUntil = .never
      record.bind(to: .nobody)
      if wasPatent {
        record.patentsFrom = DayNumber(ended + (today.rules.law.patents?.gapDays ?? 0))
      }
    }
    if board.hasFreeMovement || record.marks.contains(.exempt) {
      record.authorisation = .freeAccess
      record.authorisedUntil = .never
      record.bind(to: .nobody)
    }
    record.stayUntil = .never
    if record.authorisation != .none {
      record.stay = .permitted
    } else if isLawful {
      record.stay = .visaFree
      let runs = board.visaFreeDays > 0 && openUniform(words.2) < rules.visaRuns
      let days =
        runs
        ? Self.visaRunDays
        : board.visaFreeDays > 0 ? board.visaFreeDays : today.rules.institutions.visaDays
      record.stayUntil = DayNumber(today.number + days)
    } else {
      record.stay = .overstayed
    }
  }

  /// For how long a migrant comes, and for how much.
  private func decideLength(_ record: inout Person, _ today: Today) {
    let rules = today.rules.behaviour.migration
    let trip = Int(record.trips)
    let words = today.luck.words(record.id, .stayLength, occasion: trip)
    record.plannedReturn = .never
    if openUniform(words.0) < rules.longShare {
      record.marks.insert(.longStay)
    } else {
      let planned =
        14 + standardExponential(uniform: openUniform(words.1)) * (rules.seasonalStayDays - 14)
      let stay = planned * stayPart(of: record, pay: usualIrregularPay(today), today)
      let end = today.number + Int(min(stay, 3000))
      let lastDay = seasonEnd(after: today, openUniform(words.2)) ?? end
      record.plannedReturn = DayNumber(min(end, lastDay))
    }
    let months =
      rules.savingsMonths
      * standardExponential(
        uniform: today.luck.uniform(record.id, .savingsTarget, occasion: trip))
    let saved = months * today.rules.behaviour.migration.remittedShare * usualIrregularPay(today)
    record.target = WholeMoney.whole(saved)
  }

  /// The day on which the season ends for one who is here before its end begins; nil after that.
  private func seasonEnd(after today: Today, _ uniform: Double) -> Int? {
    let civil = today.date.civil
    let begins = Day(year: civil.year, month: today.rules.behaviour.migration.seasonEnd, day: 15)
    guard today.date < begins else { return nil }
    return today.number + (begins - today.date) + Int(uniform * 45)
  }

  /// What an irregular worker of mean productivity is paid here, a month of the day.
  func usualIrregularPay(_ today: Today) -> Double {
    let value = traits.migrantProductivity * today.rules.payIndex
    return bargainedWage(
      share: today.rules.irregularBargainingShare,
      value: max(
        0, value - today.expectedSanction(atRisk: Float(board.detectionRate), in: traits.number)),
      reservation: options.migrant(
        ability: today.rules.payIndex, home: usualHome(today), payIndex: today.rules.payIndex)
        + usualFear(today))
  }

  /// What a month of irregular work is expected to cost, money of the day: the mean over origins.
  private func usualFear(_ today: Today) -> Double {
    guard fears.count > 0 else { return 0 }
    var sum = 0.0
    for origin in 0..<fears.count { sum += fears[origin] }
    return sum / Double(fears.count) * today.rules.payIndex
  }

  /// What is earned at home, a month of the day: the mean over origins.
  private func usualHome(_ today: Today) -> Double {
    guard !today.homeIncomes.isEmpty else { return 0 }
    return today.homeIncomes.reduce(0, +) / Double(today.homeIncomes.count)
  }
}
