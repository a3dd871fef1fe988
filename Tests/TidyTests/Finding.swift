import Testing

/// A place where a rule of the house is broken, and what to do about it.
struct Finding: CustomStringConvertible {
  let file: String
  var line: Int?
  let advice: String

  var description: String { "\(file)\(line.map { ":\($0)" } ?? ""): \(advice)" }
}

/// Fails the running test once for each finding.
func expectNone(_ findings: [Finding], sourceLocation: SourceLocation = #_sourceLocation) {
  for finding in findings {
    Issue.record(Comment(rawValue: "\(finding)"), sourceLocation: sourceLocation)
  }
}
