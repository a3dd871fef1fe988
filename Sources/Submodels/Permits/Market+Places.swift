import Inputs
import Kernel
import Transitions
import WorldState

/// Places for migrants arrive, are filled, and run out.
///
/// Runs in the offices phase, on the day of the decision. The employer registers those of its irregular workers
/// who may have a permit, are of the category and want one; for places left it invites workers from abroad.
/// - Reads: staff. - Writes: authorisation, terms, fees, invitations. - Draws: a worker's `.security`.
/// - Source: MODEL 6.7; EVIDENCE E7.14, E8. - Simplified: one who entered unlawfully or has no papers gets none.
extension Market {
  package mutating func receivePlaces(
    _ application: Application, granted: UInt16, _ today: Today
  ) {
    let employer = application.employer
    let skill = application.skill
    let refused = application.count - granted
    employers[employer].marks.remove(.asked(for: skill))
    employers[employer].freePlaces[skill] += granted
    placesInForce += Int64(granted)
    flows[.permitsIssued] += Int64(granted)
    if skill == .skilled { flows[.permitsSkilled] += Int64(granted) }
    if skill == .specialist { flows[.permitsSpecialist] += Int64(granted) }
    flows[.permitsRefused] += Int64(refused)
    transfers.add(.permitFees, Double(granted) * (today.rules.law.permits?.fee ?? 0))
    let id = employers[employer].id
    if refused > 0 {
      diary.note(
        .refusedPlaces, person: .nobody, employer: id, amount: Int32(refused),
        skill: skill, day: today.number)
    }
    guard granted > 0 else { return }
    diary.note(
      .gotPlaces, person: .nobody, employer: id, amount: Int32(granted), skill: skill,
      day: today.number)
    registerStaff(employer, skill, today)
    let free = Int(employers[employer].freePlaces[skill])
    for _ in 0..<min(free, Int(employers[employer].vacancies)) {
      invitations.append(
        Invitation(market: traits.number, employer: employer, skill: skill))
    }
  }

  private mutating func registerStaff(_ employer: EmployerIndex, _ skill: Skill, _ today: Today) {
    var staff = staff(of: employer)
    while employers[employer].freePlaces[skill] > 0, let member = staff.next(people) {
      if people[member].isIrregular, people[member].skill == skill, mayGetPermit(people[member]) {
        let terms = lawfulTerms(of: member, .permit, at: employer, today)
        if terms.formalSurplus >= 0,
          wantsStatus(people[member], terms, isPortable: false, today)
        {
          givePermit(member, at: employer, today)
          makeLawful(member, terms, today)
        }
      }
    }
  }

  /// A new year: all places of the old one are gone; those who fill them ask for theirs as they wake.
  package mutating func beginPermitYear() {
    for employer in 0..<employers.count {
      employers[employer].freePlaces = PlaceCounts()
      employers[employer].permitsUsed = 0
    }
    placesInForce = 0
  }

}

extension Homeland {
  /// How many an employer asks before it gives up.
  private static var asked: Int { 16 }

  /// Sends one of this homeland's people to an employer who invited one: of the one drawn and those after, the first of
  /// the skill who is at home.
  ///
  /// - Parameter uniform: draws whom.
  package mutating func answer(
    _ invitation: Invitation, employer: EmployerID, uniform: Double, yearEnd: DayNumber,
    _ today: Today
  ) -> Departure? {
    guard people.count > 0 else { return nil }
    let first = Int(Double(people.count) * uniform)
    var guest: PersonIndex?
    for step in 0..<min(Self.asked, people.count) where guest == nil {
      let place = PersonIndex((first + step) % people.count)
      let isFree =
        people[place].activity == .atHome && Int(people[place].bannedUntil) <= today.number
      if isFree, people[place].skill == invitation.skill { guest = place }
    }
    guard let place = guest else { return nil }
    flows[.arrivals] += 1
    var traveller = takeOut(place)
    traveller.authorisation = .permit
    traveller.bind(to: employer)
    traveller.authorisedUntil = yearEnd
    return Departure(person: traveller, to: invitation.market)
  }
}
