import Kernel
import Testing

@Suite struct StateWriterTests {
  @Test func `what is written is read back, in the same order`() throws {
    var writer = StateWriter()
    writer.write(Int32(-7))
    writer.write("көш")
    writer.write([1.5, .infinity, -0.0])
    writer.write(Column(repeating: UInt16(9), count: 3, capacity: 10))
    var reader = StateReader(writer.bytes)
    #expect(try reader.read(Int32.self) == -7)
    #expect(try reader.readText() == "көш")
    #expect(try reader.readArray(of: Double.self) == [1.5, .infinity, -0.0])
    let column = try reader.readColumn(of: UInt16.self)
    #expect((0..<column.count).map { column[$0] } == [9, 9, 9])
    #expect(column.capacity == 10)
    #expect(reader.isAtEnd)
  }

  @Test func `bytes that end too soon are told, wherever they end`() {
    var writer = StateWriter()
    writer.write("abc")
    writer.write([UInt8(1), 2, 3])
    writer.write(Column(repeating: UInt32(5), count: 4))
    for count in 0..<writer.bytes.count {
      var reader = StateReader(Array(writer.bytes[..<count]))
      #expect(throws: StateFault.truncated) {
        _ = try reader.readText()
        _ = try reader.readArray(of: UInt8.self)
        _ = try reader.readColumn(of: UInt32.self).count
      }
    }
  }

  @Test func `records of another size are told`() {
    var writer = StateWriter()
    writer.write(Column(repeating: UInt32(5), count: 4))
    var reader = StateReader(writer.bytes)
    #expect(throws: StateFault.otherLayout) { _ = try reader.readColumn(of: UInt64.self).count }
  }
}
