import CHints

/// A column of trivial records in one aligned buffer, owned once.
///
/// With `Islands`, the only place that holds raw memory: Swift's arrays start at 16 or 32 modulo 64, so that a
/// 64-byte record would straddle two cache lines, and cannot ask for huge pages. All access goes through
/// indices; in debug builds they are checked. Capacity may exceed `count`, so that records can be added.
public struct Column<Record: BitwiseCopyable>: ~Copyable, @unchecked Sendable {
  @usableFromInline var base: UnsafeMutablePointer<Record>
  public private(set) var capacity: Int
  @usableFromInline var storedCount: Int

  /// A column of `count` equal records with room for `capacity`.
  public init(repeating record: Record, count: Int, capacity: Int = 0) {
    self.capacity = max(count, capacity, 1)
    storedCount = count
    base = Self.allocate(self.capacity)
    base.initialize(repeating: record, count: count)
  }

  deinit { Machine.deallocate(base) }

  @inlinable public var count: Int { @inline(__always) get { storedCount } }

  @inlinable public subscript(index: Int) -> Record {
    @inline(__always) unsafeAddress {
      assert(index >= 0 && index < storedCount)
      return UnsafePointer(base + index)
    }
    @inline(__always) nonmutating unsafeMutableAddress {
      assert(index >= 0 && index < storedCount)
      return base + index
    }
  }

  @inlinable public subscript(index: UInt32) -> Record {
    @inline(__always) unsafeAddress {
      assert(index < storedCount)
      return UnsafePointer(base + Int(index))
    }
    @inline(__always) nonmutating unsafeMutableAddress {
      assert(index < storedCount)
      return base + Int(index)
    }
  }

  @inlinable public subscript(place: Place<Record>) -> Record {
    @inline(__always) unsafeAddress {
      assert(place.rawValue < storedCount)
      return UnsafePointer(base + Int(place.rawValue))
    }
    @inline(__always) nonmutating unsafeMutableAddress {
      assert(place.rawValue < storedCount)
      return base + Int(place.rawValue)
    }
  }

  /// Asks the processor for a record that will be written soon; changes nothing.
  @inlinable @inline(__always)
  public func fetchAhead(_ index: UInt32) { hint_fetch_for_write(base + Int(index)) }

  @inlinable @inline(__always)
  public func fetchAhead(_ place: Place<Record>) { fetchAhead(place.rawValue) }

  /// All places, in order.
  @inlinable public var places: Places<Record> { Places(count: storedCount) }

  /// Adds a record, and room where there is none; returns its place.
  @discardableResult
  @inlinable public mutating func append(_ record: Record) -> Place<Record> {
    if storedCount == capacity { grow(to: capacity + capacity / 2 + 16) }
    (base + storedCount).initialize(to: record)
    storedCount += 1
    return Place(storedCount - 1)
  }

  /// Forgets all records; keeps the room.
  @inlinable public mutating func removeAll() { storedCount = 0 }

  /// Makes room for at least `wanted` records.
  @inline(never)
  public mutating func grow(to wanted: Int) {
    guard wanted > capacity else { return }
    let larger = Self.allocate(wanted)
    larger.moveInitialize(from: base, count: storedCount)
    Machine.deallocate(base)
    base = larger
    capacity = wanted
  }

  /// Bytes of memory the column holds.
  public var byteCount: Int { capacity * MemoryLayout<Record>.stride }

  /// A cache line for small buffers; huge pages, asked for explicitly, for large ones (10-15 % of a
  /// national run).
  private static func allocate(_ capacity: Int) -> UnsafeMutablePointer<Record> {
    let hugePage = 0x20_0000
    let bytes = capacity * MemoryLayout<Record>.stride
    let isLarge = bytes >= hugePage / 2
    let alignment = isLarge ? hugePage : 64
    let size = (bytes + alignment - 1) / alignment * alignment
    return Machine.allocate(byteCount: size, alignment: alignment, hugePages: isLarge)
      .bindMemory(to: Record.self, capacity: capacity)
  }
}

/// Raw bytes of records, for states that are kept: the layout of memory, so that a record may change without
/// a line here. ``StateReader`` makes sure that layouts agree.
extension Column {
  func appendRecords(to bytes: inout [UInt8]) {
    bytes.append(
      contentsOf: UnsafeRawBufferPointer(
        start: base, count: storedCount * MemoryLayout<Record>.stride))
  }

  /// Records from bytes of which there must be enough from `offset` on.
  init(count: Int, capacity: Int, from bytes: [UInt8], at offset: Int) {
    let length = count * MemoryLayout<Record>.stride
    precondition(count >= 0 && offset >= 0 && offset + length <= bytes.count)
    self.capacity = max(count, capacity, 1)
    storedCount = count
    base = Self.allocate(self.capacity)
    bytes.withUnsafeBytes { source in
      if let start = source.baseAddress {
        UnsafeMutableRawPointer(base).copyMemory(from: start + offset, byteCount: length)
      }
    }
  }
}

/// The raw bytes of one trivial value.
enum RawBytes {
  static func append<Value: BitwiseCopyable>(_ value: Value, to bytes: inout [UInt8]) {
    withUnsafeBytes(of: value) { bytes.append(contentsOf: $0) }
  }

  /// The value at `offset`, where there must be enough bytes.
  static func value<Value: BitwiseCopyable>(_: Value.Type, in bytes: [UInt8], at offset: Int)
    -> Value
  {
    precondition(offset >= 0 && offset + MemoryLayout<Value>.size <= bytes.count)
    return bytes.withUnsafeBytes { $0.loadUnaligned(fromByteOffset: offset, as: Value.self) }
  }
}
