import Kernel
import Synchronization
import Testing

@Suite struct JobsTests {
  private struct Stop: Error {}

  @Test(arguments: [1, 2, 5], [0, 1, 2, 3, 200])
  func `every piece is done and handed over once`(workers: Int, count: Int) throws {
    let begun = Atomic<Int>(0)
    var received: [Int] = []
    try Crew(workers: workers).each(count) { index, handOver in
      begun.wrappingAdd(1, ordering: .relaxed)
      try handOver((index, index * index))
    } done: { (piece: (index: Int, square: Int)) in
      #expect(piece.square == piece.index * piece.index)
      received.append(piece.index)
    }
    let all = begun.load(ordering: .relaxed)
    #expect(all == count)
    #expect(received.sorted() == Array(0..<count))
  }

  @Test(arguments: [1, 2, 5])
  func `hand-overs never meet, so that a receiver needs no lock`(workers: Int) throws {
    let inside = Atomic<Int>(0)
    var most = 0
    try Crew(workers: workers).each(5000) { index, handOver in
      try handOver(index)
    } done: { (_: Int) in
      most = max(most, inside.wrappingAdd(1, ordering: .sequentiallyConsistent).newValue)
      inside.wrappingSubtract(1, ordering: .sequentiallyConsistent)
    }
    #expect(most == 1)
  }

  @Test(arguments: [1, 2, 5])
  func `after a stop nothing begins, and what had begun is handed over`(workers: Int) {
    let begun = Atomic<Int>(0)
    var received = 0
    #expect(throws: Stop.self) {
      try Crew(workers: workers).each(1000) { index, handOver in
        begun.wrappingAdd(1, ordering: .relaxed)
        try handOver(index)
      } done: { (_: Int) in
        received += 1
        if received >= 10 { throw Stop() }
      }
    }
    let started = begun.load(ordering: .relaxed)
    #expect(received == started)
    #expect((10..<10 + workers).contains(received))
  }
}
