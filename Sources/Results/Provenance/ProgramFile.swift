import Foundation

/// What a program's file says of itself in its headers: ELF of 64 bits, little-endian, as Linux has it.
struct ProgramFile {
  private static let loader = 3
  private static let notes = 4
  /// Begins a build ID that is a commit, which linkers' own never do: `kosh`.
  private static let commitMark: [UInt8] = [0x6B, 0x6F, 0x73, 0x68]

  /// Whether it names an interpreter, which loads libraries that a machine must have: one linked statically names none.
  private(set) var needsLibraries = false
  /// The commit that it was built from, where whoever built it wrote that down as its build ID.
  private(set) var commit: String?

  /// Nil where the file cannot be read as such a program.
  init?(_ path: String) {
    guard let file = FileHandle(forReadingAtPath: path) else { return nil }
    defer { try? file.close() }
    guard let head = try? file.read(upToCount: 4096).map([UInt8].init), head.count > 64,
      head.starts(with: [0x7F, 0x45, 0x4C, 0x46, 2, 1])
    else { return nil }
    // Where the table of segments begins, how long an entry is, and how many there are.
    let (start, size, count) = (
      Self.number(head, 32, bytes: 8), Self.number(head, 54, bytes: 2),
      Self.number(head, 56, bytes: 2)
    )
    for place in (0..<count).map({ start + $0 * size }) where place >= 0 && place + 56 <= head.count
    {
      switch Self.number(head, place, bytes: 4) {
      case Self.loader: needsLibraries = true
      case Self.notes:
        let (offset, length) = (
          Self.number(head, place + 8, bytes: 8), Self.number(head, place + 32, bytes: 8)
        )
        guard offset >= 0, (1...(1 << 16)).contains(length),
          (try? file.seek(toOffset: UInt64(offset))) != nil,
          let notes = try? file.read(upToCount: length).map([UInt8].init)
        else { continue }
        commit = commit ?? Self.commit(in: notes, aligned: Self.number(head, place + 48, bytes: 8))
      default: continue
      }
    }
  }

  private static func number(_ bytes: [UInt8], _ place: Int, bytes count: Int) -> Int {
    (0..<count).reversed().reduce(0) { $0 << 8 | Int(bytes[place + $1]) }
  }

  /// Of notes, each with the lengths of its name and content, a kind, and both of these padded, the build ID's.
  private static func commit(in notes: [UInt8], aligned: Int) -> String? {
    let step = aligned == 8 ? 8 : 4
    func padded(_ length: Int) -> Int { (length + step - 1) / step * step }
    var place = 0
    while place + 12 <= notes.count {
      let (name, content, kind) = (
        number(notes, place, bytes: 4), number(notes, place + 4, bytes: 4),
        number(notes, place + 8, bytes: 4)
      )
      let start = place + 12 + padded(name)
      guard start + content <= notes.count else { return nil }
      if kind == 3, notes[(place + 12)...].starts(with: Array("GNU\0".utf8)) {
        return commit(Array(notes[start..<(start + content)]))
      }
      place = start + padded(content)
    }
    return nil
  }

  /// The mark, twenty bytes of commit, and one more where something was not committed.
  private static func commit(_ buildID: [UInt8]) -> String? {
    guard buildID.starts(with: commitMark), [24, 25].contains(buildID.count) else { return nil }
    let digits = buildID[4..<24].map { byte in
      let text = String(byte, radix: 16)
      return text.count == 1 ? "0" + text : text
    }.joined()
    return buildID.count == 25 ? digits + " with changes" : digits
  }
}

extension Build {
  /// Whether a program's file needs libraries that a machine must have. False also where the file cannot be read as a program
  /// of 64 bits.
  package static func needsLibraries(_ path: String = "/proc/self/exe") -> Bool {
    ProgramFile(path)?.needsLibraries ?? false
  }

  /// The commit that a program carries wherever it is copied: one of `.ci/static-binary` does.
  package static func carriedCommit(_ path: String = "/proc/self/exe") -> String? {
    ProgramFile(path)?.commit
  }
}
