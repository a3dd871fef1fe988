import Inputs
import Kernel
import Population
import TestSupport
import WorldState

/// A small market made by hand, with rules that a test may set.
///
/// Everything that could happen is switched off, so that a test turns on the one rule it is about.
struct Stage: ~Copyable {
  static let horizon = 4000
  /// Epochs a year, by kind of spell.
  static let jobBound = 0.36
  static let searchBound = 3.0
  static let ownAccountBound = 0.42

  var market: Market
  let boards: Boards
  let inputs: Inputs
  let luck: Luck
  var rules: Rules
  private var nextPerson: PersonID = 1000
  private var migrants = 0

  init(
    replicate: UInt32 = 0, ownAccountEntryRate: Double = 0, ownAccountEntrants: Double = 0,
    migrantPart: Double = 0
  ) throws {
    inputs = try Baseline.inputs(scale: 0.0005, until: "2005-02-28", burnInMonths: 0)
    let world = World.populated(inputs, replicate: 0, crew: Crew(workers: 1))
    boards = world.boards
    luck = Luck(seed: 1, replicate: replicate)
    rules = Rules(inputs, on: inputs.run.from)
    rules.behaviour.workingLife.nativeSeparation = 0
    rules.behaviour.population.exitRate = 0
    rules.behaviour.search.sectorChange = 0
    rules.behaviour.search.ownAccountExit = 0
    rules.behaviour.search.ownAccountElasticity = 0
    rules.meetingsPerDay = 0
    rules.behaviour.wages.searchValue = 0
    rules.behaviour.wages.renewal = 0
    rules.abilities = rules.abilities.map { _ in 1 }
    rules.behaviour.demand.adjustment = nil
    rules.behaviour.demand.ownResponse = 0
    rules.behaviour.demand.closingDays = nil
    rules.law.permits = nil
    rules.behaviour.hiring.housingCost = 0
    rules.quietenMigrants()
    var traits = MarketTraits(number: 2, region: 0, sector: 2)
    traits.nativeProductivity = 60_000
    traits.nativeReservation = 25_000
    traits.migrantProductivity = 50_000
    traits.migrantReservation = 15_000
    traits.ownAccountEntryRate = ownAccountEntryRate
    traits.ownAccountEntrants = ownAccountEntrants
    traits.migrantPart = migrantPart
    traits.jobBound = Self.jobBound
    traits.searchBound = Self.searchBound
    traits.ownAccountBound = Self.ownAccountBound
    market = Market(
      traits: traits,
      people: Column(repeating: Person(id: 0, activity: .nobody, skill: .low), count: 0),
      employers: Column(repeating: Employer(id: 0), count: 0), horizon: Self.horizon,
      expectedPeople: 100, expectedWorkers: 100, expectedSeekers: 100, expectedVacancies: 100,
      origins: inputs.country.origins.count)
  }

  /// A day of a month of 30 that begins again and again.
  func today(_ number: Int) -> Today {
    Today(
      number: number, date: inputs.run.from + number, daysLeft: Int64(30 - number % 30),
      isBurnIn: false, luck: luck, rules: rules,
      homeIncomes: inputs.homeIncomes(on: inputs.run.from))
  }

  /// An employer of so many posts, all vacant.
  mutating func addEmployer(
    posts: Int, productivity: Float = 1, honesty: Float = 0
  ) -> EmployerIndex {
    var employer = Employer(id: EmployerID(500 + market.employers.count))
    employer.basePosts = Float(posts)
    employer.target = Int32(posts)
    employer.nominalSize = Int32(posts)
    employer.productivity = productivity
    employer.honesty = honesty
    let index = market.employers.append(employer)
    market.prospects.append(Prospects())
    for _ in 0..<posts { market.openVacancy(index) }
    return index
  }

  mutating func addSeeker(_ skill: Skill = .low) -> PersonIndex {
    nextPerson += 1
    var person = Person(id: nextPerson, activity: .nobody, skill: skill)
    person.ability = luck.ability(of: nextPerson)
    let index = market.addRecord(person)
    market.enterSearch(index)
    market.beginSpell(index, .searching, bound: Stage.searchBound, today(0))
    market.foundedWith += 1
    return index
  }

  mutating func addWorker(
    at employer: EmployerIndex, wage: Int32 = 30_000, isFormal: Bool = true, _ skill: Skill = .low
  ) -> PersonIndex {
    let index = addSeeker(skill)
    market.leaveSearch(index)
    market.closeVacancy(employer)
    market.startJob(index, at: employer, wage: wage, isFormal: isFormal, today(0))
    return index
  }

  /// A migrant of the first origin who came lawfully, with papers, and searches; `change` makes another of them.
  mutating func addMigrant(_ change: (inout Person) -> Void = { _ in }) -> PersonIndex {
    migrants += 1
    var person = Person(
      id: boards.origins[0].firstPerson + migrants, activity: .nobody, skill: .low)
    person.origin = 1
    person.trips = 1
    person.marks = [.lawfulEntry, .papers]
    person.stay = .visaFree
    person.ability = luck.ability(of: person.id)
    change(&person)
    let index = market.addRecord(person)
    market.countMarks(index, 1)
    market.enterSearch(index)
    market.beginSpell(index, .searching, bound: market.traits.migrantSearchBound, today(0))
    market.foundedWith += 1
    return index
  }

  /// Such a migrant at work without authorisation.
  mutating func addIrregular(
    at employer: EmployerIndex, wage: Int32 = 20_000, _ change: (inout Person) -> Void = { _ in }
  ) -> PersonIndex {
    let index = addMigrant(change)
    market.leaveSearch(index)
    market.closeVacancy(employer)
    market.startJob(index, at: employer, wage: wage, isFormal: false, today(0))
    return index
  }

  /// Lives through the days, the last included.
  mutating func live(_ days: ClosedRange<Int>) {
    for day in days { market.live(today(day), boards) }
  }

  mutating func addOwnAccount() -> PersonIndex {
    let index = addSeeker()
    market.startOwnAccount(index, today(0))
    return index
  }

  /// Everything a record says, for comparing.
  func bytes(_ person: PersonIndex) -> [UInt8] {
    withUnsafeBytes(of: market.people[person]) { Array($0) }
  }
}

extension Rules {
  /// Switches off whatever could happen to a migrant at an epoch.
  fileprivate mutating func quietenMigrants() {
    behaviour.workingLife.irregularSeparation = 0
    behaviour.workingLife.boundSeparation = 0
    behaviour.workingLife.judgement = 0
    behaviour.migration.joblessReturn = 0
    behaviour.migration.moveOn = 0
    behaviour.abuse.delayedRate = 0
    behaviour.abuse.unpaidRate = 0
    behaviour.abuse.forcedRate = 0
    behaviour.abuse.passportRate = 0
    behaviour.abuse.passportReturnRate = 0
    law.mobility.freeAfterMonths = 0
  }
}
