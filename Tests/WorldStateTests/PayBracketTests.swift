import Kernel
import Testing
import WorldState

/// Pay is counted in brackets that neither overlap nor leave any out.
@Suite struct PayBracketTests {
  @Test func `brackets rise with pay, and none is wider than an eighth of its pay`() {
    var lowest: [Int: Int32] = [:]
    var previous = 0
    for wage in (1...40_000).map(Int32.init) + [Int32.max / 3, Int32.max] {
      let bracket = PayBracket.of(wage)
      #expect(bracket >= previous && bracket < PayBracket.count)
      previous = bracket
      let first = lowest[bracket, default: wage]
      lowest[bracket] = first
      #expect(Double(wage) < Double(first) * 1.125 + 1)
    }
    #expect(PayBracket.of(0) == 0)
  }

  @Test func `what is counted and taken away again leaves nothing`() {
    let brackets = Column(repeating: PayBracket(), count: PayBracket.count)
    brackets.count(1, wage: 26_700)
    let counted = brackets[PayBracket.of(26_700)]
    #expect(counted.heads == 1 && counted.pay == 26_700)
    brackets.count(-1, wage: 26_700)
    let left = brackets[PayBracket.of(26_700)]
    #expect(left == PayBracket())
  }
}
