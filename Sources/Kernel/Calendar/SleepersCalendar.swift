/// Who may have something to do on which day: buckets of small chunks of indices from one pool.
///
/// Nothing is ever removed from a bucket before its day: a record knows its own pending day, and an entry
/// whose record is due on another day is skipped when its bucket is opened. Rescheduling is thus one
/// write, and a record's pending day may move as often as it likes. Days are counted from the world's
/// first day; a day beyond the horizon is never reached and not stored.
///
/// The days of the present block of 64 have a bucket each, later ones share a bucket a block, which is
/// spread when its block begins: so the buckets that are written to stay in the nearest cache, however
/// far the horizon.
public struct SleepersCalendar: ~Copyable {
  @inlinable static var none: UInt32 { .max }
  @inlinable static var chunkSize: UInt32 { 15 }
  @inlinable static var blockBits: Int { 6 }
  @inlinable static var indexBits: UInt32 { 26 }
  @inlinable static var indexMask: UInt32 { (1 << 26) - 1 }

  /// Indices, and which chunk of the same bucket was filled before.
  @usableFromInline
  package struct Chunk: BitwiseCopyable {
    @usableFromInline var next: UInt32
    @usableFromInline var entries: InlineArray<15, UInt32>

    @usableFromInline init() {
      next = .max
      entries = .init(repeating: 0)
    }
  }

  /// A bucket's newest chunk and how much of it is used.
  ///
  /// The count stands here and not in the chunk, so that an entry only writes to the chunk's cache line
  /// and never waits for it.
  @usableFromInline
  package struct Bucket: BitwiseCopyable {
    @usableFromInline var chunk: UInt32
    @usableFromInline var count: UInt32

    @usableFromInline init() {
      chunk = .max
      count = 0
    }
  }

  @usableFromInline var chunks: Column<Chunk>
  /// The days of the present block.
  @usableFromInline var near: Column<Bucket>
  /// All blocks; those up to the present one are empty.
  @usableFromInline var far: Column<Bucket>
  @usableFromInline var free: UInt32 = .max
  @usableFromInline var block = 0
  /// The first day that has not been opened.
  public internal(set) var nextDay = 0
  /// One past the last day that can be reached.
  public let horizon: Int

  /// - Parameter capacity: entries expected at once; more are allowed.
  public init(horizon: Int, capacity: Int) {
    self.horizon = horizon
    let blocks = horizon >> Self.blockBits + 1
    // A bucket's newest chunk is half empty on average; a growing pool costs a copy, not an error.
    chunks = Column(
      repeating: Chunk(), count: 0, capacity: capacity / 13 + 64 + min(blocks, capacity))
    near = Column(repeating: Bucket(), count: 1 << Self.blockBits)
    far = Column(repeating: Bucket(), count: blocks)
  }

  /// Enters `index`, below 2^26, on a `day` not yet opened. Days beyond the horizon are dropped.
  @inlinable @inline(__always)
  public mutating func add(_ index: UInt32, on day: Int) {
    guard day < horizon else { return }
    // The day within its block travels with the index, so that spreading a block looks at no record.
    let entry = index | UInt32(day & 63) << Self.indexBits
    let blockOfDay = day >> Self.blockBits
    if blockOfDay == block {
      near[day & 63] = pushed(entry, onto: near[day & 63])
    } else {
      far[blockOfDay] = pushed(entry, onto: far[blockOfDay])
    }
  }

  @inlinable @inline(__always)
  mutating func pushed(_ entry: UInt32, onto place: Bucket) -> Bucket {
    var bucket = place
    if bucket.chunk == Self.none || bucket.count == Self.chunkSize {
      bucket.chunk = newChunk(next: bucket.chunk)
      bucket.count = 0
    }
    chunks[bucket.chunk].entries[Int(bucket.count)] = entry
    bucket.count += 1
    return bucket
  }

  @usableFromInline
  mutating func newChunk(next: UInt32) -> UInt32 {
    let chunk: UInt32
    if free == Self.none {
      chunk = chunks.append(Chunk()).rawValue
    } else {
      chunk = free
      free = chunks[chunk].next
    }
    chunks[chunk].next = next
    return chunk
  }

  /// Opens a day: moves its entries into `due` and gives its chunks back. Days are opened in order.
  ///
  /// The day's entries are copied so that the caller may add to the calendar while it works through them.
  @inlinable
  public mutating func open(_ day: Int, into due: inout Column<UInt32>) {
    if day >> Self.blockBits != block { begin(day >> Self.blockBits, &due) }
    noteOpened(day)
    due.removeAll()
    let bucket = near[day & 63]
    near[day & 63] = Bucket()
    take(bucket, into: &due)
    for position in 0..<due.count { due[position] &= Self.indexMask }
  }

  @usableFromInline mutating func noteOpened(_ day: Int) { nextDay = day + 1 }

  /// Spreads a block over its days.
  @inlinable
  mutating func begin(_ next: Int, _ scratch: inout Column<UInt32>) {
    block = next
    scratch.removeAll()
    let bucket = far[next]
    far[next] = Bucket()
    take(bucket, into: &scratch)
    for position in 0..<scratch.count {
      let entry = scratch[position]
      let day = Int(entry >> Self.indexBits)
      near[day] = pushed(entry, onto: near[day])
    }
  }

  @inlinable @inline(__always)
  mutating func take(_ newest: Bucket, into due: inout Column<UInt32>) {
    var bucket = newest
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

  /// Visits every entry not yet opened, with its day; for the audit.
  public func forEachEntry(_ body: (UInt32, Int) -> Void) {
    for day in 0..<near.count { visit(near[day], block, body) }
    for later in 0..<far.count { visit(far[later], later, body) }
  }

  private func visit(_ newest: Bucket, _ block: Int, _ body: (UInt32, Int) -> Void) {
    var bucket = newest
    while bucket.chunk != Self.none {
      for position in 0..<Int(bucket.count) {
        let entry = chunks[bucket.chunk].entries[position]
        body(entry & Self.indexMask, block << Self.blockBits + Int(entry >> Self.indexBits))
      }
      bucket.chunk = chunks[bucket.chunk].next
      bucket.count = Self.chunkSize
    }
  }

  public var byteCount: Int { chunks.byteCount + near.byteCount + far.byteCount }
}

extension SleepersCalendar {
  /// Writes the calendar as it stands, its buckets' order included.
  public func write(to writer: inout StateWriter) {
    writer.write(horizon)
    writer.write(block)
    writer.write(nextDay)
    writer.write(free)
    writer.write(chunks)
    writer.write(near)
    writer.write(far)
  }

  /// A calendar that was written by ``write(to:)``.
  public init(from reader: inout StateReader) throws(StateFault) {
    let horizon = try reader.read(Int.self)
    let block = try reader.read(Int.self)
    let nextDay = try reader.read(Int.self)
    let free = try reader.read(UInt32.self)
    let chunks = try reader.readColumn(of: Chunk.self)
    let near = try reader.readColumn(of: Bucket.self)
    let far = try reader.readColumn(of: Bucket.self)
    self.horizon = horizon
    self.block = block
    self.nextDay = nextDay
    self.free = free
    self.chunks = chunks
    self.near = near
    self.far = far
  }
}
