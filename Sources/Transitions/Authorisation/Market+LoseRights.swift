import Inputs
import Kernel
import WorldState

/// A migrant loses the right to work, or to be in the country.
///
/// - Writes: authorisation, stay, books; the job, which goes on without authorisation or ends.
extension Market {
  /// The authorisation is gone, and with it the right to stay, after some days of grace. A job that it made lawful goes
  /// on at irregular terms if that pays the employer, else it ends.
  package mutating func loseAuthorisation(_ person: PersonIndex, _ today: Today) {
    // First the books, which ask whether a place was still held.
    withdrawAuthorisation(person, today)
    if people[person].stay == .permitted {
      setStay(person, .visaFree)
      people[person].stayUntil = DayNumber(today.number + today.rules.institutions.departureDays)
    }
    guard people[person].activity == .employedFormally else { return }
    let terms = presentTerms(of: person, today)
    if terms.informalSurplus < 0 {
      separate(person, .layoffs, .dismissed, today)
    } else {
      makeIrregular(person, terms, today)
    }
  }

  mutating func withdrawAuthorisation(_ person: PersonIndex, _ today: Today) {
    setAuthorisation(person, .none, today)
    people[person].authorisedUntil = .never
    people[person].bind(to: .nobody)
  }

  /// A stay outlasts what the law allows.
  package mutating func overstay(_ person: PersonIndex, _ today: Today) {
    people[person].stayUntil = .never
    flows[.overstays] += 1
    setStay(person, .overstayed)
    diary.note(.overstayed, person: people[person].id, day: today.number)
  }
}
