import Inputs
import Kernel
import Transitions
import WorldState

/// The amnesty's cards: given when the desk has processed a file, lost with a file that failed, and lapsed.
///
/// Runs in the offices phase, on the day on which the desk comes to the file; a card lapses when its holder wakes on its
/// last day. - Reads: marks, terms. - Writes: authorisation, terms, marks. - Draws: a worker's `.fileError`, `.cardKind`.
/// - Source: EVIDENCE E9. - Simplified: a file fails by chance alone.
extension Market {
  /// The desk has processed an employer's file: those who are still there get their cards.
  package mutating func receiveCards(
    _ employer: EmployerIndex, _ today: Today, _ amnesty: AmnestyInForce
  ) {
    employers[employer].filed = 0
    let until = today.day(afterMonths: amnesty.law.cardMonths)
    var staff = staff(of: employer)
    while let member = staff.next(people) {
      if people[member].marks.contains(.filed) {
        people[member].marks.remove(.filed)
        issueCard(member, at: employer, until: until, amnesty, today)
      }
    }
  }

  private mutating func issueCard(
    _ person: PersonIndex, at employer: EmployerIndex, until: DayNumber, _ amnesty: AmnestyInForce,
    _ today: Today
  ) {
    let record = people[person]
    let error = today.luck.uniform(
      record.id, .fileError, occasion: amnesty.first)
    let card: Authorisation =
      cardIsPortable(record, amnesty, today) ? .cardPortable : .cardBound
    let terms = lawfulTerms(of: person, card, at: employer, today)
    guard error >= amnesty.law.errorShare, terms.formalSurplus >= 0, record.authorisation == .none
    else {
      flows[.filesLost] += 1
      diary.note(.fileLost, person: record.id, day: today.number)
      return
    }
    giveCard(person, card, at: employer, until: until, today)
    makeLawful(person, terms, today)
  }

  /// A file that came too late.
  package mutating func loseFile(_ employer: EmployerIndex, _ today: Today) {
    employers[employer].filed = 0
    var staff = staff(of: employer)
    while let member = staff.next(people) {
      if people[member].marks.contains(.filed) {
        people[member].marks.remove(.filed)
        flows[.filesLost] += 1
        diary.note(.fileLost, person: people[member].id, day: today.number)
      }
    }
  }

  /// A card runs out.
  mutating func lapseCard(_ person: PersonIndex, _ today: Today) {
    flows[.cardsLapsed] += 1
    diary.note(.cardLapsed, person: people[person].id, day: today.number)
    loseAuthorisation(person, today)
  }
}
