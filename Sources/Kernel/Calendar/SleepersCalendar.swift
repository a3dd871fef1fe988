/// Who may have something to do on which day: day buckets of small chunks of indices from one pool.
///
/// Nothing is ever removed from a bucket before its day: a record knows its own pending day, and an entry
/// whose record is due on another day is skipped when its bucket is opened. Rescheduling is thus one
/// write, and a record's pending day may move as often as it likes. Days are counted from the world's
/// first day; a day beyond the horizon is never reached and not stored.
package struct SleepersCalendar: ~Copyable {
  @inlinable static var none: UInt32 { .max }

  /// One cache line of indices, and which chunk of the same day was filled before.
  @frozen @usableFromInline package struct Chunk: BitwiseCopyable {
    @usableFromInline var next: UInt32
    @usableFromInline var entries: InlineArray<15, UInt32>

    @usableFromInline init() {
      next = .max
      entries = .init(repeating: 0)
    }
  }

  /// A day's newest chunk and how much of it is used.
  ///
  /// The count stands here and not in the chunk, so that an entry only writes to the chunk's cache line
  /// and never waits for it.
  @frozen @usableFromInline package struct Bucket: BitwiseCopyable {
    @usableFromInline var chunk: UInt32
    @usableFromInline var count: UInt32

    @usableFromInline init() {
      chunk = .max
      count = 0
    }
  }

  @inlinable static var chunkSize: UInt32 { 15 }

  @usableFromInline var chunks: Column<Chunk>
  @usableFromInline var buckets: Column<Bucket>
  @usableFromInline var free: UInt32 = .max
  /// One past the last day that can be reached.
  package let horizon: Int

  /// - Parameter capacity: entries expected at once; more are allowed.
  package init(horizon: Int, capacity: Int) {
    self.horizon = horizon
    // A bucket's newest chunk is half empty on average; a growing pool costs a copy, not an error.
    let expected = capacity / 13 + min(horizon, capacity) + 8
    chunks = Column(repeating: Chunk(), count: 0, capacity: expected)
    buckets = Column(repeating: Bucket(), count: horizon)
  }

  /// Enters `index` on `day`. Days at or beyond the horizon are dropped.
  @inlinable @inline(__always)
  package mutating func add(_ index: UInt32, on day: Int) {
    guard day < horizon else { return }
    var bucket = buckets[day]
    if bucket.chunk == Self.none || bucket.count == Self.chunkSize {
      bucket.chunk = newChunk(next: bucket.chunk)
      bucket.count = 0
    }
    chunks[bucket.chunk].entries[Int(bucket.count)] = index
    bucket.count += 1
    buckets[day] = bucket
  }

  @usableFromInline
  mutating func newChunk(next: UInt32) -> UInt32 {
    let chunk: UInt32
    if free == Self.none {
      chunk = chunks.append(Chunk())
    } else {
      chunk = free
      free = chunks[chunk].next
    }
    chunks[chunk].next = next
    return chunk
  }

  /// Opens a day: moves its entries into `due` and gives its chunks back.
  ///
  /// The day's entries are copied so that the caller may add to the calendar while it works through them.
  @inlinable
  package mutating func open(_ day: Int, into due: inout Column<UInt32>) {
    due.removeAll()
    var bucket = buckets[day]
    buckets[day] = Bucket()
    while bucket.chunk != Self.none {
      for position in 0..<Int(bucket.count) {
        due.append(chunks[bucket.chunk].entries[position])
      }
      let next = chunks[bucket.chunk].next
      chunks[bucket.chunk].next = free
      free = bucket.chunk
      bucket.chunk = next
      bucket.count = Self.chunkSize
    }
  }

  /// Visits every entry of a day without opening it; for the audit.
  package func forEachEntry(on day: Int, _ body: (UInt32) -> Void) {
    var bucket = buckets[day]
    while bucket.chunk != Self.none {
      for position in 0..<Int(bucket.count) { body(chunks[bucket.chunk].entries[position]) }
      bucket.chunk = chunks[bucket.chunk].next
      bucket.count = Self.chunkSize
    }
  }

  package var byteCount: Int { chunks.byteCount + buckets.byteCount }
}
