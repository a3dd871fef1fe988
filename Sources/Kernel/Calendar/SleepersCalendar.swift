/// Who may have something to do on which day: day buckets of small chunks of indices from one pool.
///
/// Nothing is ever removed from a bucket before its day: a record knows its own pending day, and an entry
/// whose record is due on another day is skipped when its bucket is opened. Rescheduling is thus one
/// write, and a record's pending day may move as often as it likes. Days are counted from the world's
/// first day; a day beyond the horizon is never reached and not stored.
package struct SleepersCalendar: ~Copyable {
  @usableFromInline static var none: UInt32 { .max }

  /// One cache line of indices.
  @frozen @usableFromInline package struct Chunk: BitwiseCopyable {
    @usableFromInline var count: UInt32
    @usableFromInline var next: UInt32
    @usableFromInline var entries: InlineArray<14, UInt32>

    @usableFromInline init(next: UInt32) {
      count = 0
      self.next = next
      entries = .init(repeating: 0)
    }
  }

  @usableFromInline var chunks: Column<Chunk>
  @usableFromInline var heads: Column<UInt32>
  @usableFromInline var free: UInt32 = .max
  /// One past the last day that can be reached.
  package let horizon: Int

  /// - Parameter capacity: entries expected at once; more are allowed.
  package init(horizon: Int, capacity: Int) {
    self.horizon = horizon
    // A bucket's newest chunk is half empty on average; a growing pool costs a copy, not an error.
    let expected = capacity / 12 + min(horizon, capacity) + 8
    chunks = Column(repeating: Chunk(next: Self.none), count: 0, capacity: expected)
    heads = Column(repeating: Self.none, count: horizon)
  }

  /// Enters `index` on `day`. Days at or beyond the horizon are dropped.
  @inlinable @inline(__always)
  package mutating func add(_ index: UInt32, on day: Int) {
    guard day < horizon else { return }
    var chunk = heads[day]
    if chunk == Self.none || chunks[chunk].count == 14 {
      chunk = newChunk(next: chunk)
      heads[day] = chunk
    }
    let count = chunks[chunk].count
    chunks[chunk].entries[Int(count)] = index
    chunks[chunk].count = count + 1
  }

  @usableFromInline
  mutating func newChunk(next: UInt32) -> UInt32 {
    guard free != Self.none else { return chunks.append(Chunk(next: next)) }
    let chunk = free
    free = chunks[chunk].next
    chunks[chunk] = Chunk(next: next)
    return chunk
  }

  /// Opens a day: moves its entries into `due`, oldest chunk last, and gives its chunks back.
  ///
  /// The day's entries are copied so that the caller may add to the calendar while it works through them.
  @inlinable
  package mutating func open(_ day: Int, into due: inout Column<UInt32>) {
    due.removeAll()
    var chunk = heads[day]
    heads[day] = Self.none
    while chunk != Self.none {
      let count = Int(chunks[chunk].count)
      for position in 0..<count { due.append(chunks[chunk].entries[position]) }
      let next = chunks[chunk].next
      chunks[chunk].next = free
      free = chunk
      chunk = next
    }
  }

  /// Visits every entry of a day without opening it; for the audit.
  package func forEachEntry(on day: Int, _ body: (UInt32) -> Void) {
    var chunk = heads[day]
    while chunk != Self.none {
      for position in 0..<Int(chunks[chunk].count) { body(chunks[chunk].entries[position]) }
      chunk = chunks[chunk].next
    }
  }

  package var byteCount: Int { chunks.byteCount + heads.byteCount }
}
