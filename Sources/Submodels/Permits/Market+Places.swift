import Inputs
import Kernel
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
        .refusedPlaces, person: Person.nobody, employer: id, amount: Int32(refused),
        skill: skill, day: today.number)
    }
    guard granted > 0 else { return }
    diary.note(
      .gotPlaces, person: Person.nobody, employer: id, amount: Int32(granted), skill: skill,
      day: today.number)
    registerStaff(employer, skill, today)
    let free = Int(employers[employer].freePlaces[skill])
    for _ in 0..<min(free, Int(employers[employer].vacancies)) {
      invitations.append(
        Invitation(market: traits.number, employer: employer, skill: skill))
    }
  }

  private mutating func registerStaff(_ employer: UInt32, _ skill: Skill, _ today: Today) {
    var member = employers[employer].firstStaff
    while member != Person.nobody, employers[employer].freePlaces[skill] > 0 {
      let next = people[member].next
      if people[member].isIrregular, people[member].skill == skill, mayGetPermit(people[member]) {
        let terms = lawfulTerms(of: member, .permit, at: employer, today)
        if terms.formalSurplus >= 0,
          wantsStatus(people[member], terms, isPortable: false, today)
        {
          givePermit(member, at: employer, today)
          makeLawful(member, terms, today)
        }
      }
      member = next
    }
  }

  /// Whether an employer could put him on its list: it has a free place of his category, and he may have it.
  func hasPlace(for migrant: Person, at employer: UInt32) -> Bool {
    employers[employer].freePlaces[migrant.skill] > 0 && mayGetPermit(migrant)
  }

  /// Who came lawfully and holds papers may be put on an employer's list.
  func mayGetPermit(_ migrant: Person) -> Bool {
    (migrant.authorisation == .none || migrant.authorisation == .permit)
      && migrant.marks.isSuperset(of: [.lawfulEntry, .papers])
  }

  /// Binds a migrant to one of the employer's places; the job is the caller's.
  mutating func givePermit(_ person: UInt32, at employer: UInt32, _ today: Today) {
    people[person].boundTo = employers[employer].id
    people[person].authorisedUntil = dayAfterYearEnd(today)
    people[person].stayUntil = Person.never
    setAuthorisation(person, .permit, today)
    setStay(person, .permitted)
    diary.note(
      .permitGiven, person: people[person].id, employer: employers[employer].id,
      day: today.number)
  }

  /// Terms at an employer if the worker had an authorisation.
  func lawfulTerms(
    of person: UInt32, _ authorisation: Authorisation, at employer: UInt32, _ today: Today
  ) -> JobTerms {
    var worker = people[person]
    worker.authorisation = authorisation
    return JobTerms(
      migrant: worker, isHeld: false, searchDays: 0, employer: employers[employer],
      traits: traits, today)
  }

  /// Whether a worker would rather have lawful work at these terms than what he earns now: net pay counts,
  /// and what security and freedom are worth to him.
  func wantsStatus(
    _ worker: Person, _ terms: JobTerms, isPortable: Bool, _ today: Today
  ) -> Bool {
    let freedom = isPortable ? today.rules.behaviour.filing.portableValue * today.rules.payIndex : 0
    return today.rules.law.payroll.net(terms.formalWage) + securityValue(of: worker, today)
      + freedom
      >= Double(worker.wage)
  }

  /// What lawful status is worth to a migrant, KZT a month of the day.
  func securityValue(of worker: Person, _ today: Today) -> Double {
    let rules = today.rules.behaviour.filing
    let taste = standardNormal(
      uniform: today.luck.uniform(worker.id, Purpose.security.rawValue))
    return max(0, rules.securityValue + rules.securitySpread * taste) * today.rules.payIndex
  }

  /// A new year: all places of the old one are gone; those who fill them ask for theirs as they wake.
  package mutating func beginPermitYear() {
    for employer in 0..<employers.count {
      employers[employer].freePlaces = PlaceCounts()
      employers[employer].permitsUsed = 0
    }
    placesInForce = 0
  }

  /// One who was invited, or comes back with an employer's card, takes the job he came for, if it is there.
  mutating func takeJobWithSponsor(_ person: UInt32, _ today: Today) {
    let record = people[person]
    let place = Employer.place(ofIdentity: record.boundTo)
    guard place.market == Int(traits.number), place.index < employers.count else { return }
    let employer = UInt32(place.index)
    guard maySignLawfully(record, at: employer, today), employers[employer].vacancies > 0 else {
      return
    }
    let terms = lawfulTerms(of: person, record.authorisation, at: employer, today)
    guard terms.formalSurplus >= 0 else { return }
    leaveSearch(person)
    closeVacancy(employer)
    let wage = Tenge.nearest(terms.formalWage)
    diary.note(
      .hiredFormally, person: record.id, employer: employers[employer].id, amount: wage,
      day: today.number)
    startJob(person, at: employer, wage: wage, isFormal: true, today)
    settleIn(person, today)
  }
}

extension Homeland {
  /// How many an employer asks before it gives up.
  private static var asked: Int { 16 }

  /// Sends one of this homeland's people to an employer who invited him: of the one drawn and those after him, the first of
  /// the skill who is at home.
  ///
  /// - Parameter uniform: draws whom.
  package mutating func answer(
    _ invitation: Invitation, employer: UInt32, uniform: Double, yearEnd: UInt16, _ today: Today
  ) -> Departure? {
    guard people.count > 0 else { return nil }
    let first = Int(Double(people.count) * uniform)
    var guest: UInt32?
    for step in 0..<min(Self.asked, people.count) where guest == nil {
      let place = UInt32((first + step) % people.count)
      let isFree =
        people[place].activity == .atHome && Int(people[place].bannedUntil) <= today.number
      if isFree, people[place].skill == invitation.skill { guest = place }
    }
    guard let place = guest else { return nil }
    flows[.arrivals] += 1
    var traveller = takeOut(place)
    traveller.authorisation = .permit
    traveller.boundTo = employer
    traveller.authorisedUntil = yearEnd
    return Departure(person: traveller, to: invitation.market)
  }
}
