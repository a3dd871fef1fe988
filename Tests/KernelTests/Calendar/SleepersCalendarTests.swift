import Kernel
import Testing

@Suite struct SleepersCalendarTests {
  /// Opens all days and returns, by day, who came out, sorted.
  private func opened(_ calendar: inout SleepersCalendar, days: Range<Int>) -> [[UInt32]] {
    var due = Column<UInt32>(repeating: 0, count: 0)
    return days.map { day in
      calendar.open(day, into: &due)
      return (0..<due.count).map { due[$0] }.sorted()
    }
  }

  /// Days around every boundary of blocks of 64, and the last ones before the horizon.
  private static let plan: [(index: UInt32, day: Int)] =
    [1, 2, 62, 63, 64, 65, 127, 128, 129, 191, 192, 640, 998, 999]
    .enumerated().flatMap { place, day in
      (0..<20 as Range<UInt32>).map { (UInt32(place) * 20 + $0, day) }
    }

  @Test(arguments: [1, 3, 11, 27, 137])
  func `entries come out on their day, in whatever order they were added`(stride: Int) {
    var calendar = SleepersCalendar(horizon: 1000, capacity: 10)
    let plan = Self.plan
    for step in plan.indices {
      let entry = plan[(step * stride) % plan.count]
      calendar.add(entry.index, on: entry.day)
    }
    let days = opened(&calendar, days: 0..<1000)
    for (day, found) in days.enumerated() {
      #expect(found == plan.filter { $0.day == day }.map(\.index))
    }
  }

  @Test func `what the horizon cuts off is dropped`() {
    var calendar = SleepersCalendar(horizon: 128, capacity: 4)
    for day in [127, 128, 129, 100_000] { calendar.add(UInt32(day), on: day) }
    let days = opened(&calendar, days: 0..<128)
    #expect(days.flatMap { $0 } == [127] && days[127] == [127])
  }

  @Test func `the largest index keeps its day`() {
    var calendar = SleepersCalendar(horizon: 300, capacity: 4)
    let largest: UInt32 = (1 << 26) - 1
    calendar.add(largest, on: 63)
    calendar.add(largest, on: 255)
    let days = opened(&calendar, days: 0..<300)
    #expect(days[63] == [largest] && days[255] == [largest])
    #expect(days.flatMap { $0 }.count == 2)
  }

  @Test
  func `sleepers rescheduled at random each wake on their pending days, stale entries or not`() {
    let luck = Luck(seed: 4, replicate: 0)
    let horizon = 700
    let sleepers = 300
    var calendar = SleepersCalendar(horizon: horizon, capacity: sleepers)
    var pending = Array(repeating: 0, count: sleepers)
    var wakes = 0
    var due = Column<UInt32>(repeating: 0, count: 0)
    for index in 0..<UInt32(sleepers) {
      pending[Int(index)] = 1 + Int(luck.words(index, 1).0 % 90)
      calendar.add(index, on: pending[Int(index)])
    }
    for day in 0..<horizon {
      let expected = pending.indices.filter { pending[$0] == day }
      calendar.open(day, into: &due)
      var woken: Set<Int> = []
      for position in 0..<due.count {
        let index = Int(due[position])
        // The reader's part: an entry whose record is due on another day is skipped.
        guard pending[index] == day else { continue }
        woken.insert(index)
        pending[index] = day + 1 + Int(luck.words(UInt32(index), 2, occasion: UInt32(day)).0 % 150)
        calendar.add(UInt32(index), on: pending[index])
      }
      #expect(woken == Set(expected))
      wakes += woken.count
      // Somebody else is put off or called earlier, which leaves a stale entry behind.
      let moved = Int(luck.words(0, 3, occasion: UInt32(day)).0) % sleepers
      pending[moved] = day + 1 + Int(luck.words(1, 3, occasion: UInt32(day)).0 % 150)
      calendar.add(UInt32(moved), on: pending[moved])
    }
    #expect(wakes > 1000)
  }

  @Test func `an audit sees every entry that is still to come, with its day`() {
    var calendar = SleepersCalendar(horizon: 1000, capacity: 10)
    for entry in Self.plan { calendar.add(entry.index, on: entry.day) }
    _ = opened(&calendar, days: 0..<64)
    var seen: [UInt32: Int] = [:]
    calendar.forEachEntry { seen[$0] = $1 }
    let expected = Self.plan.filter { $0.day >= 64 }
    #expect(seen.count == expected.count)
    #expect(expected.allSatisfy { seen[$0.index] == $0.day })
  }

  @Test func `room is used again: a calendar in steady use does not grow`() {
    var calendar = SleepersCalendar(horizon: 20_000, capacity: 1000)
    var due = Column<UInt32>(repeating: 0, count: 0)
    for index in 0..<1000 as Range<UInt32> { calendar.add(index, on: 1 + Int(index) % 100) }
    var bytes = 0
    for day in 0..<19_000 {
      calendar.open(day, into: &due)
      for position in 0..<due.count { calendar.add(due[position], on: day + 100) }
      if day == 1000 { bytes = calendar.byteCount }
    }
    let later = calendar.byteCount
    #expect(later == bytes)
  }
}
