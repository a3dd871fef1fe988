import Glibc
import Kernel
import Synchronization
import Testing

@Suite(.serialized) struct CrewTests {
  /// Counts who works at the same time.
  private final class Meeting: Sendable {
    let arrived = Atomic<Int>(0)

    /// Waits until `count` bodies are inside at once; false after two minutes without them.
    func waits(for count: Int) -> Bool {
      arrived.wrappingAdd(1, ordering: .sequentiallyConsistent)
      let end = Machine.wallSeconds + 120
      while arrived.load(ordering: .sequentiallyConsistent) < count {
        if Machine.wallSeconds > end { return false }
        usleep(100)
      }
      return true
    }
  }

  @Test(arguments: [1, 2, 3, 7]) func `that many workers really run at once`(workers: Int) {
    let crew = Crew(workers: workers)
    let meeting = Meeting()
    let failures = Atomic<Int>(0)
    // A body returns only when all the others are inside: fewer threads than workers would wait.
    crew.forEach(workers) { _ in
      if !meeting.waits(for: workers) { failures.wrappingAdd(1, ordering: .relaxed) }
    }
    let failed = failures.load(ordering: .relaxed)
    #expect(crew.workerCount == workers)
    #expect(failed == 0)
  }

  @Test(arguments: [1, 2, 7]) func `in a given order every island is still worked on once`(
    workers: Int
  ) {
    let visits = Islands(count: 100, crew: Crew(workers: workers)) { _ in 0 }
    let order = (0..<100).map { ($0 * 37) % 100 }
    visits.forEach(Crew(workers: workers), order: order) { index, visits in visits += 1 + index }
    let seen = (0..<100).map { visits.with($0) { $0 } }
    #expect(seen == (0..<100).map { 1 + $0 })
  }

  @Test(arguments: [1, 2, 3, 7], [0, 1, 2, 100])
  func `every index is worked on once`(workers: Int, count: Int) {
    let visits = Islands(count: count, crew: Crew(workers: workers)) { _ in 0 }
    visits.forEach(Crew(workers: workers)) { index, visits in visits += 1 + index }
    let seen = (0..<count).map { visits.with($0) { $0 } }
    #expect(seen == (0..<count).map { $0 + 1 })
  }

  @Test(arguments: [2, 3, 7]) func `the number of workers changes no island`(workers: Int) {
    func lived(_ crew: Crew) -> [UInt64] {
      let islands = Islands(count: 50, crew: crew) { UInt64($0) }
      for day in 0..<100 as Range<UInt32> {
        islands.forEach(crew) { index, island in
          island = island &* 31 &+ Luck(seed: island, replicate: day).bits(UInt32(index), day)
        }
      }
      return (0..<50).map { islands.with($0) { $0 } }
    }
    #expect(lived(Crew(workers: workers)) == lived(Crew(workers: 1)))
  }

  @Test func `one crew is used many times over without losing work`() {
    let crew = Crew(workers: 3)
    let total = Atomic<Int>(0)
    for _ in 0..<2000 { crew.forEach(7) { total.wrappingAdd($0, ordering: .relaxed) } }
    let sum = total.load(ordering: .relaxed)
    #expect(sum == 2000 * 21)
  }

  @Test func `islands are let go with their owner`() {
    final class Resident: Sendable {}
    weak var watched: Resident?
    do {
      let resident = Resident()
      watched = resident
      _ = Islands(count: 3, crew: Crew(workers: 2)) { _ in resident }
    }
    #expect(watched == nil)
  }

  private struct Refused: Error {}

  @Test(arguments: [1, 2, 7]) func `pieces are handed over one at a time, each once`(
    workers: Int
  ) throws {
    var pieces: [Int] = []
    try Crew(workers: workers).each(50) { index, handOver in
      try handOver(index)
      try handOver(index + 100)
    } done: { (piece: Int) in
      pieces.append(piece)
    }
    #expect(pieces.sorted() == Array(0..<50) + Array(100..<150))
  }

  @Test(arguments: [1, 3]) func `the first failure is thrown, of the work and of what takes it`(
    workers: Int
  ) {
    let begun = Atomic<Int>(0)
    #expect(throws: Refused.self) {
      try Crew(workers: workers).each(1000) { _, _ in
        begun.wrappingAdd(1, ordering: .relaxed)
        throw Refused()
      } done: { (_: Int) in
      }
    }
    let count = begun.load(ordering: .relaxed)
    #expect(count <= workers)
    #expect(throws: Refused.self) {
      try Crew(workers: workers).each(3) { index, handOver in
        try handOver(index)
      } done: { (_: Int) in
        throw Refused()
      }
    }
  }
}
