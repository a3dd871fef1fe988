import Kernel
import Measurement
import Results
import TestSupport
import Testing

@Suite struct DigestTests {
  @Test func `SHA-256 of abc is the published one`() {
    #expect(
      Digest.ofText("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
  }

  @Test func `Equal records have equal digests, whatever the cells say`() {
    #expect(
      SyntheticRun.records(monthCount: 3, cellsPerMonth: 1).digest
        == SyntheticRun.records(monthCount: 3, cellsPerMonth: 9).digest)
  }

  @Test func `One event more on one day changes the digest`() {
    var one = Digest()
    var other = Digest()
    one.add(DayRecord(day: Day(number: 5), counts: [1, 2, 3]))
    other.add(DayRecord(day: Day(number: 5), counts: [1, 3, 3]))
    #expect(one.text != other.text)
  }

  @Test func `A mean of nobody is not a mean of zero`() {
    func digest(_ number: Double?) -> String {
      var digest = Digest()
      digest.add(
        MonthRecord(
          month: Day(number: 0), national: [number], canonical: [], cells: [], flows: [], money: [])
      )
      return digest.text
    }
    #expect(digest(nil) != digest(0))
    #expect(digest(nil) == digest(nil))
  }

  @Test func `A number moved from one list to the next changes the digest`() {
    func digest(_ counts: [[Int64]]) -> String {
      var digest = Digest()
      for count in counts { digest.add(DayRecord(day: Day(number: 1), counts: count)) }
      return digest.text
    }
    #expect(digest([[1, 2], [3]]) != digest([[1], [2, 3]]))
  }

  @Test func `What is left of an interrupted run has the digest of one that was to end there`() {
    var records = SyntheticRun.records(monthCount: 2)
    let whole = records.digest
    SyntheticRun.addDays(
      from: Day(year: 2005, month: 3, day: 1), to: Day(year: 2005, month: 3, day: 9), &records)
    #expect(records.digest != whole)
    records.cutToWholeMonths()
    #expect(records.digest == whole)
    #expect(records.days.last?.day == Day(year: 2005, month: 2, day: 28))
  }

  @Test func `A run interrupted in its first month keeps no day`() {
    var records = RunRecords()
    SyntheticRun.addDays(from: Day(number: 0), to: Day(number: 3), &records)
    records.cutToWholeMonths()
    #expect(records.days.isEmpty && records.digest == RunRecords().digest)
  }
}
