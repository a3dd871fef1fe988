import Inputs
import Kernel
import WorldState

/// Migrants arrive from home: their stay begins, and they search.
///
/// Runs when the day's journeys end. Entry is lawful and visa-free with a limit, or unlawful; some register; some
/// come for long, the others for a season or until they have saved what they came for.
/// - Reads: what the law gives their origin. - Writes: records, seekers, books.
/// - Draws: per trip, `.entry`, `.stayLength`, `.savingsTarget`, `.seasonEnd`.
/// - Source: MODEL 6.1; visa-free stays and visa runs (EVIDENCE E2.6, E16). - Simplified: a year's visa runs are
///   one draw, and happen in place; a visa is good for 90 days.
extension Market {
  static var visaDays: Int { 90 }
  /// A year of visa runs, after which they are decided upon again.
  static var visaRunDays: Int { 365 }

  mutating func arriveFromHome(_ traveller: Person, _ today: Today, _ boards: Boards) {
    var record = traveller
    record.trips = record.trips == .max ? .max : record.trips + 1
    record.activity = .searching
    record.due = Person.never
    record.arrived = UInt16(today.number)
    record.savedSince = UInt16(today.number)
    record.savings = 0
    let board = boards.origins[Int(record.origin) - 1]
    decideEntry(&record, board, today)
    decideLength(&record, today)
    let person = addRecord(record)
    flows[.arrivals] += 1
    if record.marks.contains(.registered) { flows[.registrations] += 1 }
    diary.note(
      .cameFromHome, person: record.id, amount: Int32(traits.number), day: today.number)
    countMarks(person, 1)
    enterSearch(person)
    beginSpell(person, .searching, bound: traits.migrantSearchBound, today)
    if record.authorisation.isBound { takeJobWithSponsor(person, today) }
    if record.bannedUntil > today.number {
      diary.note(.bannedReturn, person: record.id, day: today.number)
    }
  }

  /// By what right he comes, and may stay.
  private func decideEntry(_ record: inout Person, _ board: OriginBoard, _ today: Today) {
    let rules = today.rules.behaviour.migration
    let trip = UInt32(record.trips)
    let words = today.luck.words(record.id, Purpose.entry.rawValue, occasion: trip)
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
      record.authorisedUntil = Person.never
      record.boundTo = Person.nobody
      if wasPatent { record.noPatentBefore = ended + (today.rules.law.patents?.gapDays ?? 0) }
    }
    if board.hasFreeMovement || record.marks.contains(.exempt) {
      record.authorisation = .freeAccess
      record.authorisedUntil = Person.never
      record.boundTo = Person.nobody
    }
    record.stayUntil = Person.never
    if record.authorisation != .none {
      record.stay = .permitted
    } else if isLawful {
      record.stay = .visaFree
      let runs = board.visaFreeDays > 0 && openUniform(words.2) < rules.visaRuns
      let days =
        runs ? Self.visaRunDays : board.visaFreeDays > 0 ? board.visaFreeDays : Self.visaDays
      record.stayUntil = UInt16(min(today.number + days, Int(Person.never)))
    } else {
      record.stay = .overstayed
    }
  }

  /// For how long he comes, and for how much.
  private func decideLength(_ record: inout Person, _ today: Today) {
    let rules = today.rules.behaviour.migration
    let trip = UInt32(record.trips)
    let words = today.luck.words(record.id, Purpose.stayLength.rawValue, occasion: trip)
    record.plannedReturn = Person.never
    if openUniform(words.0) < rules.longShare {
      record.marks.insert(.longStay)
    } else {
      let stay =
        14 + standardExponential(uniform: openUniform(words.1)) * (rules.seasonalStayDays - 14)
      let end = today.number + Int(min(stay, 3000))
      let lastDay = seasonEnd(after: today, openUniform(words.2)) ?? end
      record.plannedReturn = UInt16(min(end, lastDay, Int(Person.never)))
    }
    let months =
      rules.savingsMonths
      * standardExponential(
        uniform: today.luck.uniform(record.id, Purpose.savingsTarget.rawValue, occasion: trip))
    let saved = months * today.rules.behaviour.migration.remittedShare * usualIrregularPay(today)
    record.target = Tenge.whole(saved)
  }

  /// The day on which the season ends for one who is here before its end begins; nil after that.
  private func seasonEnd(after today: Today, _ uniform: Double) -> Int? {
    let civil = today.date.civil
    let begins = Day(year: civil.year, month: today.rules.behaviour.migration.seasonEnd, day: 15)
    guard today.date < begins else { return nil }
    return today.number + (begins - today.date) + Int(uniform * 45)
  }

  /// What an irregular worker of mean productivity is paid here, KZT a month of the day.
  func usualIrregularPay(_ today: Today) -> Double {
    let value = traits.migrantProductivity * today.rules.payIndex
    return bargainedWage(
      share: today.rules.irregularBargainingShare,
      value: max(0, value - today.rules.expectedSanction(atRisk: Float(board.detectionRate))),
      reservation: traits.migrantReservation * today.rules.payIndex)
  }
}
