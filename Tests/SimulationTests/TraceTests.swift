import Inputs
import Kernel
import Measurement
import Population
import Simulation
import Stories
import Testing
import WorldState

/// What a trace tells is what the records count.
@Suite struct TraceTests {
  private let inputs: Inputs

  init() throws { inputs = try SmallCountry.inputs() }

  private func everybody(
    _ kind: LifeEvent.Kind, _ others: Inputs? = nil
  ) throws -> [TracedEvent] {
    try trace(others ?? inputs, Following(.firstOf(kind, .max)), options: RunOptions()).events
  }

  /// Events of a whole run by the flow that counts them.
  private func flow(_ name: String, _ inputs: Inputs) throws -> Int {
    let column = try #require(Flows.indicators.firstIndex { $0.name == name })
    var sum = 0.0
    var sinks = RunSinks()
    sinks.month = { month in sum += month.flows.reduce(0) { $0 + $1.values[column] } }
    _ = try simulate(inputs, options: RunOptions(), sinks: sinks)
    return Int((sum * inputs.run.scale).rounded())
  }

  @Test(arguments: [
    ("hires", [LifeEvent.Kind.hiredFormally, .hiredInformally, .hiredIrregularly]),
    ("job_changes", [.changedJob]),
    ("separations", [.separated, .leftAbuse]), ("layoffs", [.laidOff, .dismissed]),
    ("own_account_entries", [.startedOwnAccount]), ("own_account_exits", [.gaveUpOwnAccount]),
    ("labour_force_entries", [.entered]), ("labour_force_exits", [.leftLabourForce]),
    ("market_arrivals", [.arrivedInSector, .arrivedInMarket]),
    ("market_departures", [.changedSector, .movedOn]), ("arrivals", [.cameFromHome]),
    ("returns", [.leftForHome]), ("irregular_hires", [.hiredIrregularly]),
    ("gained_status", [.termsMadeLawful]), ("lost_status", [.termsMadeIrregular]),
    ("passports_taken", [.passportTaken]), ("identified", [.identified]),
    ("employers_closed", [.closed]), ("employers_opened", [.openedAgain]),
  ])
  func `The events of everybody add up to the flow`(
    name: String, kinds: [LifeEvent.Kind]
  ) throws {
    // With nobody exempt: terms of one who needs no authorisation may become lawful, and they gain no status by it.
    var inputs = inputs
    inputs.behaviour.migration.exempt = 0
    inputs.behaviour.demand.ownResponse = 2
    inputs.behaviour.demand.closingDays = 30
    let told = try kinds.reduce(0) { try $0 + everybody($1, inputs).count }
    #expect(try told == flow(name, inputs))
    #expect(told > 0)
  }

  @Test func `A run that follows nobody writes nothing down`() throws {
    let crew = Crew(workers: 1)
    var run = Run(
      world: World.populated(inputs, replicate: 0, crew: crew), options: RunOptions(), crew: crew)
    try run.live(RunSinks())
    #expect(run.world.markets.sum { $0.diary.entries.count } == 0)
  }

