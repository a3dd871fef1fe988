/// What keeps a sweep from going on.
package enum SweepFault: Error, Equatable, CustomStringConvertible {
  case notASweep(path: String, reason: String)
  case notEmpty(path: String)
  /// The folder's plan is another one.
  case planChanged(path: String, differences: [String])
  /// The folder counts other points than its own plan has, as a calibration's does.
  case otherPoints(path: String, theirs: Int, plan: Int)
  case otherVersion(path: String, theirs: String, ours: String)
  case otherBuild(path: String)
  /// Two records of one point contradict each other.
  case inconsistent(path: String, point: Int, parts: [String])
  case noFreeName(path: String)

  package var description: String {
    switch self {
    case .notASweep(let path, let reason):
      "\(path): error: this is not a sweep's folder: \(reason). "
        + "'kosh sweep PLAN --out DIR' makes one."
    case .notEmpty(let path):
      "\(path): error: the folder is not empty, and holds no sweep. Name another with --out; nothing is "
        + "ever replaced by a sweep."
    case .planChanged(let path, let differences):
      ([
        "\(path): error: the folder holds a sweep of another plan. Name another with --out, or undo:"
      ]
        + differences.map { "  \($0)" }).joined(separator: "\n")
    case .otherPoints(let path, let theirs, let plan):
      "\(path): error: the folder holds a sweep of another plan: it counts \(theirs) points, and its plan.yaml "
        + "has \(plan). A calibration's folder is for 'kosh calibrate' alone."
    case .otherVersion(let path, let theirs, let ours):
      "\(path): error: the sweep was begun by Kosh \(theirs), and this is \(ours). "
        + "Use that version, or begin a new sweep: 'kosh sweep PLAN --out DIR'."
    case .otherBuild(let path):
      "\(path): error: the sweep was begun by another build of Kosh. Use that program, or add "
        + "--accept-build if both surely give the same results."
    case .inconsistent(let path, let point, let parts):
      "\(path): error: point \(point) has different results in \(parts.joined(separator: " and ")). "
        + "Nothing was collected. Remove the file that is wrong and run the sweep again."
    case .noFreeName(let path):
      "\(path): error: no free name for a folder was found. Name one with --out."
    }
  }

  /// Whether the command line is at fault, not the files.
  package var isUsage: Bool {
    switch self {
    case .notEmpty, .planChanged, .otherPoints, .otherVersion, .otherBuild: true
    case .notASweep, .inconsistent, .noFreeName: false
    }
  }
}
