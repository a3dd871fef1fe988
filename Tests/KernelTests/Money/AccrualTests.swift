import Kernel
import Testing

@Suite struct AccrualTests {
  @Test func `a month's closing divides once: a full month's pay is due whole`() {
    for days in [28, 29, 30, 31] as [Int64] {
      var accrual = Accrual()
      accrual.add(26_701, daysLeft: days)
      #expect(accrual.close(daysOfMonth: days, daysOfNext: 30) == 26_701)
      #expect(accrual.remainder == 0)
    }
  }

  @Test func `what one division leaves is carried to the next month`() {
    var accrual = Accrual()
    // One unit a month for 20 days of 30, three months: two units in all.
    var due: Int64 = 0
    for _ in 0..<3 {
      accrual.add(1, daysLeft: 20)
      accrual.add(-1, daysLeft: 0)
      due += accrual.close(daysOfMonth: 30, daysOfNext: 30)
    }
    #expect(due == 2 && accrual.remainder == 0)
  }

  @Test func `kept by difference it equals the sum day by day`() {
    let luck = Luck(seed: 5, replicate: 0)
    var accrual = Accrual()
    var paid: [Int: Int64] = [:]
    var running: Int64 = 0
    for month in 0..<48 {
      let days = [31, 28, 31, 30][month % 4]
      var moneyDays: Int64 = 0
      for day in 0..<days {
        // Some pays begin, some end, some days bring nothing.
        let words = luck.words(UInt32(month), UInt32(day))
        let left = Int64(days - day)
        if words.0 % 3 == 0 {
          let pay = Int64(words.1 % 90_000)
          paid[month * 31 + day] = pay
          running += pay
          accrual.add(pay, daysLeft: left)
        }
        if words.0 % 4 == 0, let begun = paid.keys.min(), let pay = paid.removeValue(forKey: begun)
        {
          running -= pay
          accrual.add(-pay, daysLeft: left)
        }
        moneyDays += running
      }
      let before = accrual.remainder
      let due = accrual.close(
        daysOfMonth: Int64(days), daysOfNext: Int64([31, 28, 31, 30][(month + 1) % 4]))
      #expect(due * Int64(days) + accrual.remainder == moneyDays + before)
      #expect(accrual.remainder >= 0 && accrual.remainder < Int64(days))
      #expect(accrual.running == running)
    }
  }
}
