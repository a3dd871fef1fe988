import Testing
import WorldState

@Suite struct GroupLedgerTests {
  @Test func `every head on the list is a count of its own, in the digest's order`() {
    var ledger = GroupLedger()
    for head in Head.all { ledger[head] = Int64(head.rawValue + 1) }
    let counts = [
      ledger.searching, ledger.ownAccount, ledger.overstayed, ledger.passportsHeld,
      ledger.registered, ledger.barred, ledger.legalised, ledger.identified, ledger.expelled,
    ]
    #expect(counts == Array(1...9))
    #expect(Head.all.map { ledger[$0] } == counts)
    // Events are no state of anybody's record, so that the audit cannot count them again.
    #expect(Set(Head.all).subtracting(Head.ofRecords) == [.legalised, .identified, .expelled])
  }
}
