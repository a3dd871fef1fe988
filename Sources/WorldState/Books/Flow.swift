import Kernel

/// Events that a market counts, each since the world's first day.
public enum Flow: Int, CaseIterable, Sendable {
  /// Jobs begun, from search or from another job.
  case hires
  /// Of these, straight from another job.
  case jobChanges
  /// Jobs ended for other reasons than layoff, a better job or leaving the labour force.
  case separations
  /// Jobs ended because the employer wanted fewer posts.
  case layoffs
  case ownAccountEntries
  case ownAccountExits
  /// Natives who entered and left the labour force.
  case entries
  case exits
  /// Seekers who came from, and left for, another market.
  case sectorArrivals
  case sectorDepartures
  /// Migrants who came from home, and who went home.
  case arrivals
  case returns
  /// Arrivals registered with the police.
  case registrations
  /// Jobs begun by migrants; of these, informal ones of migrants who need authorisation; and those begun from search.
  case migrantHires
  case irregularHires
  case migrantFinds
  /// Job changes of migrants bound to an employer, and of those with a card for any.
  case switchesBound
  case switchesPortable
  /// Migrants' jobs that became irregular, and irregular ones that became lawful or whose holders need no
  /// authorisation any more.
  case lostStatus
  case gainedStatus
  /// Stays that outlasted the law's limit.
  case overstays
  /// Places applied for, issued (of these, for skilled workers and for specialists), and refused or beyond the quota.
  case permitsApplied
  case permitsIssued
  case permitsSkilled
  case permitsSpecialist
  case permitsRefused
  /// Patents sold, renewals among them.
  case patentsSold
  /// Workplaces inspected, migrants checked in the street, irregular workers found, bribes taken for them.
  case inspections
  case streetChecks
  case irregularsFound
  case bribes
  case identified
  case expelled
  /// Migrants whose documents an officer kept, and lawful ones whom the police treated as violators.
  case documentsTaken
  case lawfulStopped
  /// Workers for whom a file was handed in, who got a card, whose file failed or came too late; cards that lapsed.
  case filed
  case legalised
  case filesLost
  case cardsLapsed
  // Abuses and injuries of migrants at work.
  case delayedPay
  case unpaidPay
  case forcedWork
  case passportsTaken
  case passportsReturned
  case injuries
  /// Vacancies shown to seekers.
  case meetings
  /// Days on which a person woke and acted, and on which an employer reviewed its posts.
  case wakes
  case reviews
  /// Spells begun by people of this market, less those of people who left it: what the audit compares
  /// with the records' own counters, so that one that wrapped is found.
  case spells
  /// Employers that closed, and that opened again or whose place another took.
  case employersClosed
  case employersOpened
}

/// Counters by flow.
public struct FlowCounts: ~Copyable {
  @usableFromInline let counts: Column<Int64>

  public init() { counts = Column(repeating: 0, count: Flow.allCases.count) }

  @inlinable public subscript(flow: Flow) -> Int64 {
    @inline(__always) get { counts[flow.rawValue] }
    @inline(__always) nonmutating set { counts[flow.rawValue] = newValue }
  }

  /// All counters, in the order of ``Flow/allCases``.
  public var all: [Int64] { (0..<counts.count).map { counts[$0] } }
}
