import Inputs
import Kernel
import Submodels
import Testing
import WorldState

@Suite struct MeetTests {
  /// A market of many seekers and vacancies in which so many meet on a day.
  private func stage(
    seekers: Int, posts: Int, productivity: Float = 1, honesty: Float = 0
  ) throws -> Stage {
    var stage = try Stage()
    _ = stage.addEmployer(posts: posts, productivity: productivity, honesty: honesty)
    for _ in 0..<seekers { _ = stage.addSeeker() }
    stage.market.smoothedSeekers = Double(seekers)
    stage.market.smoothedVacancies = Double(posts)
    stage.rules.meetingsPerDay = 0.1
    return stage
  }

  @Test func `a hire ends a search, fills a vacancy and pays`() throws {
    var stage = try stage(seekers: 50, posts: 50)
    stage.market.live(stage.today(1), stage.boards)
    let hires = Int(stage.market.flows[.hires])
    #expect(hires > 0)
    let counts = (
      stage.market.seekers.count, stage.market.workers.count, stage.market.vacancies.count
    )
    #expect(counts == (50 - hires, hires, 50 - hires))
    #expect(Int(stage.market.employers[0].staff) == hires)
    for index in 0..<stage.market.people.count where stage.market.people[index].employer == 0 {
      #expect(stage.market.people[index].wage > 0)
    }
    let findings = stage.market.audit(stage.today(1))
    #expect(findings == [])
  }

  @Test func `meetings follow the matching function on average`() throws {
    var stage = try stage(seekers: 100, posts: 400, productivity: 0.01)
    // Nobody is worth hiring there, so that the market stays as it is.
    stage.rules.behaviour.search.onTheJobWeight = 0
    for day in 1...500 { stage.market.live(stage.today(day), stage.boards) }
    // Each of the hundred counts against the others alone.
    let expected = 0.1 * (100 * 400).squareRoot() * 500 * 100 / 99
    #expect(abs(Double(stage.market.flows[.meetings]) / expected - 1) < 0.01)
    #expect(stage.market.flows[.hires] == 0)
    #expect(stage.market.seekers.count == 100)
  }

  @Test func `nobody works for less than they ask for, formal pay is not below the minimum`() throws
  {
    for minimum in [0.0, 40_000] {
      var stage = try stage(seekers: 300, posts: 300)
      stage.rules.law.payroll.minimumWage = minimum
      for day in 1...60 { stage.market.live(stage.today(day), stage.boards) }
      let asked =
        stage.market.traits.nativeReservation * stage.market.traits.skillFactor(.low)
        * stage.rules.payIndex * stage.rules.behaviour.wages.reservationFloor
      var workers = 0
      for index in 0..<stage.market.people.count {
        let record = stage.market.people[index]
        guard record.activity.isEmployed else { continue }
        workers += 1
        let wage = Double(record.wage)
        let isFormal = record.activity == .employedFormally
        let net = isFormal ? stage.rules.law.payroll.net(wage) : wage
        #expect(net >= asked - 1)
        #expect(!isFormal || wage >= minimum - 0.5)
      }
      #expect(workers > 100)
    }
  }

  @Test func `a minimum wage beyond all productivity leaves informal work only`() throws {
    var stage = try stage(seekers: 300, posts: 100)
    stage.rules.law.payroll.minimumWage = 500_000
    for day in 1...60 { stage.market.live(stage.today(day), stage.boards) }
    var jobs = (formal: Int64(0), informal: Int64(0))
    for group in 0..<stage.market.ledgers.count {
      jobs.formal += stage.market.ledgers[group].formal.heads
      jobs.informal += stage.market.ledgers[group].informal.heads
    }
    #expect(jobs.formal == 0 && jobs.informal > 50)
  }

  @Test func `large employers and honest ones hire formally only`() throws {
    for (posts, honesty) in [(200, Float(0)), (50, Float(1e6))] {
      var stage = try stage(seekers: 300, posts: posts, honesty: honesty)
      for day in 1...60 { stage.market.live(stage.today(day), stage.boards) }
      var informal: Int64 = 0
      for group in 0..<stage.market.ledgers.count {
        informal += stage.market.ledgers[group].informal.heads
      }
      #expect(informal == 0)
      #expect(stage.market.flows[.hires] > 0)
    }
  }

  @Test func `one in a job moves only for more net pay, and their post is free again`() throws {
    var stage = try Stage()
    let poor = stage.addEmployer(posts: 40, productivity: 0.8)
    for _ in 0..<40 { _ = stage.addWorker(at: poor, wage: 20_000) }
    let rich = stage.addEmployer(posts: 40, productivity: 1.5)
    stage.rules.meetingsPerDay = 0.5
    stage.rules.behaviour.search.onTheJobWeight = 1
    stage.market.smoothedSeekers = 40
    stage.market.smoothedVacancies = 40
    for day in 1...30 { stage.market.live(stage.today(day), stage.boards) }
    let moves = stage.market.flows[.jobChanges]
    #expect(moves > 0)
    let staff = (stage.market.employers[poor].staff, stage.market.employers[rich].staff)
    #expect(staff.0 + staff.1 == 40 && staff.1 > 0)
    let posts = stage.market.employers[poor].staff + stage.market.employers[poor].vacancies
    #expect(posts == 40)
    let before = stage.rules.law.payroll.net(20_000)
    for index in 0..<stage.market.people.count {
      let record = stage.market.people[index]
      guard record.spell > 2 else { continue }
      let wage = Double(record.wage)
      let net = record.activity == .employedFormally ? stage.rules.law.payroll.net(wage) : wage
      #expect(net > before)
    }
  }

  @Test func `without vacancies, or without seekers, nothing happens`() throws {
    for (seekers, posts) in [(0, 50), (50, 0), (0, 0)] {
      var stage = try stage(seekers: seekers, posts: posts)
      for day in 1...30 { stage.market.live(stage.today(day), stage.boards) }
      #expect(stage.market.flows[.hires] == 0)
      #expect(stage.market.seekers.count == seekers)
    }
  }
}
