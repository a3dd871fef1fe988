/// Events that a market counts, each since the world's first day.
package enum Flow: Int, CaseIterable, Sendable {
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
  /// Days on which a person or an employer woke and acted.
  case wakes
  /// Spells begun by people of this market, less those of people who left it: what the audit compares
  /// with the records' own counters, so that one that wrapped is found.
  case spells
}

/// Counters by flow.
@frozen package struct FlowCounts: BitwiseCopyable, Sendable {
  @usableFromInline var counts: InlineArray<16, Int64>

  package init() { counts = .init(repeating: 0) }

  @inlinable package subscript(flow: Flow) -> Int64 {
    @inline(__always) get { counts[flow.rawValue] }
    @inline(__always) set { counts[flow.rawValue] = newValue }
  }
}
