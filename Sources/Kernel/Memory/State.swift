/// Why bytes cannot be read back as what was written.
public enum StateFault: Error, Equatable, CustomStringConvertible {
  case truncated
  /// Records have another size, or parts another number, than this build has.
  case otherLayout

  public var description: String {
    switch self {
    case .truncated: "it ends too soon"
    case .otherLayout: "it was written by a build whose records have another layout"
    }
  }
}

/// Gathers trivial values, texts and columns as bytes, in the memory layout of this machine and build.
///
/// Made for states that the same build reads back. Each value is preceded by nothing, each column by its
/// count, room and record size.
public struct StateWriter: Sendable {
  public private(set) var bytes: [UInt8] = []

  public init(reserving byteCount: Int = 0) { bytes.reserveCapacity(byteCount) }

  public mutating func write<Value: BitwiseCopyable>(_ value: Value) {
    RawBytes.append(value, to: &bytes)
  }

  public mutating func write(_ text: String) {
    write(text.utf8.count)
    bytes.append(contentsOf: text.utf8)
  }

  public mutating func write<Value: BitwiseCopyable>(_ values: [Value]) {
    write(values.count)
    for value in values { write(value) }
  }

  public mutating func write<Record>(_ column: borrowing Column<Record>) {
    write(column.count)
    write(column.capacity)
    write(MemoryLayout<Record>.stride)
    column.appendRecords(to: &bytes)
  }
}

/// Takes back what a ``StateWriter`` wrote, in the same order.
public struct StateReader: Sendable {
  private let bytes: [UInt8]
  private var offset = 0

  public init(_ bytes: [UInt8]) { self.bytes = bytes }

  public var isAtEnd: Bool { offset == bytes.count }

  private func requireMore(_ count: Int) throws(StateFault) {
    guard count >= 0, count <= bytes.count - offset else { throw .truncated }
  }

  public mutating func read<Value: BitwiseCopyable>(_ type: Value.Type) throws(StateFault) -> Value
  {
    try requireMore(MemoryLayout<Value>.size)
    defer { offset += MemoryLayout<Value>.size }
    return RawBytes.value(type, in: bytes, at: offset)
  }

  public mutating func readText() throws(StateFault) -> String {
    let count = try read(Int.self)
    try requireMore(count)
    defer { offset += count }
    return String(decoding: bytes[offset..<offset + count], as: UTF8.self)
  }

  public mutating func readArray<Value: BitwiseCopyable>(
    of type: Value.Type
  ) throws(StateFault) -> [Value] {
    let count = try read(Int.self)
    guard count >= 0, count <= (bytes.count - offset) / max(1, MemoryLayout<Value>.size) else {
      throw .truncated
    }
    var values: [Value] = []
    values.reserveCapacity(count)
    for _ in 0..<count { values.append(try read(type)) }
    return values
  }

  public mutating func readColumn<Record>(
    of type: Record.Type
  ) throws(StateFault) -> Column<Record> {
    let count = try read(Int.self)
    let capacity = try read(Int.self)
    guard try read(Int.self) == MemoryLayout<Record>.stride else { throw .otherLayout }
    guard count >= 0, capacity >= count,
      count <= (bytes.count - offset) / MemoryLayout<Record>.stride
    else { throw .truncated }
    defer { offset += count * MemoryLayout<Record>.stride }
    return Column(count: count, capacity: capacity, from: bytes, at: offset)
  }
}
