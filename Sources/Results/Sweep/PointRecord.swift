import Kernel

/// What came of one point of a sweep.
package struct PointRecord: Sendable, Equatable {
  package enum Content: Sendable, Equatable {
    /// Replicate by replicate, in each the variants in the plan's order.
    case runs([PointRun])
    /// Why there is nothing: the first fault, on one line.
    case failed(String)
  }
  package var point: Int
  package var content: Content

  package init(point: Int, content: Content) {
    self.point = point
    self.content = content
  }
}

/// One run of a point.
package struct PointRun: Sendable, Equatable {
  /// Of the run's records, 64 hexadecimal digits.
  package var digest: String
  /// In the order of the plan's outcomes; nil is a mean of nobody.
  package var values: [Double?]

  package init(digest: String, values: [Double?]) {
    self.digest = digest
    self.values = values
  }
}

extension PointRecord {
  /// One line without its end: point, content and a checksum of both, tabs between.
  package var line: String {
    let text: String
    switch content {
    case .runs(let runs):
      let parts = runs.map { run in
        ([run.digest] + run.values.map { $0.map(NumberText.shortest) ?? "" })
          .joined(separator: ",")
      }
      text = "\(point)\tok\t\(parts.joined(separator: ";"))"
    case .failed(let reason):
      let words = reason.split { $0 == "\t" || $0 == "\n" || $0 == "\r" || $0 == "\r\n" }
      text = "\(point)\tfailed\t\(words.joined(separator: " "))"
    }
    return PartLine.checked(text)
  }

  /// Nil for a line that is torn or was changed.
  package init?(line: some StringProtocol) {
    let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
    guard fields.count == 4, let point = Int(fields[0]), point >= 0,
      PartLine.checked("\(fields[0])\t\(fields[1])\t\(fields[2])") == line
    else { return nil }
    switch fields[1] {
    case "ok":
      var runs: [PointRun] = []
      for part in fields[2].split(separator: ";") {
        let cells = part.split(separator: ",", omittingEmptySubsequences: false)
        let values = cells.dropFirst().map { $0.isEmpty ? nil : Double($0) }
        runs.append(PointRun(digest: String(cells[0]), values: values))
      }
      self.init(point: point, content: .runs(runs))
    case "failed": self.init(point: point, content: .failed(String(fields[2])))
    default: return nil
    }
  }
}
