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
      if isOnFile(people[member]) {
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
    let asked = lawfulTerms(of: person, card, at: employer, today)
    // Nobody yields who has applied alone.
    let terms =
      record.marks.contains(.appliedAlone)
      ? asked : yielding(asked, to: record, isPortable: card == .cardPortable, today)
    guard error >= amnesty.law.errorShare, terms.formalSurplus >= 0, record.authorisation == .none
    else {
      return loseFile(of: person, today)
    }
    giveCard(person, card, at: employer, until: until, today)
    makeLawful(person, terms, today)
  }

  /// A file that came too late.
  package mutating func loseFile(_ employer: EmployerIndex, _ today: Today) {
    employers[employer].filed = 0
    var staff = staff(of: employer)
    while let member = staff.next(people) {
      if isOnFile(people[member]) {
        people[member].marks.remove(.filed)
        loseFile(of: member, today)
      }
    }
  }

  /// The desk has processed a worker's own application: if they are still in the job, they get the card.
  package mutating func receiveOwnCard(
    _ filing: Filing, _ today: Today, _ amnesty: AmnestyInForce
  ) {
    guard isOnOwnFile(filing) else { return }
    people[filing.place].marks.remove(.filed)
    issueCard(
      filing.place, at: filing.employer, until: today.day(afterMonths: amnesty.law.cardMonths),
      amnesty, today)
  }

  /// A worker's own application that came too late.
  package mutating func loseOwnFile(_ filing: Filing, _ today: Today) {
    guard isOnOwnFile(filing) else { return }
    people[filing.place].marks.remove(.filed)
    loseFile(of: filing.place, today)
  }

  private mutating func loseFile(of person: PersonIndex, _ today: Today) {
    flows[.filesLost] += 1
    diary.note(.fileLost, person: people[person].id, day: today.number)
  }

  /// Whether the employer has filed for a worker.
  private func isOnFile(_ worker: Person) -> Bool {
    worker.marks.contains(.filed) && !worker.marks.contains(.appliedAlone)
  }

  /// Whether a worker who applied alone is where they were: an application is for the job, and falls with it.
  private func isOnOwnFile(_ filing: Filing) -> Bool {
    let record = people[filing.place]
    return record.id == filing.person && record.employer == filing.employer
      && record.marks.isSuperset(of: [.filed, .appliedAlone])
  }

  /// A card runs out.
  mutating func lapseCard(_ person: PersonIndex, _ today: Today) {
    flows[.cardsLapsed] += 1
    diary.note(.cardLapsed, person: people[person].id, day: today.number)
    loseAuthorisation(person, today)
  }
}
