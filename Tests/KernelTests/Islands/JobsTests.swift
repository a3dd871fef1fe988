import Kernel
import Synchronization
import Testing

@Suite struct JobsTests {
  @Test(arguments: [1, 2, 5], [0, 1, 2, 3, 200])
  func `every piece is done and handed over once`(workers: Int, count: Int) {
    let begun = Atomic<Int>(0)
    var received: [Int] = []
    Crew(workers: workers).run(count) { index in
      begun.wrappingAdd(1, ordering: .relaxed)
      return index * index
    } receive: { index, square in
      #expect(square == index * index)
      received.append(index)
      return true
    }
    let all = begun.load(ordering: .relaxed)
    #expect(all == count)
    #expect(received.sorted() == Array(0..<count))
  }

  @Test(arguments: [1, 2, 5])
  func `hand-overs never meet, so that a receiver needs no lock`(workers: Int) {
    let inside = Atomic<Int>(0)
    var most = 0
    Crew(workers: workers).run(5000) {
      $0
    } receive: { _, _ in
      most = max(most, inside.wrappingAdd(1, ordering: .sequentiallyConsistent).newValue)
      inside.wrappingSubtract(1, ordering: .sequentiallyConsistent)
      return true
    }
    #expect(most == 1)
  }

  @Test(arguments: [1, 2, 5])
  func `after a stop nothing begins, and what had begun is handed over`(workers: Int) {
    let begun = Atomic<Int>(0)
    var received = 0
    Crew(workers: workers).run(1000) { _ in
      begun.wrappingAdd(1, ordering: .relaxed)
    } receive: { _, _ in
      received += 1
      return received < 10
    }
    let started = begun.load(ordering: .relaxed)
    #expect(received == started)
    #expect((10..<10 + workers).contains(received))
  }

  @Test(arguments: [1, 2, 5])
  func `mapped pieces come in the order of their numbers`(workers: Int) {
    #expect(Crew(workers: workers).map(300) { $0 * 3 } == (0..<300).map { $0 * 3 })
    #expect(Crew(workers: workers).map(0) { $0 }.isEmpty)
  }
}
