import Foundation

extension Build {
  /// Whether a program's file needs libraries that a machine must have: one linked statically names no
  /// interpreter that would load them. False also where the file cannot be read as a program of 64 bits.
  package static func needsLibraries(_ path: String = "/proc/self/exe") -> Bool {
    guard let file = FileHandle(forReadingAtPath: path) else { return false }
    defer { try? file.close() }
    guard let head = try? file.read(upToCount: 4096).map([UInt8].init), head.count > 64,
      head.starts(with: [0x7F, 0x45, 0x4C, 0x46, 2, 1])
    else { return false }
    func number(_ place: Int, bytes: Int) -> Int {
      (0..<bytes).reversed().reduce(0) { $0 << 8 | Int(head[place + $1]) }
    }
    // Of the ELF header: where the table of segments begins, how long an entry is, and how many there are.
    let (start, size, count) = (
      number(32, bytes: 8), number(54, bytes: 2), number(56, bytes: 2)
    )
    let interpreter = 3
    return (0..<count).lazy.map { start + $0 * size }
      .contains { $0 >= 0 && $0 + 4 <= head.count && number($0, bytes: 4) == interpreter }
  }
}
