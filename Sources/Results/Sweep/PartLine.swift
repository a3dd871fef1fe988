/// One line of a sweep's part.
package enum PartLine: Sendable, Equatable {
  /// A finished point.
  case record(PointRecord)
  /// A point that a worker turns to. Without a record after it, its process ended meanwhile.
  case begun(Int)
  /// The process met a fault of its own and began anew: what was begun and not finished may be to blame.
  case fault
  /// A point that failed so many times is to be tried again.
  case again(Int, failures: Int)

  /// Without its end: number, kind, content and a checksum of them, tabs between.
  package var text: String {
    switch self {
    case .record(let record): record.line
    case .begun(let point): PartLine.checked("\(point)\tbegun\t")
    case .fault: PartLine.checked("0\tfault\t")
    case .again(let point, let failures): PartLine.checked("\(point)\tagain\t\(failures)")
    }
  }

  /// Nil for a line that is torn or was changed.
  package init?(_ line: some StringProtocol) {
    if let record = PointRecord(line: line) {
      self = .record(record)
      return
    }
    let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
    guard fields.count == 4, let number = Int(fields[0]), number >= 0,
      PartLine.checked(fields[0...2].joined(separator: "\t")) == line
    else { return nil }
    switch fields[1] {
    case "begun": self = .begun(number)
    case "fault": self = .fault
    case "again":
      guard let failures = Int(fields[2]), failures > 0 else { return nil }
      self = .again(number, failures: failures)
    default: return nil
    }
  }

  static func checked(_ text: String) -> String { text + "\t" + Digest.ofText(text).prefix(16) }
}
