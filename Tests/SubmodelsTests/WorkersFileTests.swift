import Inputs
import Kernel
import Submodels
import Testing
import WorldState

/// What workers hear of an amnesty, when they apply for themselves, and what they give for an employer's file, by hand-made rows.
@Suite struct WorkersFileTests {
  private static let began = Day(year: 2005, month: 1, day: 1)

  /// A market of workers who gain by a card, and of employers who lose by it and know of the amnesty.
  private func stage(
    _ applicant: Amnesty.Applicant, _ change: (inout Amnesty) -> Void = { _ in }
  ) throws -> Stage {
    var stage = try Stage()
    var law = Amnesty()
    law.entryCutoff = Self.began + 100
    law.informedAtStart = 1
    law.applicant = applicant
    law.contract = .any
    law.cardMonths = 12
    change(&law)
    stage.rules.law.amnesty = AmnestyInForce(
      law, from: Self.began + 1, until: Self.began + 200, worldBegan: Self.began)
    stage.rules.behaviour.filing.hazard = 1e9
    stage.rules.behaviour.filing.workerHazard = 1e9
    stage.rules.behaviour.filing.immunity = -1e9
    stage.rules.behaviour.filing.paperwork = 0
    stage.rules.behaviour.filing.securityValue = 1e5
    stage.rules.behaviour.filing.securitySpread = 0
    silence(&stage.rules.behaviour.beliefs)
    return stage
  }

  /// Nobody hears of anything from anybody.
  private func silence(_ beliefs: inout BeliefBehaviour) {
    beliefs.hearing = 0
    beliefs.hearingNeighbours = 0
    beliefs.hearingWorkers = 0
    beliefs.workerHearing = 0
    beliefs.workerHearingPublished = 0
    beliefs.workerHearingCompatriots = 0
    beliefs.workerHearingEmployer = 0
  }

  private func filed(_ stage: borrowing Stage) -> Int64 { stage.market.flows[.filed] }

  @Test
  func `Workers who know and gain apply though their employer loses; an employer then would not`()
    throws
  {
    for (applicant, files) in [(Amnesty.Applicant.employer, 0), (.worker, 2), (.either, 2)] {
      var stage = try stage(applicant)
      stage.rules.behaviour.beliefs.workerHearing = 1e9
      let employer = stage.addEmployer(posts: 4)
      _ = stage.addIrregular(at: employer)
      _ = stage.addIrregular(at: employer)
      _ = stage.addIrregular(at: employer) { $0.marks.remove(.papers) }
      stage.live(1...7)
      let count = filed(stage)
      #expect(count == files, "\(applicant)")
      #expect(stage.market.employers[employer].filed == 0)
    }
  }

  @Test func `Where workers apply no employer does, who gains; where either may, both`() throws {
    for (applicant, files) in [(Amnesty.Applicant.employer, 1), (.worker, 0), (.either, 1)] {
      var stage = try stage(applicant)
      stage.rules.behaviour.filing.immunity = 1e9
      let employer = stage.addEmployer(posts: 2)
      _ = stage.addIrregular(at: employer)
      stage.live(1...7)
      let count = filed(stage)
      #expect(count == files, "\(applicant)")
    }
  }

  @Test func `A worker's own card is for the job, whoever else works there`() throws {
    var stage = try stage(.worker) { $0.portability = 0 }
    stage.rules.behaviour.beliefs.workerHearing = 1e9
    let employer = stage.addEmployer(posts: 3)
    let worker = stage.addIrregular(at: employer)
    let other = stage.addIrregular(at: employer) { $0.marks.remove(.papers) }
    stage.live(1...7)
    let amnesty = try #require(stage.rules.law.amnesty)
    let filing = stage.market.filings[0]
    #expect(filing.person == stage.market.people[worker].id && filing.count == 1)
    let today = stage.today(8)
    // An employer's file that is processed meanwhile is not the worker's.
    stage.market.receiveCards(employer, today, amnesty)
    #expect(stage.market.flows[.legalised] == 0)
    stage.market.receiveOwnCard(filing, today, amnesty)
    let record = stage.market.people[worker]
    #expect(record.authorisation == .cardBound && record.activity == .employedFormally)
    #expect(record.boundTo == stage.market.employers[employer].id)
    #expect(stage.market.people[other].activity == .employedInformally)
    // It is spent.
    stage.market.receiveOwnCard(filing, today, amnesty)
    #expect(stage.market.flows[.legalised] == 1)
    let findings = stage.market.audit(today)
    #expect(findings == [])
  }

  @Test func `An application that comes too late is lost, and is not made again`() throws {
    var stage = try stage(.worker)
    stage.rules.behaviour.beliefs.workerHearing = 1e9
    let employer = stage.addEmployer(posts: 2)
    let worker = stage.addIrregular(at: employer)
    stage.live(1...7)
    let filing = stage.market.filings[0]
    stage.market.loseOwnFile(filing, stage.today(8))
    #expect(stage.market.flows[.filesLost] == 1)
    #expect(!stage.market.people[worker].marks.contains(.filed))
    stage.live(9...30)
    let count = filed(stage)
    #expect(count == 1)
  }

  @Test
  func
    `Where the law asks for a signature, the employer who loses refuses it, and one who gains signs`()
    throws
  {
    for (immunity, files) in [(-1e9, 0), (1e9, 1)] {
      var stage = try stage(.worker) { $0.signature = true }
      stage.rules.behaviour.beliefs.workerHearing = 1e9
      stage.rules.behaviour.filing.immunity = immunity
      let employer = stage.addEmployer(posts: 2)
      _ = stage.addIrregular(at: employer)
      stage.live(1...7)
      let count = filed(stage)
      #expect(count == files)
    }
  }

