import Kernel
import Measurement
import WorldState

extension Run {
  mutating func audit(_ today: Today) throws(AuditFailure) {}
}
