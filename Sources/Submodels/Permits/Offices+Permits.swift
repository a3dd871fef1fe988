import Inputs
import Kernel
import WorldState

/// The permit offices decide: review, then the year's quota of the region and category.
///
/// Runs in the offices phase. - Reads: applications due. - Writes: quota left. - Draws: the employer's `.permitReview`,
/// by category.
/// - Source: MODEL 6.7; EVIDENCE E6, E7. - Simplified: offices share their capacity, and decide the next day on what is
///   beyond it.
extension Offices {
  /// What came out of an application.
  package struct Decision: Sendable {
    package var application: Application
    package var granted: UInt16
  }

  /// Takes in what employers sent today.
  package mutating func receive(_ application: Application, region: Int) {
    requests[Self.cell(region: region, application.skill)] += Int64(application.count)
    submit(application)
  }

  /// Decides on the applications that are due.
  package mutating func decide(
    _ today: Today, scale: Double, sectorCount: Int
  ) -> [Decision] {
    calendar.open(today.number, into: &due)
    var decisions: [Decision] = []
    let law = today.rules.law.permits
    // What was done beyond a day's capacity is made up for; what a day had to spare is not saved up.
    permitCapacity =
      min(permitCapacity, 0) + (law?.placesPerYear ?? 0) * scale / Rates.daysPerYear
    for position in 0..<due.count {
      let index = Place<Application>(due[position])
      var application = applications[index]
      guard application.decision == today.number else { continue }
      if permitCapacity <= 0 {
        application.decision += 1
        applications[index] = application
        if application.decision < calendar.horizon {
          calendar.add(index.rawValue, on: application.decision)
        }
        continue
      }
      close(index)
      permitCapacity -= Double(application.count)
      let uniform = today.luck.uniform(
        Employer.identity(market: application.market, index: application.employer),
        .permitReview, occasion: application.filed,
        index: Int(application.skill.rawValue))
      let cell = Self.cell(region: Int(application.market) / sectorCount, application.skill)
      var granted: UInt16 = 0
      if uniform >= law?.refusalChance ?? 0 {
        granted = UInt16(min(Int64(application.count), quotaLeft[cell] ?? Int64.max))
        if let left = quotaLeft[cell] { quotaLeft[cell] = left - Int64(granted) }
        self.granted[cell] += Int64(granted)
      }
      decisions.append(Decision(application: application, granted: granted))
    }
    return decisions
  }

  /// A new year begins: with its quotas, and last year's requests to split them by.
  ///
  /// - Parameter weights: by cell; what a small part of each quota is split by, and all of it if nobody asked last year.
  package mutating func beginYear(_ quotas: [SkillQuota], weights: [Double]) {
    grantedBefore = grantedSoFar
    lastRequests = requests
    for cell in requests.indices {
      requests[cell] = 0
      granted[cell] = 0
    }
    changeQuotas(to: quotas, weights: weights)
  }

  /// From today on these quotas hold, split as those of the year's beginning, less what has been given.
  ///
  /// - Parameter quotas: permits are simulated ones.
  package mutating func changeQuotas(to quotas: [SkillQuota], weights: [Double]) {
    for cell in quotaLeft.indices { quotaLeft[cell] = nil }
    for quota in quotas { split(quota, weights) }
  }

  /// The part of a quota that is split by `weights`, so that no region is left out because nobody asked there last year.
  private static var reserve: Double { 0.02 }

  /// Splits a quota over the regions, and over the skills that share it; rounded by running sums.
  private mutating func split(_ quota: SkillQuota, _ weights: [Double]) {
    let cells = quotaLeft.indices.filter { quota.skills.contains(Self.skill(ofCell: $0)) }
    let requests = cells.reduce(0.0) { $0 + Double(lastRequests[$1]) }
    let weight = max(cells.reduce(0) { $0 + weights[$1] }, 1e-9)
    let reserve = requests > 0 ? Self.reserve : 1
    var given = 0.0
    var before: Int64 = 0
    for cell in cells {
      let asked = requests > 0 ? Double(lastRequests[cell]) / requests : 0
      given += quota.permits * ((1 - reserve) * asked + reserve * weights[cell] / weight)
      let upTo = Int64(given + 0.5)
      quotaLeft[cell] = max(0, upTo - before - granted[cell])
      before = upTo
    }
  }
}
