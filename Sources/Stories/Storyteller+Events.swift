import Inputs
import Kernel
import Simulation
import WorldState

extension Storyteller {
  /// The events of a person, a sentence each without its date.
  package func sentence(ofPerson traced: TracedEvent) -> String {
    let event = traced.event
    let employer = employer(event.employer, posts: traced.posts, traced.market)
    let pay = self.pay(event.amount)
    let place = place(traced.market)
    return switch event.kind {
    case .entered: "entered the labour force and began to search in \(place)"
    case .hiredFormally: "hired formally by \(employer) in \(place), at \(pay)"
    case .hiredInformally: "hired informally by \(employer) in \(place), at \(pay)"
    case .changedJob: "left \(employer), who had paid \(pay), for another job"
    case .separated: "the job at \(employer), at \(pay), ended; began to search"
    case .laidOff: "laid off by \(employer), who had paid \(pay); began to search"
    case .startedOwnAccount: "began to work on own account in \(place)"
    case .gaveUpOwnAccount: "gave up own-account work and began to search in \(place)"
    case .changedSector: "turned from \(place) to \(self.place(Int(event.amount)))"
    case .arrivedInSector: "began to search in \(place)"
    case .leftLabourForce:
      event.employer == .nobody
        ? "left the labour force" : "left the labour force and \(employer)"
    case .payRevised: "pay revised to \(pay) by \(employer)"
    case .reviewedPosts: "\(employer) reviewed its posts"
    default: migrantSentence(traced, employer)
    }
  }

  /// The events of an employer.
  package func sentence(ofEmployer traced: TracedEvent) -> String {
    let event = traced.event
    let person = "person \(event.person)"
    let pay = self.pay(event.amount)
    return switch event.kind {
    case .hiredFormally: "hired \(person) formally at \(pay)"
    case .hiredInformally: "hired \(person) informally at \(pay)"
    case .changedJob: "\(person), paid \(pay), left for another job"
    case .separated: "the job of \(person), paid \(pay), ended"
    case .laidOff: "laid off \(person), paid \(pay)"
    case .leftLabourForce: "\(person) left the labour force"
    case .payRevised: "revised the pay of \(person) to \(pay)"
    case .reviewedPosts:
      "reviewed its posts: wants \(Self.grouped(Int(event.amount)))"
    case .hiredIrregularly: "hired \(person), a migrant, without authorisation at \(pay)"
    case _ where event.person == .nobody: officeSentence(event)
    default: staffSentence(event) ?? "\(person): \(sentence(ofPerson: traced))"
    }
  }

  /// What an employer does to a migrant on its staff, or sees happen to one; nil where nothing is special about it.
  private func staffSentence(_ event: LifeEvent) -> String? {
    let person = "person \(event.person)"
    let pay = self.pay(event.amount)
    return switch event.kind {
    case .dismissed: "dismissed \(person), paid \(pay)"
    case .leftForHome: "\(person), paid \(pay), left and went home"
    case .payDelayed: "paid \(person) late"
    case .payKept: "did not pay \(person)"
    case .payRecovered:
      "had to pay \(person) \(money(event.amount)) of unpaid wages"
    case .forcedWork: "made \(person) work without pay"
    case .passportTaken: "took the passport of \(person)"
    case .passportReturned: "gave \(person) the passport back"
    case .injured: "\(person) was injured at work"
    case .leftAbuse: "\(person) left because of it"
    case .permitGiven: "put \(person) on its list, on a permit until the end of the year"
    case .permitRenewed: "the permit of \(person) was renewed until the end of the year"
    case .legalised: "\(person) got the card of the amnesty"
    case .workerHeard: "\(person) heard of the amnesty"
    case .workerFiled: "\(person) applied at the desk of the amnesty, without the employer"
    case .termsMadeLawful: "the job of \(person) became lawful, at \(pay)"
    case .termsMadeIrregular: "kept \(person) on without authorisation, at \(pay)"
    case .patentBought, .patentRenewed:
      "\(person) bought a patent for \(Self.count(Int(event.amount), "month")), to work here"
    case .gainedFreedom: "\(person) had worked lawfully for long enough, and may take any job"
    default: nil
    }
  }

  /// An employer's events as lines; a pay round is one line, however many it touches.
  package func lines(ofEmployer events: [TracedEvent]) -> [String] {
    var lines: [String] = []
    var round: [TracedEvent] = []
    func endRound() {
      guard let first = round.first else { return }
      if round.count == 1 {
        lines.append("\(first.date)  \(sentence(ofEmployer: first))")
      } else {
        let sum = round.reduce(0) { $0 + Int($1.event.amount) }
        let mean = self.pay(Int32(sum / round.count))
        lines.append(
          "\(first.date)  revised the pay of \(round.count) workers, to \(mean) on average")
      }
      round = []
    }
    for event in events {
      if event.event.kind != .payRevised || event.date != round.last?.date { endRound() }
      if event.event.kind == .payRevised {
        round.append(event)
      } else {
        lines.append("\(event.date)  \(sentence(ofEmployer: event))")
      }
    }
    endRound()
    return lines
  }
}
