import Inputs
import Kernel
import Submodels
import Testing
import WorldState

@Suite struct WakePeopleTests {
  @Test func `a job whose every epoch is a separation ends on the first pending day, not before`()
    throws
  {
    var stage = try Stage()
    stage.rules.behaviour.workingLife.nativeSeparation = Stage.jobBound
    let employer = stage.addEmployer(posts: 1)
    let worker = stage.addWorker(at: employer)
    let due = Int(stage.market.people[worker].due)
    let asHired = stage.bytes(worker)
    for day in 1..<due { stage.market.live(stage.today(day), stage.boards) }
    #expect(stage.bytes(worker) == asHired)
    stage.market.live(stage.today(due), stage.boards)
    let record = stage.market.people[worker]
    #expect(record.activity == .searching && record.wage == 0 && record.spell == 3)
    #expect(stage.market.employers[employer].staff == 0)
    #expect(stage.market.employers[employer].vacancies == 1)
    #expect(stage.market.flows[.separations] == 1)
    let findings = stage.market.audit(stage.today(due))
    #expect(findings == [])
  }

  @Test func `an epoch without a cause leaves the job as it is`() throws {
    var stage = try Stage()
    let employer = stage.addEmployer(posts: 1)
    let worker = stage.addWorker(at: employer)
    let due = Int(stage.market.people[worker].due)
    for day in 1...due { stage.market.live(stage.today(day), stage.boards) }
    let record = stage.market.people[worker]
    #expect(record.activity == .employedFormally && record.wage == 30_000 && record.spell == 2)
    #expect(Int(record.due) > due && record.since == 0)
  }

  @Test func `who leaves for good frees the record and the post`() throws {
    var stage = try Stage()
    stage.rules.behaviour.population.exitRate = Stage.jobBound
    let employer = stage.addEmployer(posts: 1)
    let worker = stage.addWorker(at: employer)
    let due = Int(stage.market.people[worker].due)
    for day in 1...due { stage.market.live(stage.today(day), stage.boards) }
    let counts = (stage.market.flows[.exits], stage.market.present, stage.market.workers.count)
    #expect(counts == (1, 0, 0))
    #expect(stage.market.employers[employer].vacancies == 1)
    let again = stage.addSeeker()
    #expect(again == worker)
  }

  @Test func `seekers turn to own-account work and back at their rates`() throws {
    var stage = try Stage(ownAccountEntryRate: 1)
    stage.rules.behaviour.search.ownAccountExit = 0.4
    for _ in 0..<4000 { _ = stage.addSeeker() }
    for day in 1...1095 { stage.market.live(stage.today(day), stage.boards) }
    // In a balance of 1 a year against 0.4 a year, two in seven search.
    let seekers = Double(stage.market.seekers.count) / 4000
    #expect(abs(seekers - 2.0 / 7) < 0.03)
    #expect(stage.market.present == 4000)
  }

  @Test func `those who turn to another sector leave by the outbox and keep their spell`() throws {
    var stage = try Stage()
    stage.rules.behaviour.search.sectorChange = Stage.searchBound
    let seeker = stage.addSeeker()
    let before = stage.market.people[seeker]
    for day in 1...Int(before.due) { stage.market.live(stage.today(day), stage.boards) }
    let count = stage.market.outbox.count
    #expect(count == 1)
    let departure = stage.market.outbox[0]
    #expect(departure.person.id == before.id && departure.person.spell == before.spell)
    #expect(departure.person.activity == .searching)
    // Within the region, and elsewhere.
    let sectors = MarketNumber(stage.inputs.country.sectors.count)
    #expect(departure.to < sectors && departure.to != stage.market.traits.number)
    stage.market.outbox.removeAll()
    stage.market.receive([departure], stage.today(Int(before.due)), stage.boards)
    let findings = stage.market.audit(stage.today(Int(before.due)))
    #expect(findings == [])
  }

  @Test func `two lives do not share draws`() throws {
    var stage = try Stage()
    let employer = stage.addEmployer(posts: 200)
    var days: Set<DayNumber> = []
    for _ in 0..<200 {
      let worker = stage.addWorker(at: employer)
      days.insert(stage.market.people[worker].due)
    }
    #expect(days.count > 150)
  }
}
