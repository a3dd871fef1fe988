import Inputs
import Kernel
import WorldState

extension Run {
  /// Begins to write down what the options ask for.
  mutating func openDiaries() {
    guard let follow = options.follow else { return }
    followedAtFirst = followedState
    func open(_ diary: inout Diary) {
      switch follow.subject {
      case .person(let id): diary.person = id
      case .employer(let id): diary.employer = id
      case .firstOf(let kind, _): diary.wanted = kind
      }
    }
    for index in 0..<world.markets.count { world.markets.with(index) { open(&$0.diary) } }
    for index in 0..<world.homelands.count { world.homelands.with(index) { open(&$0.diary) } }
  }

  /// Events that end a journey.
  private static var arrivals: [LifeEvent.Kind] {
    [.arrivedInSector, .arrivedInMarket, .cameFromHome, .bannedReturn, .wentHome]
  }

  /// Takes what the diaries hold, in the order in which it happened.
  ///
  /// Markets work side by side, so their events of one day have no order among them; journeys end after the
  /// day's work. A person is in one market at a time, so the order of their own events is the true one.
  mutating func takeEvents() -> [TracedEvent] {
    var events: [(TracedEvent, isAfterJourney: Bool, sequence: Int)] = []
    let firstDay = world.firstDay
    for index in 0..<world.markets.count {
      world.markets.with(index) { market in
        // Whoever arrives here on a day does what follows after the journey.
        var arrived: (person: PersonID, day: Int)?
        for entry in market.diary.entries {
          let traced = TracedEvent(
            date: firstDay + entry.day, market: index, event: entry,
            posts: market.nominalSize(ofEmployer: entry.employer))
          if Self.arrivals.contains(entry.kind) { arrived = (entry.person, entry.day) }
          let isAfter = arrived.map { $0 == (entry.person, entry.day) } ?? false
          events.append((traced, isAfter, events.count))
        }
        market.diary.entries.removeAll()
      }
    }
    for index in 0..<world.homelands.count {
      world.homelands.with(index) { homeland in
        for entry in homeland.diary.entries {
          let traced = TracedEvent(date: firstDay + entry.day, market: 0, event: entry)
          events.append((traced, Self.arrivals.contains(entry.kind), events.count))
        }
        homeland.diary.entries.removeAll()
      }
    }
    func order(_ item: (TracedEvent, isAfterJourney: Bool, sequence: Int)) -> (Int, Int, Int) {
      (item.0.event.day, item.isAfterJourney ? 1 : 0, item.sequence)
    }
    return events.sorted { order($0) < order($1) }.map(\.0)
  }

  /// The person or employer followed, as the records stand now.
  var followedState: FollowedState? {
    switch options.follow?.subject {
    case .person(let id): state(ofPerson: id)
    case .employer(let id): state(ofEmployer: id)
    case .firstOf, nil: nil
    }
  }

  /// Whether as many have been found as were asked for, so that the run may end.
  var hasFoundEnough: Bool {
    guard case .firstOf(_, let wanted)? = options.follow?.subject else { return false }
    guard world.markets.sum({ $0.diary.entries.count }) >= wanted else { return false }
    var found: Set<Int> = []
    for index in 0..<world.markets.count {
      world.markets.with(index) { found.formUnion($0.diary.entries.map(\.subject)) }
    }
    return found.count >= wanted
  }

  /// - Throws: that nobody has the identity asked for.
  func requireFollowed() throws(TraceFault) {
    switch options.follow?.subject {
    case .person(let id) where Int(id) >= summary.persons:
      throw .noSuchPerson(id, count: summary.persons)
    case .employer(let id) where followedState == nil:
      var identities: [ClosedRange<EmployerID>] = []
      for index in 0..<world.markets.count {
        world.markets.with(index) { market in
          let count = market.employers.count
          let first = Employer.identity(market: market.traits.number, index: 0)
          if count > 0 { identities.append(first...(first + (count - 1))) }
        }
      }
      throw .noSuchEmployer(id, identities: identities)
    default: return
    }
  }

  private func state(ofPerson id: PersonID) -> FollowedState? {
    for index in 0..<world.markets.count {
      let found = world.markets.with(index) { market -> FollowedState? in
        for record in 0..<market.people.count
        where market.people[record].id == id && market.people[record].activity != .nobody {
          let person = market.people[record]
          return FollowedState(
            market: index, person: person,
            employer: person.employer == .nowhere ? nil : market.employers[person.employer])
        }
        return nil
      }
      if let found { return found }
    }
    for index in 0..<world.homelands.count {
      let found = world.homelands.with(index) { homeland -> FollowedState? in
        guard id >= homeland.traits.firstPerson,
          id - homeland.traits.firstPerson < homeland.people.count
        else { return nil }
        return FollowedState(
          market: 0, person: homeland.people[homeland.place(of: id)], employer: nil)
      }
      if let found { return found }
    }
    return nil
  }

  private func state(ofEmployer id: EmployerID) -> FollowedState? {
    let place = Employer.place(ofIdentity: id)
    guard place.market < world.markets.count else { return nil }
    return world.markets.with(place.market) { market in
      guard place.index < market.employers.count else { return nil }
      return FollowedState(
        market: place.market, person: nil, employer: market.employers[place.index])
    }
  }
}

extension Market {
  /// Posts in the real country of one of this market's employers; nil where none is named.
  fileprivate func nominalSize(ofEmployer id: EmployerID) -> Int? {
    let place = Employer.place(ofIdentity: id)
    guard place.market == Int(traits.number), place.index < employers.count else { return nil }
    return Int(employers[place.index].nominalSize)
  }
}

extension LifeEvent {
  /// Whom the event is about: the person, or the employer where it is about none.
  package var subject: Int { person == .nobody ? Int(employer) : Int(person) }
}
