import Inputs
import Kernel

/// The audit recomputes a market from nothing but its records and compares: exactly, for there is no tolerance
/// in which a fault could hide. Each finding is a sentence; none means that all agrees.
extension Market {
  /// Everything: heads, jobs, staff lists, tables, calendar, ledgers.
  public func audit(_ today: Today) -> [String] {
    var findings = Findings(place: "market \(traits.number)")
    auditBooks(&findings)
    auditPeople(today, &findings)
    let staff = StaffLinks(people, today)
    auditStaff(staff, &findings)
    auditTables(&findings)
    auditCalendar(staff, &findings)
    return findings.sentences
  }

  /// The books alone: what can be compared without looking at any person.
  public func auditBooks() -> [String] {
    var findings = Findings(place: "market \(traits.number)")
    auditBooks(&findings)
    return findings.sentences
  }

  private func auditBooks(_ findings: inout Findings) {
    var present: Int64 = 0
    for group in 0..<ledgers.count {
      let ledger = ledgers[group]
      present += ledger.present
      let least = min(
        ledger.searching, ledger.ownAccount, ledger.formal.heads, ledger.informal.heads)
      findings.expect(least >= 0, "group \(group) counts \(least) heads")
    }
    var jobs: Int64 = 0
    for group in 0..<ledgers.count {
      jobs += ledgers[group].formal.heads + ledgers[group].informal.heads
    }
    findings.expectEqual("jobs in the ledgers", jobs, "workers", Int64(workers.count))
    findings.expectEqual(
      "heads at the beginning and all who came less all who went", presentByMoves,
      "heads in the ledgers", present)
    auditOptions(&findings)
    findings.expect(outbox.count == 0, "\(outbox.count) people never arrived")
  }
}

extension Market {
  /// What seekers ask for, and what it was made from, are amounts.
  private func auditOptions(_ findings: inout Findings) {
    for kind in 0..<searches.count {
      let record = searches[kind]
      findings.expect(
        min(record.finds, record.days, record.pay, record.worth) >= 0 && record.pay.isFinite,
        "search of kind \(kind) remembers \(record)")
    }
    for asked in [options.natives.x, options.natives.y, options.natives.z, options.migrants] {
      findings.expect(asked.isFinite && asked >= 0, "seekers ask for \(asked) a month")
    }
  }
}

/// Sentences about one market or homeland, at most a few of each kind of fault.
struct Findings {
  private let place: String
  private(set) var sentences: [String] = []
  private static let most = 8

  init(place: String) { self.place = place }

  mutating func expect(_ holds: Bool, _ sentence: @autoclosure () -> String) {
    guard !holds, sentences.count < Self.most else { return }
    sentences.append("\(place): \(sentence())")
  }

  mutating func expectEqual(
    _ first: @autoclosure () -> String, _ a: Int64, _ second: String, _ b: Int64
  ) {
    expect(a == b, "\(first()): \(a); \(second): \(b)")
  }
}
