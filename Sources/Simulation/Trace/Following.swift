import Kernel
import WorldState

/// Whose events a run writes down, and from when on.
package struct Following: Sendable, Equatable {
  package enum Subject: Sendable, Equatable {
    case person(PersonID)
    case employer(EmployerID)
    /// The first persons, or employers, to whom this happens: so many, and others of the same day.
    case firstOf(LifeEvent.Kind, Int)
  }
  package var subject: Subject
  /// Whether the burn-in is told too.
  package var fromStart: Bool

  package init(_ subject: Subject, fromStart: Bool = false) {
    self.subject = subject
    self.fromStart = fromStart
  }
}

/// The person or employer followed, as the record stands; both are nil of one who is not there.
package struct FollowedState: Sendable {
  /// Number of the market.
  package var market: Int
  package var person: Person?
  /// The one followed, or the one for whom the person followed works.
  package var employer: Employer?
}

/// One event with its date and place.
package struct TracedEvent: Sendable, Equatable {
  package var date: Day
  /// Number of the market.
  package var market: Int
  package var event: LifeEvent
  /// Posts in the real country of the employer named, if one is.
  package var posts: Int?

  package init(date: Day, market: Int, event: LifeEvent, posts: Int? = nil) {
    self.date = date
    self.market = market
    self.event = event
    self.posts = posts
  }
}
