import Synchronization

extension Crew {
  /// Runs independent pieces of work side by side and hands over what each gives, one at a time.
  ///
  /// For simulations beside each other, each on one thread: `work` must not use this crew itself. No more
  /// than one finished piece a worker waits to be handed over, so memory does not grow with `count`.
  ///
  /// - Parameters:
  ///   - count: Pieces of work, numbered from 0. They begin in this order and end in any.
  ///   - work: What is done for a number; called on several threads at once.
  ///   - receive: Called once a finished piece, never twice at the same time, in the order of finishing;
  ///     false lets no further piece begin. Those already begun are finished and handed over too.
  public func run<Output: Sendable>(
    _ count: Int, _ work: @Sendable (Int) -> Output, receive: (Int, Output) -> Bool
  ) {
    let isStopped = Atomic<Bool>(false)
    let turn = Mutex<Void>(())
    withoutActuallyEscaping(receive) { receive in
      // Only whoever holds `turn` calls it.
      nonisolated(unsafe) let receive = receive
      forEach(count) { index in
        if isStopped.load(ordering: .relaxed) { return }
        let output = work(index)
        turn.withLock { _ in
          if !receive(index, output) { isStopped.store(true, ordering: .relaxed) }
        }
      }
    }
  }

  /// What independent pieces of work give, in the order of their numbers.
  public func map<Output: Sendable>(
    _ count: Int, _ work: @Sendable (Int) -> Output
  ) -> [Output] {
    var outputs = [Output?](repeating: nil, count: count)
    run(count, work) { index, output in
      outputs[index] = output
      return true
    }
    return outputs.compactMap { $0 }
  }
}
