import Inputs
import Kernel
import Transitions
import WorldState

/// An employer's own costs count beside its market's: one who loses cheap labour shrinks, one who wants no posts for long
/// closes.
///
/// What a filled post promises is reckoned for each employer on the first day of a quarter: the surplus of a job over the
/// kinds of seekers that its market has, each at the better way to hire. Posts to those of the market are
/// `((p/p0) / (P/P0))^ε`, P the mean over the market's employers by their posts, brought to the same sum as at rest: what hits
/// all alike is the market's (``movePosts(_:national:)``), what hits some moves posts from them to the others, and none is
/// lost on the way. With a speed of adjustment an employer's part moves as the market's.
/// - Reads: own productivity, scruples and belief; law, pay. - Writes: prospects, marks of being closed. - Draws: none.
/// - Source: MODEL 6.2; EVIDENCE E5.4. - Simplified: migrants in the mean are low-skilled, without authorisation and at the
///   start of their search; who opens again is as the one who closed, with the market's belief and without convictions.
extension Market {
  /// How far from its market's a promise may be told, either way: farther, an employer of one post has none or two.
  private static var farthest: Double { 20 }

  /// Reckons what a filled post promises each employer, where their own costs count.
  mutating func reckonPromises(_ today: Today) {
    guard today.rules.behaviour.demand.ownResponse > 0, employers.count > 0 else { return }
    guard today.date.civil.day == 1, today.date.civil.month % 3 == 1 else { return }
    var sum = 0.0
    var weights = 0.0
    let isRest = today.isBurnIn || promise.atRest == 0
    for employer in employers.places {
      var record = employers[employer]
      // At rest nobody fears more than the market does.
      if isRest { record.risk = Float(board.detectionRate) }
      let own = promised(by: record, today)
      prospects[employer.rawValue].promise = Float(own)
      if isRest { prospects[employer.rawValue].restPromise = Float(own) }
      sum += own * Double(record.basePosts)
      weights += Double(record.basePosts)
    }
    promise.now = weights > 0 ? sum / weights : 0
    if isRest { promise.atRest = promise.now }
    guard promise.now > 0 else { return }
    var posts = 0.0
    for employer in employers.places {
      posts +=
        Double(employers[employer].basePosts) * Double(prospects[employer.rawValue].ownPosts)
    }
    promise.posts = posts / weights
    if isRest { promise.restPosts = promise.posts }
  }

  /// What a filled post promises, a month at reference pay.
  private func promised(by employer: Employer, _ today: Today) -> Double {
    let natives = 1 - traits.migrantPart
    var promise = 0.0
    for skill in Skill.allCases {
      let terms = JobTerms(
        native: Person(id: 0, activity: .searching, skill: skill), searchDays: 0,
        employer: employer, traits: traits, options: options, today)
      promise +=
        natives * traits.nativeSkills[Int(skill.rawValue)] * max(0, terms.bestSurplus)
    }
    if traits.migrantPart > 0, !today.homeIncomes.isEmpty {
      var migrant = Person(id: 0, activity: .searching, skill: .low)
      migrant.origin = 1
      let terms = JobTerms(
        migrant: migrant, isHeld: false, searchDays: 0, employer: employer, traits: traits,
        options: options, today)
      promise += traits.migrantPart * max(0, terms.informalSurplus)
    }
    return promise / today.rules.payIndex
  }

  /// The employer's posts to those that the market alone would make it want, at its review.
  mutating func ownPosts(_ employer: EmployerIndex, _ today: Today) -> Double {
    let demand = today.rules.behaviour.demand
    let prospects = prospects[employer.rawValue]
    guard demand.ownResponse > 0, promise.atRest > 0, promise.now > 0 else { return 1 }
    let own = ratio(Double(prospects.promise), Double(prospects.restPromise))
    let near = min(max(own * promise.atRest / promise.now, 1 / Self.farthest), Self.farthest)
    var posts = exactPow(near, demand.ownResponse)
    if let speed = demand.adjustment {
      let kept = exactExp(-speed * Double(conditions.reviewDays) / Rates.daysPerYear)
      posts *= exactPow(Double(prospects.ownPosts) / posts, kept)
    }
    self.prospects[employer.rawValue].ownPosts = Float(posts)
    return posts * promise.restPosts / promise.posts
  }

  /// Of a promise to that at rest. Where nobody promises anything no post is wanted, whatever was at rest; who could have
  /// nobody at rest and now can wants what it was built with.
  private func ratio(_ now: Double, _ atRest: Double) -> Double {
    now <= 0 ? 0 : atRest > 0 ? now / atRest : 1
  }

  /// One that has wanted no post for long closes; one that wants some again opens.
  mutating func closeOrOpen(_ employer: EmployerIndex, _ today: Today) {
    guard let patience = today.rules.behaviour.demand.closingDays else { return }
    let isClosed = employers[employer].marks.contains(.closed)
    guard employers[employer].target == 0 else {
      prospects[employer.rawValue].idleSince = .never
      if isClosed { openAgain(employer, today) }
      return
    }
    let idleSince = prospects[employer.rawValue].idleSince
    if idleSince == .never {
      prospects[employer.rawValue].idleSince = DayNumber(today.number)
    } else if !isClosed, employers[employer].staff == 0,
      today.number - Int(idleSince) >= Int(patience)
    {
      closeDown(employer, today)
    }
  }
}
