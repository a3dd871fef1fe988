import Kernel

/// Where a person's and an employer's record stands in its island.
public typealias PersonIndex = Place<Person>
public typealias EmployerIndex = Place<Employer>
/// Who a person and an employer are; which market it is, or past the markets which homeland.
public typealias PersonID = Identity<Person>
public typealias EmployerID = Identity<Employer>
public typealias MarketNumber = Identity<Market>

/// Draws by who draws, for what, on which occasion.
extension Luck {
  @inlinable @inline(__always)
  public func words<Bearer: ~Copyable>(
    _ who: Identity<Bearer>, _ purpose: Purpose, occasion: Int = 0, index: Int = 0
  ) -> Philox.Words {
    words(who.rawValue, purpose.rawValue, occasion: UInt32(occasion), index: UInt32(index))
  }

  @inlinable @inline(__always)
  public func uniform<Bearer: ~Copyable>(
    _ who: Identity<Bearer>, _ purpose: Purpose, occasion: Int = 0, index: Int = 0
  ) -> Double {
    uniform(who.rawValue, purpose.rawValue, occasion: UInt32(occasion), index: UInt32(index))
  }
}

extension Luck {
  /// A person's step of ability, for life.
  package func ability(of person: PersonID) -> UInt8 { UInt8(words(person, .ability).0 >> 24) }
}

/// Tables of people: members stand by their identity, and tell their place.
extension SampledSet {
  @inlinable @inline(__always)
  public mutating func insert(_ who: PersonID, at place: PersonIndex) {
    insert(hash: scrambled(who.rawValue), payload: place.rawValue)
  }

  @inlinable @inline(__always)
  public mutating func remove(_ who: PersonID, at place: PersonIndex) {
    remove(hash: scrambled(who.rawValue), payload: place.rawValue)
  }

  public func contains(_ who: PersonID, at place: PersonIndex) -> Bool {
    contains(hash: scrambled(who.rawValue), payload: place.rawValue)
  }

  @inlinable @inline(__always)
  public func fetchAhead(_ who: PersonID) { fetchAhead(hash: scrambled(who.rawValue)) }

  /// A random member's place, drawn by a market.
  @inlinable @inline(__always)
  public func draw<Record>(
    _ luck: Luck, _ market: MarketNumber, _ purpose: Purpose, occasion: Int
  ) -> Place<Record>? {
    draw(luck, who: market.rawValue, purpose: purpose.rawValue, occasion: UInt32(occasion))
      .map { Place($0) }
  }

  /// The same when the first words are at hand.
  ///
  /// - Parameter number: of the candidate, whose purpose is so many after `purpose`.
  @inlinable @inline(__always)
  public func draw<Record>(
    beginningWith first: Philox.Words, _ luck: Luck, _ market: MarketNumber, _ purpose: Purpose,
    number: Int = 0, occasion: Int
  ) -> Place<Record>? {
    draw(
      beginningWith: first, luck, who: market.rawValue,
      purpose: purpose.rawValue + UInt32(number), occasion: UInt32(occasion)
    ).map { Place($0) }
  }
}
