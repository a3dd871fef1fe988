import Kernel
import Testing

@Suite struct ColumnTests {
  private struct Line: BitwiseCopyable {
    var words = SIMD16<UInt32>(repeating: 0)
  }

  private func address(_ column: borrowing Column<Line>) -> UInt {
    withUnsafeMutablePointer(to: &column[0]) { UInt(bitPattern: $0) }
  }

  @Test(arguments: [1, 3, 100, 4097, 200_000, 300_000])
  func `a column begins at a cache line, large ones at a huge page`(count: Int) {
    let column = Column(repeating: Line(), count: count)
    let alignment: UInt = count * 64 >= 8 << 20 ? 2 << 20 : 64
    let offset = address(column) % alignment
    #expect(offset == 0)
  }

  @Test func `a grown column keeps its records and its alignment`() {
    var column = Column(repeating: Line(), count: 0)
    for number in 0..<10_000 as Range<UInt32> {
      let index = column.append(Line(words: SIMD16(repeating: number)))
      #expect(index.rawValue == number)
    }
    let wrong = (0..<10_000).count { column[$0].words[15] != UInt32($0) }
    let (offset, count, room) = (address(column) % 64, column.count, column.capacity)
    #expect(wrong == 0 && offset == 0 && count == 10_000 && room >= 10_000)
  }

  @Test func `growing to less than there is changes nothing`() {
    var column = Column<UInt32>(repeating: 5, count: 10, capacity: 20)
    column.grow(to: 15)
    let (room, count) = (column.capacity, column.count)
    #expect(room == 20 && count == 10)
  }

  @Test func `emptied, it has no records and the same room`() {
    var column = Column<UInt32>(repeating: 5, count: 10)
    column.removeAll()
    let first = column.append(7)
    let (room, count) = (column.capacity, column.count)
    #expect(first == 0 && room == 10 && count == 1)
  }
}
