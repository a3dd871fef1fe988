/// A changing set from which a uniformly random member can be drawn so that the same draw finds the same
/// member while it is there.
///
/// An open-addressed table by identity with ordered (Robin Hood) probing: where the members stand depends
/// on which members there are and on the capacity alone, never on the order in which they came (Blelloch
/// and Golovin 2007). A draw is a uniformly random slot, drawn again while empty: exactly uniform, and two
/// runs whose sets differ in a few members find the same member with nearly every draw. Picking by
/// position in a list has neither property.
///
/// A member is a pair: a well-spread 32-bit hash of its identity, and a 32-bit payload (an index in the
/// island). Equal pairs may be present several times.
public struct SampledSet: ~Copyable {
  /// A slot; `payload` is ``vacant`` where nobody stands.
  @frozen public struct Slot: BitwiseCopyable, Equatable, Sendable {
    public var hash: UInt32
    public var payload: UInt32

    @inlinable public init(hash: UInt32, payload: UInt32) {
      self.hash = hash
      self.payload = payload
    }

    @inlinable public var isVacant: Bool { payload == SampledSet.vacant }
  }

  @inlinable public static var vacant: UInt32 { .max }

  @usableFromInline var slots: Column<Slot>
  public private(set) var count = 0

  /// A set that holds `expected` members in `slotsPerMember` times as many slots.
  ///
  /// The capacity doubles when three quarters are taken and halves when seven eighths are empty, and not
  /// sooner, because a new capacity moves every member.
  public init(expected: Int, slotsPerMember: Double = 3) {
    let capacity = max(16, Int(Double(expected) * slotsPerMember))
    slots = Column(repeating: Slot(hash: 0, payload: Self.vacant), count: capacity)
  }

  @inlinable public var capacity: Int { slots.count }

  @inlinable @inline(__always)
  func home(_ hash: UInt32) -> Int {
    Int((UInt64(hash) &* UInt64(slots.count)) >> 32)
  }

  @inlinable @inline(__always)
  func distance(_ slot: Int, from home: Int) -> Int {
    slot >= home ? slot - home : slot - home + slots.count
  }

  /// Whether `a` at distance `da` from home goes before `b` at distance `db`: a total order of pairs.
  @inlinable @inline(__always)
  static func precedes(_ a: Slot, _ da: Int, _ b: Slot, _ db: Int) -> Bool {
    if da != db { return da > db }
    if a.hash != b.hash { return a.hash < b.hash }
    return a.payload < b.payload
  }

  @inlinable
  public mutating func insert(hash: UInt32, payload: UInt32) {
    precondition(payload != Self.vacant, "the payload .max marks an empty slot")
    if (size + 1) * 4 > slots.count * 3 { resize(to: slots.count * 2) }
    place(Slot(hash: hash, payload: payload))
    size += 1
  }

  @inlinable var size: Int {
    @inline(__always) get { count }
    @inline(__always) set { setCount(newValue) }
  }
  @usableFromInline mutating func setCount(_ value: Int) { count = value }

  @inlinable
  mutating func place(_ newcomer: Slot) {
    var position = home(newcomer.hash)
    var reach = 0
    while true {
      let sitting = slots[position]
      if sitting.isVacant
        || Self.precedes(newcomer, reach, sitting, distance(position, from: home(sitting.hash)))
      {
        break
      }
      position = position + 1 == slots.count ? 0 : position + 1
      reach += 1
    }
    // From here on a stretch of members is in order, so all of it moves by one, up to the next empty slot.
    var carried = newcomer
    while true {
      let sitting = slots[position]
      slots[position] = carried
      if sitting.isVacant { return }
      carried = sitting
      position = position + 1 == slots.count ? 0 : position + 1
    }
  }

