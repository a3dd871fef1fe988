import Inputs
import Kernel
import Population
import Submodels
import TestSupport
import Testing
import Transitions
import WorldState

/// What migrants learn to fear, from cases made by hand.
@Suite struct LearnedFearTests {
  private static let fine = 200.0

  private func inputs() throws -> Inputs {
    try TinyCountry.inputs(
      until: "2020-02-29", burnInMonths: 1,
      ["behaviour.beliefs.fear=1", "behaviour.beliefs.fear_memory=365 days"])
  }

  /// The tiny country as it is built, in which nobody works without authorisation and nothing has befallen anybody.
  private func world() throws -> World {
    var world = World.populated(try inputs(), replicate: 0, crew: Crew(workers: 1))
    world.clearJobs()
    return world
  }

  private func today(_ change: (inout Rules) -> Void = { _ in }) throws -> Today {
    let inputs = try inputs()
    var rules = Rules(inputs, on: inputs.run.from)
    rules.law.payroll.indexUnit = 1
    rules.law.sanctions.workerFine = Self.fine
    rules.law.policing.bribeShare = 0.5
    rules.behaviour.migration.expulsionLoss = 1_000
    rules.payIndex = 1
    change(&rules)
    return Today(
      number: 40, date: inputs.run.from + 9, daysLeft: 1, isBurnIn: false,
      luck: Luck(seed: 1, replicate: 0), rules: rules,
      homeIncomes: inputs.homeIncomes(on: inputs.run.from))
  }

  private let first = Group.of(origin: 1, .none)

  @Test
  func
    `What befell compatriots in the region is feared there, and elsewhere as far as little is known`()
    throws
  {
    var world = try self.world()
    let today = try self.today()
    let months = 19_800.0
    world.markets.with(0) {
      $0.ledgers[first].informal.heads = Int64(months)
      $0.ledgers[first].identified = 200
      $0.ledgers[first].expelled = 20
      $0.ledgers[first].bribed = 100
    }
    world.learnFear(today)
    // The nation knows no more than they do, so what is borrowed does not move what they believe.
    let loss = (200 * Self.fine + 100 * 0.5 * Self.fine + 20 * 1_000) / months
    let place = world.boards.community(region: 0, origin: 1)
    #expect(abs(world.boards.communities[place].fear - loss) < 1e-9)
    let other = world.boards.community(region: 1, origin: 1)
    #expect(abs(world.boards.communities[other].fear - loss) < 1e-9)
    // Another region in which as many worked, and nothing happened.
    let far = world.sectorCount
    world.markets.with(far) { $0.ledgers[first].informal.heads = Int64(months) }
    world.markets.with(0) {
      $0.ledgers[first].beginMonth()
      $0.ledgers[first].informal.heads = 0
    }
    let before = world.boards.communities[place].fear
    world.learnFear(today)
    #expect(world.boards.communities[other].fear < 0.05 * world.boards.communities[place].fear)
    #expect(world.boards.communities[place].fear < before)
    // Each market's migrants fear what their community does.
    let fears = world.markets.with(far) { $0.fears[0] }
    #expect(fears == world.boards.communities[other].fear)
  }

  @Test func `A fine five times as high is feared at once, without a case more`() throws {
    var world = try self.world()
    let today = try self.today()
    world.markets.with(0) {
      $0.ledgers[first].informal.heads = 1_000
      $0.ledgers[first].identified = 10
    }
    world.learnFear(today)
    let place = world.boards.community(region: 0, origin: 1)
    let once = world.boards.communities[place].fear
    let dearer = try self.today { $0.law.sanctions.workerFine = 5 * Self.fine }
    world.publishFear(dearer)
    #expect(once > 0 && abs(world.boards.communities[place].fear - 5 * once) < 1e-9)
  }

  @Test func `What happened is forgotten with time, and so is the alarm of an operation`() throws {
    var world = try self.world()
    let today = try self.today { $0.behaviour.beliefs.fearOperation = 0.1 }
    let place = world.boards.community(region: 0, origin: 1)
    world.raiseAlarm(Operation(), today)
    let alarmed = world.boards.communities[place].fear
    #expect(
      abs(alarmed - 0.1 * today.rules.lossWhenFound(under: today.rules.law.ofAllPlaces)) < 1e-9
        && alarmed > 0)
    world.markets.with(0) {
      $0.ledgers[first].informal.heads = 1_000
      $0.ledgers[first].identified = 10
    }
    world.learnFear(today)
    let kept = exactExp(-Rates.daysPerMonth / 365)
    #expect(abs(world.boards.communities[place].alarm - 0.1 * kept) < 1e-12)
    world.markets.with(0) { $0.ledgers[first].beginMonth() }
    world.learnFear(today)
    #expect(abs(world.boards.communities[place].cases - 10 * kept) < 1e-9)
  }

  @Test func `Without the key nothing is learned`() throws {
    var world = try self.world()
    let today = try self.today { $0.behaviour.beliefs.fear = 0 }
    world.markets.with(0) {
      $0.ledgers[first].informal.heads = 1_000
      $0.ledgers[first].identified = 10
    }
    world.raiseAlarm(Operation(), today)
    world.learnFear(today)
    #expect(world.boards.communities[0].months == 0 && world.boards.communities[0].fear == 0)
  }
}

