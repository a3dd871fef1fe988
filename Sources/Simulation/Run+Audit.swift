import Kernel
import Measurement
import WorldState

extension Run {
  /// Audits the world at the day's end if it is due, in parallel.
  ///
  /// - Throws: what contradicts itself; the run then ends.
  mutating func audit(_ today: Today) throws(AuditFailure) {
    let isLastDay = today.number == dayCount - 1
    let isMonthEnd = today.daysLeft == 1
    let isYearEnd = isMonthEnd && today.date.civil.month == 12
    switch options.audit {
    case .off: return
    case .daily: try auditEverything(today)
    case .monthly where isMonthEnd || isLastDay: try auditEverything(today)
    case .standard where isYearEnd || isLastDay: try auditEverything(today)
    case .standard where isMonthEnd: try auditBooks(today)
    case .monthly, .standard: return
    }
    summary.audits += 1
  }

  private func auditEverything(_ today: Today) throws(AuditFailure) {
    try auditJourneys(today)
    try gather(today) { $0.audit(today) }
  }

  private func auditBooks(_ today: Today) throws(AuditFailure) {
    try auditJourneys(today)
    try gather(today) { $0.auditBooks() }
  }

  /// Who left one market has arrived in another: no market's own books can tell.
  private func auditJourneys(_ today: Today) throws(AuditFailure) {
    let left = world.markets.sum { Int($0.flows[.sectorDepartures]) }
    let arrived = world.markets.sum { Int($0.flows[.sectorArrivals]) }
    guard left != arrived else { return }
    throw AuditFailure(
      findings: ["the country: \(left) left for another sector, \(arrived) arrived in one"],
      day: today.date)
  }

  private func gather(
    _ today: Today, _ findings: @Sendable (borrowing Market) -> [String]
  ) throws(AuditFailure) {
    let found = FindingsByMarket(count: world.markets.count)
    world.markets.forEachReading(crew) { index, market in found.set(index, findings(market)) }
    let all = found.all
    guard all.isEmpty else { throw AuditFailure(findings: all, day: today.date) }
  }
}

/// One list a market, each written by the worker that audits it.
private final class FindingsByMarket: @unchecked Sendable {
  private let lists: Islands<[String]>

  init(count: Int) { lists = Islands(count: count, crew: Crew(workers: 1)) { _ in [] } }

  func set(_ index: Int, _ findings: [String]) {
    guard !findings.isEmpty else { return }
    lists.with(index) { $0 = findings }
  }

  var all: [String] {
    var sentences: [String] = []
    for index in 0..<lists.count { sentences += lists.with(index) { $0 } }
    return sentences
  }
}
