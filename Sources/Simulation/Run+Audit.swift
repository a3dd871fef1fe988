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
    try auditFines(today)
    try gather(today) { $0.audit(today) }
    let found = FindingsByIsland(count: world.homelands.count)
    world.homelands.forEachReading(crew) { index, homeland in
      found.set(index, homeland.audit(today))
    }
    try report(found.all, today)
  }

  private func auditBooks(_ today: Today) throws(AuditFailure) {
    try auditJourneys(today)
    try gather(today) { $0.auditBooks() }
  }

  /// Who left one place has arrived in another, and who is away is somewhere: no place's own books can tell.
  private func auditJourneys(_ today: Today) throws(AuditFailure) {
    var findings: [String] = []
    func compare(_ first: String, _ a: Int, _ second: String, _ b: Int) {
      if a != b { findings.append("the country: \(a) \(first), \(b) \(second)") }
    }
    compare(
      "left for another market", world.markets.sum { Int($0.flows[.sectorDepartures]) },
      "arrived in one", world.markets.sum { Int($0.flows[.sectorArrivals]) })
    compare(
      "left home", world.homelands.sum { Int($0.flows[.arrivals]) },
      "came from there", world.markets.sum { Int($0.flows[.arrivals]) })
    compare(
      "left for home", world.markets.sum { Int($0.flows[.returns]) },
      "came home", world.homelands.sum { Int($0.flows[.returns]) })
    compare(
      "places given by the permit offices", Int(world.offices.grantedSoFar),
      "received by employers", world.markets.sum { Int($0.flows[.permitsIssued]) })
    findings += communityFindings
    compare(
      "are away from home", world.homelands.sum { Int($0.abroad) },
      "are present", world.markets.sum { Int($0.migrantsPresent) })
    try report(findings, today)
  }

  /// Of fines imposed each unit is collected, waived or still owed, by whoever has moved on since too.
  private func auditFines(_ today: Today) throws(AuditFailure) {
    var imposed: Int64 = 0
    var settled: Int64 = 0
    for index in 0..<world.markets.count {
      world.markets.with(index) {
        imposed += $0.transfers[.fines]
        settled += $0.transfers[.finesCollected] + $0.transfers[.finesWaived] + $0.finesOwed
      }
    }
    let owed = world.markets.sum { Int($0.finesOwedByMigrants) }
    guard imposed != settled + Int64(owed) else { return }
    try report(
      [
        "the country: fines of \(imposed) were imposed; collected, waived or owed are "
          + "\(settled + Int64(owed))"
      ], today)
  }

  /// What compatriots know is made of counts, and each market's migrants fear what their community does.
  private var communityFindings: [String] {
    var findings: [String] = []
    let boards = world.boards
    let origins = boards.origins.count
    for place in 0..<boards.communities.count {
      let known = boards.communities[place]
      let least = min(known.months, known.bribes, known.alarm, known.fear)
      if !(known.cases >= known.expulsions && known.expulsions >= 0 && least >= 0)
        || !known.fear.isFinite || !(0...1).contains(known.heardPart)
      {
        findings.append(
          "the migrants of origin \(place % origins + 1) in region \(place / origins) know \(known)"
        )
      }
    }
    for market in 0..<world.markets.count {
      let first = market / world.sectorCount * origins
      let fears = world.markets.with(market) { market in
        (0..<market.fears.count).map { market.fears[$0] }
      }
      for origin in fears.indices where fears[origin] != boards.communities[first + origin].fear {
        findings.append(
          "market \(market): migrants of origin \(origin + 1) fear \(fears[origin]), "
            + "their community \(boards.communities[first + origin].fear)")
      }
    }
    return findings
  }

  private func report(_ findings: [String], _ today: Today) throws(AuditFailure) {
    guard findings.isEmpty else { throw AuditFailure(findings: findings, day: today.date) }
  }

  private func gather(
    _ today: Today, _ findings: @Sendable (borrowing Market) -> [String]
  ) throws(AuditFailure) {
    let found = FindingsByIsland(count: world.markets.count)
    world.markets.forEachReading(crew) { index, market in found.set(index, findings(market)) }
    try report(found.all, today)
  }
}

/// One list an island, each written by the worker that audits it.
private final class FindingsByIsland: @unchecked Sendable {
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
