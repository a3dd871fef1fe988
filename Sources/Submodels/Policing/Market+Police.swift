import Inputs
import Kernel
import Transitions
import WorldState

/// Police visit workplaces and check migrants in the street; a violation ends in a bribe or in a case.
///
/// Runs first in a market's day, so that a worker expelled today is not hired today. Capacity is that of all places of a
/// measure; markets get their parts by visibility and by the irregular work of the month before, and the strength of their
/// region's police counts beside. A visit follows a lead to an irregular
/// worker or goes anywhere, and checks some of the staff. A case means fines, by chance expulsion with a ban, by chance
/// dismissal.
/// - Reads: capacity, tables of irregular workers. - Writes: beliefs, sanctions, jobs, transfers.
/// A sample cuts large firms into parts (``Employer/parts``); a visit to such a firm is one to each of its parts, where
/// so much the fewer are checked.
/// - Draws: the market's day: `.inspectionCount`, `.inspection`, `.streetCheckCount`, `.streetCheck`; a person
///   identified: `.expulsion`.
/// - Source: MODEL 6.9; EVIDENCE E10; Becker (1968). - Simplified: one officer decides for the whole visit.
extension Market {
  mutating func police(_ today: Today, _ boards: Boards) {
    guard board.policePart > 0 else { return }
    let law = law(today)
    let part = board.policePart * conditions.policeStrength * boards.scale / Rates.daysPerYear
    let visits = law.inspections * part
    followLeads(visits * law.policing.targeting, today, boards)
    visitAnywhere(visits * (1 - law.policing.targeting), today, boards)
    let checks = count(law.streetChecks * part, .streetCheckCount, today)
    for number in 0..<checks { checkStreet(number, today, boards) }
  }

  private func count(
    _ mean: Double, _ purpose: Purpose, index: Int = 0, _ today: Today
  ) -> Int {
    guard mean > 0 else { return 0 }
    let uniform = today.luck.uniform(
      traits.number, purpose, occasion: today.number, index: index)
    return min(unbiasedRounding(mean, uniform), Self.mostActs)
  }

  /// Acts a day and market that can be told apart by their draws.
  private static var mostActs: Int { 1 << 16 - 1 }

  /// Visits that a lead to an irregular worker causes. A part of a firm is as likely visited as the firm would be, which has
  /// more irregular workers by as much as it has parts.
  private mutating func followLeads(_ visits: Double, _ today: Today, _ boards: Boards) {
    guard irregularWorkers.count > 0 else { return }
    let partsPerLead = Double(irregularParts) / Double(irregularWorkers.count)
    let wanted = count(visits * partsPerLead, .inspectionCount, today)
    // Employers stand in the order of their size.
    let most = Double(employers[employers.count - 1].parts)
    var done = 0
    var draw = 0
    while done < wanted, draw < Self.mostActs {
      let occasion = today.number << 16 | draw
      draw += 1
      guard
        let lead: PersonIndex = irregularWorkers.draw(
          today.luck, traits.number, .inspection, occasion: occasion)
      else { return }
      let employer = people[lead].employer
      let words = today.luck.words(
        traits.number, .inspection, occasion: occasion, index: 1 << 20)
      guard openUniform(words.0) * most < Double(employers[employer].parts) else { continue }
      done += 1
      visit(employer, words, today, boards)
    }
  }

  /// Visits to any firm, whatever its size.
  private mutating func visitAnywhere(_ visits: Double, _ today: Today, _ boards: Boards) {
    let wanted = count(visits * partsPerFirm, .inspectionCount, index: 1, today)
    for number in 0..<wanted {
      let words = today.luck.words(
        traits.number, .inspection, occasion: today.number << 16 | number,
        index: 1 << 21)
      let employer = EmployerIndex(Int(Double(employers.count) * openUniform(words.0)))
      visit(employer, words, today, boards)
    }
  }

