import Kernel

/// How posts answer to what a vacancy is worth, and how much labour for hire there is, to when the burn-in ended.
///
/// A vacancy is worth what the seekers met promise, J, times how often it meets one, q; posts wanted are
/// `(qJ)^ε`. Fewer posts, or more labour, raise q: to first order by κ = α/(1−α) · workers/seekers per cent for each per
/// cent of posts per worker (from the flow balance of Model 6.3). Solved for posts, that is
/// `(J/J0)^(ε/(1+εκ)) · (L/L0)^(εκ/(1+εκ))`. With a large ε it is free entry: tightness at rest does not depend on how
/// many workers there are, and posts follow labour (Pissarides 2000, ch. 1). Writing q out in the loop instead makes it swing, since
/// posts are 50 times vacancies.
///
/// Of labour only migrants are counted: how many natives there are is the drivers' (their trend of posts is set on
/// it), and that a native turns to another sector does not bring demand there.
@frozen public struct LabourSupply: BitwiseCopyable, Sendable {
  /// Migrants present, averaged over a year; and at rest.
  public var migrants = 0.0
  public var restMigrants = 0.0
  /// Natives who worked for an employer or searched, at rest; 0 until then.
  public var restNatives = 0.0
  public var restWorkersPerSeeker = 0.0
  /// Migrants present when a month last ended; and at the ends of the burn-in's last twelve months, by month from 0 on,
  /// 0 where it had none.
  public var migrantsNow = 0.0
  public var restByMonth = SIMD16<Double>(repeating: 0)
  /// The month, from 0 on, that ended last.
  public var month = 0

  /// - Parameter migrants: present on the world's first day.
  public init(migrants: Double = 0) {
    self.migrants = migrants
  }

  /// Takes a month into the average, and of the burn-in's keeps it.
  ///
  /// - Parameter month: of the calendar, from 0 on.
  public mutating func update(migrants heads: Double, month: Int, isBurnIn: Bool) {
    migrants += (heads - migrants) / 12
    migrantsNow = heads
    self.month = month
    if isBurnIn { restByMonth[month] = heads }
  }

  /// Fixes what counts as rest.
  ///
  /// - Parameters workers, seekers: of natives and migrants.
  public mutating func settle(workers: Double, seekers: Double, migrants heads: Double) {
    restMigrants = migrants
    if migrantsNow == 0 { migrantsNow = heads }
    restNatives = max(0, workers + seekers - heads)
    restWorkersPerSeeker = workers / max(seekers, 1)
  }

  /// Labour for hire to that at rest.
  public var ratio: Double {
    let atRest = restNatives + restMigrants
    return atRest > 0 ? (restNatives + migrants) / atRest : 1
  }

  /// The same at the end of a month, to that of the same month at rest: the season does not show, and nothing lags.
  public var ratioOfMonth: Double {
    let rest = restByMonth[month] > 0 ? restByMonth[month] : restMigrants
    let atRest = restNatives + rest
    return atRest > 0 ? (restNatives + migrantsNow) / atRest : 1
  }

  /// Elasticities of posts with respect to the surplus of a meeting, and to labour.
  ///
  /// - Parameters:
  ///   - response: of posts to the worth of a vacancy, ε.
  ///   - matchingElasticity: of meetings with respect to seekers, α.
  public func elasticities(response: Double, matchingElasticity: Double) -> (
    surplus: Double, labour: Double
  ) {
    let ease = matchingElasticity / (1 - matchingElasticity) * restWorkersPerSeeker
    let damping = 1 + response * ease
    return (response / damping, response * ease / damping)
  }
}
