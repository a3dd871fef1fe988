import Kernel

/// What an employer reckons with at its reviews, beside its record: read then alone, so it stands in a column of its own.
@frozen public struct Prospects: BitwiseCopyable, Sendable {
  /// What a filled post promises the employer by its own productivity, scruples and fears, a month at reference pay: when
  /// it was last reckoned, and at rest; 0 until then.
  public var promise: Float = 0
  public var restPromise: Float = 0
  /// Its posts to those that the market alone would make it want, before they are shared out anew.
  public var ownPosts: Float = 1
  /// Since when it has wanted no post; never while it wants some.
  public var idleSince = DayNumber.never

  public init() {}
}

/// What a filled post promises the employers of a market together.
@frozen public struct MarketPromise: BitwiseCopyable, Sendable {
  /// The mean by their posts: last, and at rest; 0 until then.
  public var now = 0.0
  public var atRest = 0.0
  /// What their posts would add up to if each followed its own promise and the market's nothing, to those they were built
  /// with: last, and at rest.
  public var posts = 1.0
  public var restPosts = 1.0

  public init() {}
}
