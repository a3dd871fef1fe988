import Kernel

/// The world contradicts itself: a fault of ours, never the author's.
public struct AuditFailure: Error, Sendable, Equatable {
  /// What was expected and what was found, market by market.
  public var findings: [String]
  public var day: Day

  public init(findings: [String], day: Day) {
    self.findings = findings
    self.day = day
  }
}
