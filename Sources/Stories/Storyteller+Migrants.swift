import Inputs
import Kernel
import Simulation
import WorldState

extension Storyteller {
  /// What happens to migrants alone, in words an official would use.
  func migrantSentence(_ traced: TracedEvent, _ employer: String) -> String {
    let event = traced.event
    let pay = self.pay(event.amount)
    return switch event.kind {
    case .cameFromHome: "came from home to \(place(traced.market)) and began to look for work"
    case .leftForHome:
      event.employer == .nobody
        ? "gave up and left for home" : "left \(employer) and went home"
    case .wentHome: "arrived at home"
    case .reachedTarget:
      "had saved \(money(event.amount)), as much as was planned, and left for home"
    case .hiredIrregularly:
      "hired without authorisation by \(employer) in \(place(traced.market)), at \(pay)"
    case .movedOn: "moved on from \(place(traced.market)) to \(place(Int(event.amount)))"
    case .arrivedInMarket: "began to look for work in \(place(traced.market))"
    case .permitRenewed: "the permit was renewed until the end of the year"
    case .permitLost: "the permit ran out"
    case .dismissed: "dismissed by \(employer), who had paid \(pay); began to search"
    case .termsMadeLawful: "the job at \(employer) became lawful, at \(pay)"
    case .termsMadeIrregular: "went on working for \(employer) without authorisation, at \(pay)"
    case .overstayed: "stayed on longer than the law allows"
    case .payDelayed: "was paid late by \(employer)"
    case .payKept: "was not paid by \(employer)"
    case .payRecovered: "got back \(money(event.amount)) of unpaid wages"
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
      "was found by the police; a case was made, fine \(money(event.amount))"
    case .documentsTaken: "an officer kept the documents"
    case .stopped:
      "was stopped by the police, with every right to be there, and paid the officer \(money(event.amount))"
    case .expelled:
      "was expelled from the country, and barred from it until \(traced.date + Int(event.amount))"
    case .bannedReturn: "had entered unlawfully, in spite of the ban"
    case .bribed:
      "was found by the police, and paid the officer a bribe of \(money(event.amount))"
    case .legalised:
      event.amount > 0
        ? "got the card of the amnesty, for which they had applied without the employer"
        : "got the card of the amnesty, for which \(employer) had filed"
    case .workerHeard: "heard of the amnesty"
    case .workerFiled: "applied at the desk of the amnesty, without \(employer)"
    case .fileLost: "the file for a card of the amnesty failed, or came too late"
    case .gainedFreedom: "had worked lawfully for long enough, and may take any job"
    case .cardLapsed: "the card of the amnesty ran out"
    default: officeSentence(event)
    }
  }

  /// What happens between an employer and the offices.
  func officeSentence(_ event: LifeEvent) -> String {
    let count = Int(event.amount)
    let places = "\(Self.count(count, "place")) for \(Self.migrants(of: event.skill))"
    return switch event.kind {
    case .appliedForPlaces: "applied to the permit office for \(places)"
    case .gotPlaces: "was given \(places) by the permit office"
    case .refusedPlaces: "was refused \(places), by the review or for want of quota"
    case .inspected: "was inspected by the police"
    case .bribed:
      "paid the officer a bribe of \(money(event.amount)) for workers without authorisation"
    case .fined: "was fined \(money(event.amount)) for workers without authorisation"
    case .fineUnpaid: "could not pay \(money(event.amount)) of the fine"
    case .suspended: "may not hire for \(Self.count(count, "day"))"
    case .heardOfAmnesty: "heard of the amnesty"
    case .filedForWorkers:
      "handed in the file of \(Self.count(count, "worker")) at the desk of the amnesty"
    case .closed: "closed, having wanted no posts for long"
    case .openedAgain: "opened again: wants \(Self.count(count, "post"))"
    default: event.kind.rawValue
    }
  }

  /// A permit category in words.
  private static func migrants(of skill: Skill?) -> String {
    switch skill {
    case .low: "low-skilled migrants"
    case .skilled: "skilled migrants"
    case .specialist: "specialists from abroad"
    case nil: "migrants"
    }
  }

  /// Where and by what right a migrant is.
  func stayText(_ person: Person) -> String {
    let stay =
      switch person.stay {
      case .native: ""
      case .visaFree: ", stays visa-free until \(date(person.stayUntil))"
      case .permitted: ", stays lawfully"
      case .overstayed: ", is in the country without the right to be"
      }
    let held = person.marks.contains(.passportHeld) ? ", the employer holds the passport" : ""
    return stay + held
  }
}
