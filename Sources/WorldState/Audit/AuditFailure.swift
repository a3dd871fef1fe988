import Kernel

/// The world contradicts itself: a fault of ours, never the author's.
package struct AuditFailure: Error, Sendable, Equatable {
  /// What was expected and what was found, market by market.
  package var findings: [String]
  package var day: Day

  package init(findings: [String], day: Day) {
    self.findings = findings
    self.day = day
  }
}
