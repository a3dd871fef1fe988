import WorldState

extension Storyteller {
  /// What happens to migrants alone, in words an official would use.
  func migrantSentence(_ traced: TracedEvent, _ employer: String) -> String {
    let event = traced.event
    let pay = Self.pay(event.amount)
    return switch event.kind {
    case .cameFromHome: "came from home to \(place(traced.market)) and began to search"
    case .leftForHome:
      event.employer == Person.nobody
        ? "gave up and left for home" : "left \(employer) and went home"
    case .wentHome: "arrived at home"
    case .reachedTarget:
      "had saved \(Self.grouped(Int(event.amount))) KZT, as much as was planned, and left for home"
    case .hiredIrregularly:
      "hired without authorisation by \(employer) in \(place(traced.market)), at \(pay)"
    case .movedOn: "moved on from \(place(traced.market)) to \(place(Int(event.amount)))"
    case .arrivedInMarket: "began to search in \(place(traced.market))"
    case .permitRenewed: "the permit was renewed until the end of the year"
    case .permitLost: "the authorisation to work ran out"
    case .dismissed: "dismissed by \(employer), who had paid \(pay); began to search"
    case .termsMadeLawful: "the job at \(employer) became lawful, at \(pay)"
    case .termsMadeIrregular: "went on working for \(employer) without authorisation, at \(pay)"
    case .overstayed: "stayed on longer than the law allows"
    case .payDelayed: "was paid late by \(employer)"
    case .payKept: "was not paid by \(employer)"
    case .payRecovered: "got back \(Self.grouped(Int(event.amount))) KZT of unpaid wages"
    case .forcedWork: "was made to work without pay by \(employer)"
    case .passportTaken: "\(employer) took the passport: can neither leave nor look elsewhere"
    case .passportReturned: "\(employer) gave the passport back"
    case .injured: "was injured at work for \(employer)"
    case .leftAbuse: "left \(employer) because of it, and began to search"
    case .permitGiven: "got a permit, bound to \(employer), until the end of the year"
    case .patentBought:
      "bought a patent for \(Self.count(Int(event.amount), "month")), to work for \(employer)"
    case .patentRenewed:
      "bought another patent for \(Self.count(Int(event.amount), "month")), to stay with \(employer)"
    case .patentEnded: "the patent ran out and was not renewed"
    case .identified:
      "was found by the police; a case was made, fine \(Self.grouped(Int(event.amount))) KZT"
    case .expelled: "was expelled, and barred for \(event.amount) days"
    case .bannedReturn: "had come in spite of the ban"
    case .bribed: "paid an officer \(Self.grouped(Int(event.amount))) KZT"
    case .legalised: "got an amnesty's card through \(employer)"
    case .fileLost: "the file for a card was lost"
    case .gainedFreedom: "had worked lawfully for long enough, and may take any job"
    case .cardLapsed: "the card ran out"
    default: officeSentence(event)
    }
  }

  /// What happens between an employer and the offices.
  func officeSentence(_ event: LifeEvent) -> String {
    let count = Int(event.amount)
    return switch event.kind {
    case .appliedForPlaces: "applied for \(Self.count(count, "permit"))"
    case .gotPlaces: "got \(Self.count(count, "permit"))"
    case .refusedPlaces: "was refused \(Self.count(count, "permit"))"
    case .inspected: "was inspected by the police"
    case .bribed: "paid an officer \(Self.grouped(count)) KZT"
    case .fined: "was fined \(Self.grouped(count)) KZT"
    case .suspended: "may not hire for \(Self.count(count, "day"))"
    case .heardOfAmnesty: "heard of the amnesty"
    case .filedForWorkers: "filed for \(Self.count(count, "worker"))"
    default: event.kind.rawValue
    }
  }

  /// Where and by what right a migrant is.
  func stayText(_ person: Person) -> String {
    let stay =
      switch person.stay {
      case .native: ""
      case .visaFree: ", stays visa-free until \(date(person.stayUntil))"
      case .permitted: ", stays lawfully"
      case .overstayed: ", stays without the right to"
      }
    let held = person.marks.contains(.passportHeld) ? ", the employer holds the passport" : ""
    return stay + held
  }
}
