extension WageBehaviour {
  /// The worker's share of a job's surplus: the base share, less the less they can turn elsewhere.
  ///
  /// `η0·λφ / (λφ + δ + r)`: a worker bound to an employer (mobility φ near 0) cannot threaten to leave.
  /// - Parameters:
  ///   - mobility: part of outside offers that the worker's status allows, 0…1.
  ///   - separationRate: a year.
  public func bargainingShare(mobility: Double, separationRate: Double) -> Double {
    let offers = offerRate * mobility
    guard offers > 0 else { return 0 }
    return bargainingShare * offers / (offers + separationRate + discountRate)
  }

  /// The part of time to come, discounted, that one who goes on searching expects to be in a job: `f / (f + δ + r)`.
  ///
  /// - Parameters:
  ///   - findingRate: jobs found a year of search, f.
  ///   - separationRate: a year, δ.
  ///   - leaving: how often the stay ends, a year, with or without a job: it discounts what comes, as r does.
  package func searchShare(
    findingRate: Double, separationRate: Double, leaving: Double = 0
  ) -> Double {
    guard findingRate > 0 else { return 0 }
    return findingRate / (findingRate + separationRate + discountRate + leaving)
  }
}

/// The bargain over a job between what it is worth to the employer and what the seeker could have without it.
@inlinable @inline(__always)
public func bargainedWage(share: Double, value: Double, reservation: Double) -> Double {
  share * value + (1 - share) * reservation
}
