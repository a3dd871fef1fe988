import Kernel

/// What an employer reckons with at its reviews, beside its record: read then alone, so it stands in a column of its own.
@frozen public struct Prospects: BitwiseCopyable, Sendable {
  /// What a filled post promises the employer by its own productivity, scruples and fears, a month at reference pay: when
  /// it was last reckoned, and at rest; 0 until then.
  public var promise: Float = 0
  public var restPromise: Float = 0
  /// Its posts to those that the market alone would make it want.
  public var ownPosts: Float = 1
  /// Since when it has wanted no post; never while it wants some.
  public var idleSince = DayNumber.never
  /// Up to which day its surplus has gone into fines, before the world's first day where it never has; and what it owes of
  /// fines.
  public var surplusTakenTo: Int32 = -365
  public var finesOwed: Int32 = 0

  public init() {}
}

/// The mean of what a filled post promises the employers of a market, by their posts: last, and at rest; 0 until then.
@frozen public struct MarketPromise: BitwiseCopyable, Sendable {
  public var now = 0.0
  public var atRest = 0.0

  public init() {}
}
