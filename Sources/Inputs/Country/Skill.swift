/// How much a worker has learnt. Permit categories are by skill: executives and specialists, skilled workers, and the others
/// with seasonal farm work (Evidence E7.8).
public enum Skill: UInt8, BitwiseCopyable, Sendable, CaseIterable {
  case low, skilled, specialist

  /// As scenario files and tables write it.
  package var name: String {
    switch self {
    case .low: "low"
    case .skilled: "skilled"
    case .specialist: "specialist"
    }
  }
}
