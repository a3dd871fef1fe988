import Inputs
import Kernel
import WorldState

/// The permit offices decide: review, then the year's quota of the region.
///
/// Runs in the offices phase. - Reads: applications due. - Writes: quota left. - Draws: the employer's `.permitReview`.
/// - Source: MODEL 6.7; EVIDENCE E6, E7. - Simplified: an office that has no capacity left decides the next day.
extension Offices {
  /// What came out of an application.
  package struct Decision: Sendable {
    package var application: Application
    package var granted: UInt16
  }

  static var workingDays: Double { 365 }

  /// Takes in what employers sent today.
  package mutating func receive(_ application: Application, region: Int) {
    requests[region] += Int64(application.count)
    submit(application)
  }

  /// Decides on the applications that are due.
  package mutating func decide(
    _ today: Today, scale: Double, sectorCount: Int
  ) -> [Decision] {
    calendar.open(today.number, into: &due)
    var decisions: [Decision] = []
    let law = today.rules.law.permits
    let capacity = unbiasedRounding(
      law.capacity * scale / Self.workingDays,
      today.luck.uniform(0, Purpose.deskCapacity.rawValue, occasion: UInt32(today.number)))
    for position in 0..<due.count {
      let index = due[position]
      var application = applications[index]
      guard application.decision == today.number else { continue }
      if decisions.count >= capacity {
        application.decision += 1
        applications[index] = application
        if application.decision < calendar.horizon {
          calendar.add(index, on: application.decision)
        }
        continue
      }
      close(index)
      let uniform = today.luck.uniform(
        Employer.identity(market: application.market, index: application.employer),
        Purpose.permitReview.rawValue, occasion: UInt32(application.filed))
      let region = Int(application.market) / sectorCount
      var granted: UInt16 = 0
      if uniform >= law.refusal {
        granted = UInt16(min(Int64(application.count), quotaLeft[region] ?? Int64.max))
        if let left = quotaLeft[region] { quotaLeft[region] = left - Int64(granted) }
        self.granted[region] += Int64(granted)
      }
      decisions.append(Decision(application: application, granted: granted))
    }
    return decisions
  }

  /// A new year's quota, split over regions by what was asked for, or by `weights` where nothing was.
  package mutating func beginYear(quota: Double?, weights: [Double]) {
    let asked = requests.reduce(0, +)
    for region in requests.indices {
      quotaParts[region] = asked > 0 ? Double(requests[region]) / Double(asked) : weights[region]
      requests[region] = 0
      granted[region] = 0
    }
    changeQuota(to: quota)
  }

  /// The law on the quota changes within the year: from today on the new one holds, split as the old one was, less what has
  /// been given.
  package mutating func changeQuota(to quota: Double?) {
    var given = 0.0
    var before: Int64 = 0
    for region in quotaLeft.indices {
      guard let quota else {
        quotaLeft[region] = nil
        continue
      }
      given += quota * quotaParts[region]
      let upTo = Int64(given + 0.5)
      quotaLeft[region] = max(0, upTo - before - granted[region])
      before = upTo
    }
  }
}
