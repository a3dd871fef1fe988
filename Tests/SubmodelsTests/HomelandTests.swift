import Inputs
import Kernel
import Submodels
import Testing
import WorldState

/// Who leaves home, for where, and who comes back, by hand-made rows.
@Suite struct HomelandTests {
  private static let people = 50

  /// A homeland whose people think of leaving twelve times a year.
  private func homeland(
    _ stage: borrowing Stage, _ change: (inout Person) -> Void = { _ in }
  ) -> Homeland {
    let first = stage.boards.origins[0].firstPerson
    let column = Column(
      repeating: Person(id: 0, activity: .atHome, skill: .low), count: 0, capacity: Self.people)
    var homeland = Homeland(
      traits: HomelandTraits(
        number: 0, origin: 1, firstPerson: first, bound: 12, experiencedBound: 12),
      people: column, horizon: Stage.horizon)
    for number in 0..<Self.people {
      var person = Person(id: first + number, activity: .atHome, skill: .low)
      person.origin = 1
      change(&person)
      let place = homeland.people.append(person)
      homeland.beginHomeSpell(place, stage.today(0))
    }
    // Everybody who thinks of it leaves, for market 5.
    stage.boards.origins[0].leaving = 1
    for market in 0..<stage.boards.marketCount {
      stage.boards.destinations[market] = market < 5 ? 0 : 1
    }
    return homeland
  }

  private func destinations(_ homeland: borrowing Homeland) -> Set<MarketNumber> {
    Set((0..<homeland.outbox.count).map { homeland.outbox[$0].to })
  }

  @Test func `All leave for where the draw sends them, and their places stay theirs`() throws {
    let stage = try Stage()
    var homeland = homeland(stage)
    for day in 1...400 { homeland.live(stage.today(day), stage.boards) }
    let left = homeland.outbox.count
    #expect(left == Self.people && homeland.abroad == Int64(left))
    let to = destinations(homeland)
    #expect(to == [5])
    var back = (0..<left).map { homeland.outbox[$0] }
    homeland.outbox.removeAll()
    let empty = homeland.audit(stage.today(400))
    #expect(empty == [])
    for index in back.indices { back[index].person.activity = .atHome }
    homeland.receive(back, stage.today(400))
    let findings = homeland.audit(stage.today(400))
    #expect(homeland.abroad == 0 && findings == [])
  }

  @Test func `Where nobody gains by leaving, nobody leaves`() throws {
    let stage = try Stage()
    var homeland = homeland(stage)
    stage.boards.origins[0].leaving = 0
    for day in 1...400 { homeland.live(stage.today(day), stage.boards) }
    let (left, findings) = (homeland.outbox.count, homeland.audit(stage.today(400)))
    #expect(left == 0 && findings == [])
  }

  @Test func `One who is barred stays, unless there is a way in past the law`() throws {
    var stage = try Stage()
    stage.rules.behaviour.migration.lawfulEntry = 1
    var barred = homeland(stage) { $0.bannedUntil = .latest }
    for day in 1...400 { barred.live(stage.today(day), stage.boards) }
    let barredWhoLeft = barred.outbox.count
    #expect(barredWhoLeft == 0)
    stage.rules.behaviour.migration.lawfulEntry = 0
    var secret = homeland(stage) { $0.bannedUntil = .latest }
    for day in 1...400 { secret.live(stage.today(day), stage.boards) }
    let secretly = secret.outbox.count
    #expect(secretly == Self.people)
  }

  @Test func `One whose permit binds goes back to its employer's market`() throws {
    let stage = try Stage()
    var homeland = homeland(stage) {
      $0.authorisation = .permit
      $0.authorisedUntil = .latest
      $0.boundTo = Employer.identity(market: 7, index: 3)
    }
    for day in 1...400 { homeland.live(stage.today(day), stage.boards) }
    let to = destinations(homeland)
    #expect(to == [7])
  }
}
