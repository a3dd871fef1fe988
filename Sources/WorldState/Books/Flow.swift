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
  /// Seekers who came from, and left for, another sector.
  case sectorArrivals
  case sectorDepartures
  /// Vacancies shown to seekers.
  case meetings
  /// Days on which a person woke and acted, and on which an employer reviewed its posts.
  case wakes
  case reviews
  /// Spells begun by people of this market, less those of people who left it: what the audit compares
  /// with the records' own counters, so that one that wrapped is found.
  case spells
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