  @Test func `A life is the same on any number of threads, and its part when cut short`() throws {
    let person = try #require(everybody(.changedJob).first).event.person
    let life = try trace(inputs, Following(.person(person)), options: RunOptions())
    #expect(life.events.contains { $0.event.kind == .changedJob })
    var options = RunOptions()
    options.workers = 3
    #expect(
      try trace(inputs, Following(.person(person)), options: options).events == life.events)
    options.until = Day(year: 2020, month: 3, day: 31)
    let short = try trace(inputs, Following(.person(person)), options: options)
    #expect(short.events == life.events.filter { $0.date <= short.lastDay })
  }

  @Test func `A life goes from its first state by its events to its last`() throws {
    let hired = try everybody(.hiredInformally)
    for person in Set(hired.map(\.event.person)).sorted().prefix(20) {
      let life = try trace(inputs, Following(.person(person)), options: RunOptions())
      let last = try #require(life.events.last { $0.event.kind != .payRevised })
      let end = life.end?.person
      switch last.event.kind {
      case .hiredInformally: #expect(end?.activity == .employedInformally)
      case .hiredFormally: #expect(end?.activity == .employedFormally)
      case .startedOwnAccount: #expect(end?.activity == .ownAccount)
      case .leftLabourForce: #expect(end == nil)
      default: #expect(end?.activity == .searching)
      }
      if end?.activity.isEmployed == true {
        #expect(life.events.last?.event.amount == end?.wage)
      }
    }
  }

  @Test func `A firm's staff is what it had, and who came, less who went`() throws {
    for hire in try everybody(.hiredFormally).prefix(20) {
      let firm = try trace(
        inputs, Following(.employer(hire.event.employer)), options: RunOptions())
      let change = firm.events.reduce(0) { sum, traced in
        switch traced.event.kind {
        case .hiredFormally, .hiredInformally, .hiredIrregularly: sum + 1
        case .changedJob, .separated, .laidOff, .leftLabourForce, .leftForHome, .leftAbuse,
          .dismissed:
          sum - 1
        default: sum
        }
      }
      let before = try #require(firm.beginning?.employer)
      let after = try #require(firm.end?.employer)
      #expect(Int(before.staff) + change == Int(after.staff))
    }
  }

  @Test func `The burn-in is told when asked for, before the same events`() throws {
    let person = try #require(everybody(.hiredFormally).first).event.person
    let life = try trace(inputs, Following(.person(person)), options: RunOptions())
    let whole = try trace(
      inputs, Following(.person(person), fromStart: true), options: RunOptions())
    #expect(whole.firstDay == Day(year: 2018, month: 1, day: 1))
    #expect(whole.events.filter { $0.date >= inputs.run.from } == life.events)
  }

  @Test func `Looking for some ends with the day on which they are found`() throws {
    let found = try trace(
      inputs, Following(.firstOf(.hiredInformally, 3)), options: RunOptions())
    let all = try everybody(.hiredInformally)
    #expect(found.events == Array(all.prefix(found.events.count)))
    #expect(Set(found.events.map(\.event.person)).count >= 3)
    #expect(found.events.count < all.count)
  }

  @Test func `Every kind of event has words, and none is its name in the code`() {
    let teller = Storyteller(inputs)
    func event(_ kind: LifeEvent.Kind, person: PersonID) -> TracedEvent {
      var diary = Diary()
      diary.employer = 0
      diary.note(kind, person: person, employer: 0, amount: 3, day: 400)
      return TracedEvent(date: inputs.run.from, market: 0, event: diary.entries[0], posts: 2)
    }
    for kind in LifeEvent.Kind.allCases {
      for sentence in [
        teller.sentence(ofPerson: event(kind, person: 7)),
        teller.sentence(ofEmployer: event(kind, person: 7)),
      ] { #expect(sentence.contains(" ") && sentence != kind.rawValue, "\(kind)") }
    }
    let offices: [LifeEvent.Kind] = [
      .appliedForPlaces, .gotPlaces, .refusedPlaces, .inspected, .bribed, .fined, .suspended,
      .heardOfAmnesty, .filedForWorkers, .reviewedPosts,
    ]
    for kind in offices {
      #expect(teller.sentence(ofEmployer: event(kind, person: .nobody)).contains(" "))
    }
  }

  @Test func `An identity that nobody has is a fault that says which there are`() throws {
    let count = try trace(inputs, Following(.person(0)), options: RunOptions()).summary.persons
    #expect(throws: TraceFault.noSuchPerson(PersonID(count), count: count)) {
      try trace(inputs, Following(.person(PersonID(count))), options: RunOptions())
    }
    #expect(throws: TraceFault.self) {
      try trace(inputs, Following(.employer(EmployerID(UInt32.max - 5))), options: RunOptions())
    }
  }
}
