import Dispatch
import Synchronization

/// A fixed number of islands, worked on by any number of workers that never touch each other's.
///
/// Swift's arrays cannot hold noncopyable values, so the buffer is owned here, and reached only through
/// closures that get one island at a time.
public struct Islands<Island: ~Copyable>: ~Copyable, @unchecked Sendable {
  private let base: UnsafeMutablePointer<Island>
  public let count: Int

  /// Makes every island, in parallel; `make` is called once an index, in no particular order.
  public init(count: Int, crew: Crew, _ make: @Sendable (Int) -> Island) {
    let base = UnsafeMutablePointer<Island>.allocate(capacity: max(count, 1))
    nonisolated(unsafe) let target = base
    crew.forEach(count) { (target + $0).initialize(to: make($0)) }
    self.base = base
    self.count = count
  }

  deinit {
    base.deinitialize(count: count)
    base.deallocate()
  }

  /// Works on every island once, in no particular order; returns when all are done.
  public func forEach(_ crew: Crew, _ body: @Sendable (Int, inout Island) -> Void) {
    nonisolated(unsafe) let target = base
    crew.forEach(count) { body($0, &target[$0]) }
  }

  /// The same, begun in the given order: the largest first, so that no worker is left alone with one at the end.
  ///
  /// - Parameter order: each island's index once.
  public func forEach(
    _ crew: Crew, order: [Int], _ body: @Sendable (Int, inout Island) -> Void
  ) {
    precondition(order.count == count, "an order names every island once")
    nonisolated(unsafe) let target = base
    crew.forEach(count) { body(order[$0], &target[order[$0]]) }
  }

  /// Looks at every island once, in no particular order.
  public func forEachReading(_ crew: Crew, _ body: @Sendable (Int, borrowing Island) -> Void) {
    nonisolated(unsafe) let source = base
    crew.forEach(count) { body($0, source[$0]) }
  }

  /// Works on one island.
  public func with<Result: ~Copyable>(
    _ index: Int, _ body: (inout Island) -> Result
  ) -> Result {
    precondition(index >= 0 && index < count)
    return body(&base[index])
  }

  /// Adds up what `value` finds on each island, in order.
  public func sum(_ value: (borrowing Island) -> Int) -> Int {
    var total = 0
    for index in 0..<count { total += value(base[index]) }
    return total
  }
}

/// A stated number of workers.
///
/// `concurrentPerform` chooses its own number of threads (7 asked, 3 ran), so each further worker is a serial
/// queue of its own, which Dispatch always gives a thread. Work is taken from an atomic counter; what a
/// worker does never depends on which worker it is.
public final class Crew: Sendable {
  public let workerCount: Int
  private let queues: [DispatchQueue]

  public init(workers: Int) {
    precondition(workers >= 1, "a crew has at least one worker")
    workerCount = workers
    queues = (1..<max(workers, 1)).map { DispatchQueue(label: "kosh.worker.\($0)") }
  }

  /// Calls `body` once for each index below `count`; returns when all are done.
  public func forEach(_ count: Int, _ body: @Sendable (Int) -> Void) {
    if queues.isEmpty || count <= 1 {
      for index in 0..<count { body(index) }
      return
    }
    let next = Atomic<Int>(0)
    withoutActuallyEscaping(body) { body in
      let work: @Sendable () -> Void = {
        while true {
          let index = next.wrappingAdd(1, ordering: .relaxed).oldValue
          if index >= count { return }
          body(index)
        }
      }
      withoutActuallyEscaping(work) { work in
        let group = DispatchGroup()
        for queue in queues { queue.async(group: group, execute: work) }
        work()
        group.wait()
      }
    }
  }
}

extension Crew {
  /// Does `work` once for each index below `count`, as many at a time as there are workers.
  ///
  /// For simulations beside each other: `work` must not use this crew itself. It hands over what it has made,
  /// as often as it likes, and waits while another piece is taken, so memory does not grow with `count`;
  /// `done` gets one piece at a time, so it may write files and draw progress. Work begins in the order of
  /// its numbers, but which piece comes first depends on the workers: `done` must put each in its place.
  /// - Throws: The first failure of either. Work that has not begun by then is left out; what had begun is
  ///   finished and handed over too.
  public func each<Piece: Sendable>(
    _ count: Int, work: @Sendable (Int, (Piece) throws -> Void) throws -> Void,
    done: (Piece) throws -> Void
  ) throws {
    let turn = Turn()
    withoutActuallyEscaping(done) { done in
      nonisolated(unsafe) let done = done
      forEach(count) { index in
        if turn.failure.withLock({ $0 != nil }) { return }
        do {
          try work(index) { piece in try turn.failure.withLock { _ in try done(piece) } }
        } catch {
          turn.failure.withLock { $0 = $0 ?? error }
        }
      }
    }
    if let failure = turn.failure.withLock({ $0 }) { throw failure }
  }
}

/// Whose turn it is to hand over, and what went wrong first.
private final class Turn: Sendable {
  let failure = Mutex<(any Error)?>(nil)
}
