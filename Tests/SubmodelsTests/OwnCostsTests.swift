import Inputs
import Kernel
import Submodels
import Testing
import WorldState

/// An employer's own costs, its closing and its opening, by hand-made rows.
@Suite struct OwnCostsTests {
  /// Targets of two like employers of 100 posts, half of whose market are migrants, months after the first began to fear
  /// the police.
  private func targets(
    ownResponse: Double, adjustment: Double? = nil, lastDay: Int = 200
  ) throws -> [Int32] {
    var stage = try Stage(migrantPart: 0.5)
    let employers = [stage.addEmployer(posts: 100), stage.addEmployer(posts: 100)]
    stage.market.conditions.reviewDays = 5
    stage.rules.behaviour.demand.ownResponse = ownResponse
    stage.rules.behaviour.demand.adjustment = adjustment
    stage.rules.behaviour.beliefs.memoryDays = 100_000
    // Rest is reckoned on 1 April, and the promises anew on 1 July.
    stage.live(1...120)
    let before = employers.map { stage.market.employers[$0].target }
    #expect(before == [100, 100])
    stage.market.employers[employers[0]].risk = 0.6
    stage.live(121...lastDay)
    return employers.map { stage.market.employers[$0].target }
  }

  @Test func `one who loses cheap labour shrinks, and the others of its market grow`() throws {
    let after = try targets(ownResponse: 1.5)
    #expect(after[0] < 90 && after[1] > 105)
  }

  @Test func `posts that some lose go to the others, and none is lost on the way`() throws {
    let after = try targets(ownResponse: 3, lastDay: 300)
    #expect(after[0] < 80 && abs(after[0] + after[1] - 200) <= 1)
  }

  @Test func `with an own response of 0 employers follow the market alone`() throws {
    #expect(try targets(ownResponse: 0) == [100, 100])
  }

  @Test func `an employer's own posts move at the speed of adjustment`() throws {
    let slow = try targets(ownResponse: 1.5, adjustment: 0.5)
    let atOnce = try targets(ownResponse: 1.5)
    #expect(slow[0] > atOnce[0] && slow[0] < 100)
    #expect(try targets(ownResponse: 1.5, adjustment: 0) == [100, 100])
  }

  @Test func `one whom no seeker would gain anything wants next to no post`() throws {
    var stage = try Stage()
    let employers = [
      stage.addEmployer(posts: 100), stage.addEmployer(posts: 100, productivity: 0.2),
    ]
    stage.market.conditions.reviewDays = 5
    stage.rules.behaviour.demand.ownResponse = 1.5
    stage.live(1...100)
    #expect(stage.market.employers[employers[0]].target >= 100)
    #expect(stage.market.employers[employers[1]].target <= 2)
  }

  /// An employer of whom no post is wanted from the first day to day 200, when demand is back.
  private func closing(after days: Double?) throws -> (closed: [Int64], marks: Employer.Marks) {
    var stage = try Stage()
    let employer = stage.addEmployer(posts: 3)
    _ = stage.addWorker(at: employer)
    stage.market.employers[employer].freePlaces.low = 2
    stage.market.employers[employer].convictions = 4
    stage.market.employers[employer].risk = 0.9
    stage.market.placesInForce = 2
    stage.market.conditions.reviewDays = 5
    stage.rules.behaviour.demand.closingDays = days
    stage.market.conditions.demand = 0
    stage.live(1...200)
    var counts = [stage.market.flows[.employersClosed], stage.market.flows[.employersOpened]]
    let marks = stage.market.employers[employer].marks
    let isClosed = marks.contains(.closed)
    let (places, inForce) = (
      stage.market.employers[employer].freePlaces.total, stage.market.placesInForce
    )
    #expect(places == (isClosed ? 0 : 2) && inForce == Int64(places))
    stage.market.conditions.demand = 1
    stage.live(201...210)
    counts += [stage.market.flows[.employersClosed], stage.market.flows[.employersOpened]]
    let record = stage.market.employers[employer]
    #expect(record.vacancies == 3 && !record.marks.contains(.closed))
    #expect(record.convictions == (isClosed ? 0 : 4))
    if isClosed { #expect(record.risk < 0.1) }
    let findings = stage.market.audit(stage.today(210))
    #expect(findings == [])
    return (counts, marks)
  }

  @Test func `one who wants no posts for long closes, and opens when it pays again`() throws {
    let (counts, marks) = try closing(after: 100)
    #expect(counts == [1, 0, 1, 1] && marks.contains(.closed))
  }

  @Test func `one whose time is not up waits`() throws {
    let (counts, marks) = try closing(after: 300)
    #expect(counts == [0, 0, 0, 0] && !marks.contains(.closed))
  }

  @Test func `without a time after which they close all wait for ever`() throws {
    #expect(try closing(after: nil).closed == [0, 0, 0, 0])
  }
}