extension World {
  /// Nobody works without authorisation, by the books.
  fileprivate mutating func clearJobs() {
    for market in 0..<markets.count {
      markets.with(market) {
        for group in 0..<$0.ledgers.count { $0.ledgers[group].informal.heads = 0 }
      }
    }
  }
}

/// What fear changes in the choices of those who are here, by hand-made rows.
@Suite struct FearedChoiceTests {
  private func terms(
    _ stage: borrowing Stage, fear: Double, _ change: (inout Person) -> Void = { _ in },
    isHeld: Bool = false
  ) -> JobTerms {
    var migrant = Person(id: 1, activity: .searching, skill: .low)
    migrant.origin = 1
    change(&migrant)
    return JobTerms(
      migrant: migrant, isHeld: isHeld, searchDays: 0, employer: stage.market.employers[0],
      traits: stage.market.traits, options: stage.market.options, fear: fear, stage.today(1))
  }

  @Test
  func `Irregular pay makes up for fear as far as the employer gives way, and lawful pay does not`()
    throws
  {
    var stage = try Stage()
    _ = stage.addEmployer(posts: 1)
    let share = stage.rules.irregularBargainingShare
    let (calm, afraid) = (terms(stage, fear: 0), terms(stage, fear: 1_000))
    #expect(abs(afraid.informalWage - calm.informalWage - (1 - share) * 1_000) < 1e-6)
    #expect(abs(calm.informalSurplus - afraid.informalSurplus - (1 - share) * 1_000) < 1e-6)
    #expect(afraid.formalWage == calm.formalWage && afraid.formalSurplus == calm.formalSurplus)
    // Nobody works for less than they fear to lose.
    #expect(terms(stage, fear: 1e9).informalSurplus == -1)
  }

  @Test func `Fear changes nothing for one with free access, or whose passport is held`() throws {
    var stage = try Stage()
    _ = stage.addEmployer(posts: 1)
    func free(_ person: inout Person) { person.authorisation = .freeAccess }
    #expect(
      terms(stage, fear: 1_000, free).informalWage == terms(stage, fear: 0, free).informalWage)
    #expect(
      terms(stage, fear: 1_000, isHeld: true).informalWage
        == terms(stage, fear: 0, isHeld: true).informalWage)
  }

  @Test func `A card is worth the more the more is feared without one`() throws {
    var stage = try Stage()
    let employer = stage.addEmployer(posts: 1)
    let worker = stage.addIrregular(at: employer)
    let today = stage.today(1)
    let lawful = stage.market.lawfulTerms(of: worker, .cardBound, at: employer, today)
    let record = stage.market.people[worker]
    let calm = stage.market.gainOfStatus(record, lawful, isPortable: false, today)
    stage.market.fears[0] = 1_000
    let afraid = stage.market.gainOfStatus(record, lawful, isPortable: false, today)
    #expect(abs(afraid - calm - 1_000 * today.rules.payIndex) < 1e-6)
  }

  @Test func `Stays are the shorter the more fear takes of what they gain, to a quarter`() throws {
    var stage = try Stage()
    let employer = stage.addEmployer(posts: 1)
    let worker = stage.addIrregular(at: employer)
    let today = stage.today(1)
    let home = today.homeIncomes[0]
    func part(_ fear: Double, _ authorisation: Authorisation = .none) -> Double {
      stage.market.fears[0] = fear / today.rules.payIndex
      var record = stage.market.people[worker]
      record.authorisation = authorisation
      return stage.market.stayPart(of: record, pay: home + 10_000, today)
    }
    let parts = (part(0), part(2_000), part(9_000), part(50_000), part(2_000, .permit))
    #expect(parts.0 == 1 && abs(parts.1 - 0.8) < 1e-9 && parts.2 == 0.25)
    #expect(parts.3 == 0.25 && parts.4 == 1)
  }
}