  @Test func `A worker whom papers would cost more than the card is worth does not apply`() throws {
    var stage = try stage(.worker)
    stage.rules.behaviour.beliefs.workerHearing = 1e9
    stage.rules.behaviour.filing.paperwork = 1e8
    let employer = stage.addEmployer(posts: 2)
    _ = stage.addIrregular(at: employer)
    stage.live(1...14)
    let count = filed(stage)
    #expect(count == 0)
  }

  /// How many of ten workers have heard after a turn of each employer.
  private func heard(_ change: (inout Stage) -> Void) throws -> Int {
    var stage = try stage(.worker)
    stage.rules.behaviour.filing.workerHazard = 0
    change(&stage)
    let employer = stage.addEmployer(posts: 10)
    for _ in 0..<10 { _ = stage.addIrregular(at: employer) }
    stage.live(1...7)
    return stage.market.people.places.filter {
      stage.market.people[$0].marks.contains(.heardOfAmnesty)
    }.count
  }

  @Test
  func `News comes from the text, compatriots, the employer and the state, and from nothing else`()
    throws
  {
    #expect(try heard { _ in } == 0)
    #expect(try heard { $0.rules.behaviour.beliefs.workerHearing = 1e9 } == 10)
    #expect(try heard { $0.rules.behaviour.beliefs.workerHearingPublished = 1e9 } == 0)
    #expect(try heard { $0.rules.behaviour.beliefs.workerHearingEmployer = 1e9 } == 10)
    #expect(try heard { $0.rules.law.information.workers = 500 } == 10)
    #expect(try heard { $0.rules.law.information.employers = 500 } == 0)
    #expect(try heard { $0.rules.behaviour.beliefs.workerHearingCompatriots = 1e9 } == 0)
    #expect(
      try heard {
        $0.rules.behaviour.beliefs.workerHearingCompatriots = 1e9
        $0.boards.communities[$0.boards.community(region: 0, origin: 1)].heardPart = 0.5
        // Another origin's, and another region's, do not matter.
        $0.boards.communities[$0.boards.community(region: 1, origin: 1)].heardPart = 0
      } == 10)
    #expect(
      try heard {
        $0.rules.behaviour.beliefs.workerHearingCompatriots = 1e9
        $0.boards.communities[$0.boards.community(region: 0, origin: 2)].heardPart = 1
        $0.boards.communities[$0.boards.community(region: 1, origin: 1)].heardPart = 1
      } == 0)
  }

  @Test
  func `Workers who know bring an employer to file by taking less pay`()
    throws
  {
    /// What a worker is paid lawfully, if the employer files; papers are what they cost.
    func lawfulPay(yield part: Double, knows: Bool, paperwork: Double) throws -> Int32? {
      var stage = try stage(.employer)
      stage.rules.behaviour.filing.immunity = 0
      stage.rules.behaviour.filing.spread = 1e-9
      stage.rules.behaviour.filing.paperwork = paperwork
      stage.rules.behaviour.filing.workerYield = part
      stage.rules.behaviour.filing.securityValue = 15_000
      stage.rules.behaviour.beliefs.workerHearing = knows ? 1e9 : 0
      stage.rules.law.payroll.minimumWage = 1
      let employer = stage.addEmployer(posts: 2)
      let worker = stage.addIrregular(at: employer)
      // The first turn is for hearing, the next for filing.
      stage.live(1...14)
      guard filed(stage) > 0 else { return nil }
      let amnesty = try #require(stage.rules.law.amnesty)
      stage.market.receiveCards(employer, stage.today(15), amnesty)
      return stage.market.people[worker].wage
    }
    /// The dearest papers, in steps of a ninth, at which the employer files.
    func dearest(yield part: Double, knows: Bool) throws -> Int {
      try (0..<120).last {
        try lawfulPay(yield: part, knows: knows, paperwork: 1_000 * exactPow(2, Double($0) / 8))
          != nil
      } ?? -1
    }
    let asked = try #require(try lawfulPay(yield: 0, knows: true, paperwork: 0))
    let some = try #require(try lawfulPay(yield: 0.8, knows: true, paperwork: 0))
    let all = try #require(try lawfulPay(yield: 1, knows: true, paperwork: 0))
    #expect(all < some && some < asked)
    #expect(try lawfulPay(yield: 0.8, knows: false, paperwork: 0) == asked)
    let unmoved = try dearest(yield: 0, knows: true)
    #expect(try dearest(yield: 0.8, knows: false) == unmoved)
    #expect(try dearest(yield: 0.8, knows: true) > unmoved)
  }

  @Test func `An employer hears from workers who have heard`() throws {
    for (rate, hears) in [(0.0, false), (1e9, true)] {
      var stage = try stage(.employer) { $0.informedAtStart = 0 }
      stage.rules.behaviour.beliefs.workerHearing = 1e9
      stage.rules.behaviour.beliefs.hearingWorkers = rate
      stage.rules.behaviour.filing.workerYield = 1e-9
      let employer = stage.addEmployer(posts: 2)
      _ = stage.addIrregular(at: employer)
      stage.live(1...14)
      #expect(stage.market.employers[employer].marks.contains(.heardOfAmnesty) == hears)
    }
  }
}