  /// Removes one such pair; returns whether it was there.
  @discardableResult @inlinable
  public mutating func remove(hash: UInt32, payload: UInt32) -> Bool {
    let wanted = Slot(hash: hash, payload: payload)
    var position = home(hash)
    var reach = 0
    while slots[position] != wanted {
      let sitting = slots[position]
      if sitting.isVacant || reach > distance(position, from: home(sitting.hash)) { return false }
      position += 1
      if position == slots.count { position = 0 }
      reach += 1
    }
    // Whoever stands behind, away from home, moves up one.
    while true {
      let next = position + 1 == slots.count ? 0 : position + 1
      let follower = slots[next]
      if follower.isVacant || home(follower.hash) == next { break }
      slots[position] = follower
      position = next
    }
    slots[position] = Slot(hash: 0, payload: Self.vacant)
    size -= 1
    // A draw among mostly empty slots would go on for long.
    if slots.count > 16, size * 8 < slots.count { resize(to: max(16, slots.count / 2)) }
    return true
  }

  /// Whether such a pair is present.
  public func contains(hash: UInt32, payload: UInt32) -> Bool {
    var position = home(hash)
    var reach = 0
    while true {
      let sitting = slots[position]
      if sitting == Slot(hash: hash, payload: payload) { return true }
      if sitting.isVacant || reach > distance(position, from: home(sitting.hash)) { return false }
      position = position + 1 == slots.count ? 0 : position + 1
      reach += 1
    }
  }

  /// A uniformly random member's payload; nil only when the set is empty.
  ///
  /// - Parameters who, purpose, occasion: the key of this draw; its index counts the redraws.
  @inlinable
  public func draw(
    _ luck: Luck, who: UInt32, purpose: UInt32, occasion: UInt32
  ) -> UInt32? {
    draw(
      beginningWith: luck.words(who, purpose, occasion: occasion), luck, who: who,
      purpose: purpose, occasion: occasion)
  }

  /// The same when the first words are at hand.
  @inlinable
  public func draw(
    beginningWith first: Philox.Words, _ luck: Luck, who: UInt32, purpose: UInt32,
    occasion: UInt32
  ) -> UInt32? {
    guard count > 0 else { return nil }
    var words = first
    var index: UInt32 = 0
    while true {
      if let found = slot(at: words) { return found.payload }
      index += 1
      words = luck.words(who, purpose, occasion: occasion, index: index)
    }
  }

  /// The first taken one of four random slots; nil when all four are empty.
  @inlinable @inline(__always)
  public func slot(at words: Philox.Words) -> Slot? {
    var slot = slots[home(words.0)]
    if !slot.isVacant { return slot }
    slot = slots[home(words.1)]
    if !slot.isVacant { return slot }
    slot = slots[home(words.2)]
    if !slot.isVacant { return slot }
    slot = slots[home(words.3)]
    return slot.isVacant ? nil : slot
  }

  /// Asks for the slots that a draw with these words will look at; changes nothing.
  @inlinable @inline(__always)
  public func fetchAhead(_ words: Philox.Words) {
    slots.fetchAhead(UInt32(truncatingIfNeeded: home(words.0)))
    slots.fetchAhead(UInt32(truncatingIfNeeded: home(words.1)))
    slots.fetchAhead(UInt32(truncatingIfNeeded: home(words.2)))
    slots.fetchAhead(UInt32(truncatingIfNeeded: home(words.3)))
  }

  /// Asks for the place where a member with this hash stands or would stand.
  @inlinable @inline(__always)
  public func fetchAhead(hash: UInt32) {
    slots.fetchAhead(UInt32(truncatingIfNeeded: home(hash)))
  }

  @inline(never) @usableFromInline
  mutating func resize(to capacity: Int) {
    var old = Column(repeating: Slot(hash: 0, payload: Self.vacant), count: capacity)
    swap(&old, &slots)
    for position in 0..<old.count where !old[position].isVacant { place(old[position]) }
  }

  /// Visits every slot in table order; for audits and tests.
  public func forEachMember(_ body: (Slot) -> Void) {
    for position in 0..<slots.count where !slots[position].isVacant { body(slots[position]) }
  }

  public var byteCount: Int { slots.byteCount }
}

extension SampledSet {
  /// Writes the table as it stands: members and capacity, on which alone draws depend.
  public func write(to writer: inout StateWriter) {
    writer.write(count)
    writer.write(slots)
  }

  /// A table that was written by ``write(to:)``.
  public init(from reader: inout StateReader) throws(StateFault) {
    let count = try reader.read(Int.self)
    let slots = try reader.readColumn(of: Slot.self)
    self.slots = slots
    self.count = count
  }
}