  /// A visit to a firm, as the part of it that stands here has a share in it.
  ///
  /// - Parameter words: the first has been used.
  private mutating func visit(
    _ employer: EmployerIndex, _ words: Philox.Words, _ today: Today, _ boards: Boards
  ) {
    let law = law(today)
    let rules = law.policing
    let record = employers[employer]
    let parts = Double(record.parts)
    if openUniform(words.1) * parts < 1 { flows[.inspections] += 1 }
    transfers.add(.inspectionCost, rules.inspectionCost / parts * today.rules.payIndex)
    diary.note(.inspected, person: .nobody, employer: record.id, day: today.number)
    let checked = unbiasedRounding(Double(rules.checked) / parts, openUniform(words.3))
    stopStaff(of: employer, checked: checked, law, today)
    guard record.irregulars > 0 else { return }
    employers[employer].risk = min(
      1, record.risk + Float(today.rules.behaviour.beliefs.ownInspection))
    let fine =
      record.convictions == 0 ? law.employerFine : law.repeatFine
    let found = min(Int(record.irregulars), checked)
    flows[.irregularsFound] += Int64(found)
    board.found += Double(found)
    if openUniform(words.2) < rules.bribe, fine > 0 {
      flows[.bribes] += Int64(found)
      let paid = bribe(rules.bribeShare * fine * Double(found), by: employer, today)
      diary.note(
        .bribed, person: .nobody, employer: record.id, amount: paid, day: today.number)
    } else {
      convict(employer, found: found, fine: fine, today, boards)
    }
  }

  private mutating func convict(
    _ employer: EmployerIndex, found: Int, fine: Double, _ today: Today, _ boards: Boards
  ) {
    let rules = law(today).sanctions
    let id = employers[employer].id
    diary.note(
      .fined, person: .nobody, employer: id,
      amount: WholeMoney.whole(fine * Double(found)), day: today.number)
    self.fine(employer, fine * Double(found), today)
    if employers[employer].convictions > 0, rules.suspensionDays > 0 {
      employers[employer].suspendedUntil = DayNumber(today.number + rules.suspensionDays)
      diary.note(
        .suspended, person: .nobody, employer: id, amount: Int32(rules.suspensionDays),
        day: today.number)
    }
    if employers[employer].convictions < .max { employers[employer].convictions += 1 }
    var staff = staff(of: employer)
    var left = found
    while left > 0, let member = staff.next(people) {
      guard people[member].isIrregular else { continue }
      left -= 1
      identify(member, atWork: true, today, boards)
    }
  }

  private mutating func checkStreet(_ number: Int, _ today: Today, _ boards: Boards) {
    let law = law(today)
    let rules = law.policing
    let fine = law.workerFine
    let occasion = today.number << 16 | number
    let words = today.luck.words(
      traits.number, .streetCheck, occasion: occasion, index: 1 << 20)
    let working = Double(irregularWorkers.count)
    let all = working + Double(migrantSeekers.count)
    guard all > 0 else { return }
    flows[.streetChecks] += 1
    transfers.add(.inspectionCost, rules.inspectionCost / 10 * today.rules.payIndex)
    let isAtWork = openUniform(words.0) < working / all
    let met: PersonIndex? =
      isAtWork
      ? irregularWorkers.draw(
        today.luck, traits.number, .streetCheck, occasion: occasion)
      : migrantSeekers.draw(
        today.luck, traits.number, .streetCheck, occasion: occasion)
    guard let met else { return }
    guard people[met].authorisation != .freeAccess, isAtWork || people[met].stay == .overstayed
    else { return stop(met, law, today) }
    if openUniform(words.1) < rules.bribe, fine > 0 {
      flows[.bribes] += 1
      ledgers[Group.of(people[met])].bribed += 1
      let paid = bribe(rules.bribeShare * fine, by: met, today)
      diary.note(.bribed, person: people[met].id, amount: paid, day: today.number)
      keepDocuments(of: met, law, today)
    } else {
      identify(met, atWork: false, today, boards)
    }
  }

  /// A case against a migrant.
  private mutating func identify(
    _ person: PersonIndex, atWork: Bool, _ today: Today, _ boards: Boards
  ) {
    let law = law(today)
    let fine = law.workerFine
    let record = people[person]
    flows[.identified] += 1
    ledgers[Group.of(record)].identified += 1
    diary.note(
      .identified, person: record.id, amount: WholeMoney.whole(fine),
      day: today.number)
    let hasPaid = self.fine(person, fine, today)
    let words = today.luck.words(
      record.id, .expulsion, occasion: today.number)
    let mustLeave = !hasPaid && law.sanctions.unpaidFines == .expulsion
    if mustLeave || openUniform(words.0) < law.expulsion {
      return expel(person, today, boards)
    }
    keepDocuments(of: person, law, today)
    if atWork, openUniform(words.1) < law.policing.dismissal {
      separate(person, .layoffs, .dismissed, today)
    }
  }
}
