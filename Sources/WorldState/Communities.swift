import Kernel

/// What the migrants of one origin in one region know of each other: read by all, written when the markets' day is over.
@frozen public struct Community: BitwiseCopyable, Sendable {
  /// Part of its irregular workers who have heard of the amnesty.
  public var heardPart = 0.0
  /// Months of irregular work, and the cases made, bribes taken in the street and expulsions meanwhile; with a fading memory.
  public var months = 0.0
  public var cases = 0.0
  public var bribes = 0.0
  public var expulsions = 0.0
  /// What announcements of operations have added to the chance a month of being found, fading alike.
  public var alarm = 0.0
  /// What a month of irregular work is expected to cost one who may be found, at reference pay; 0 where nothing is feared.
  public var fear = 0.0

  public init() {}
}

/// What a market counts of those of one origin for the region's ``Community``: since it was last told.
@frozen public struct CommunityCounts: BitwiseCopyable, Sendable {
  /// Irregular workers whose turn it was to hear of the amnesty, and those of them who have heard.
  public var asked: Int64 = 0
  public var heard: Int64 = 0

  public init() {}
}

extension Boards {
  /// Where the community of an origin, from 1 on, in a region stands.
  @inlinable @inline(__always)
  public func community(region: Int, origin: UInt8) -> Int {
    region * origins.count + Int(origin) - 1
  }
}
