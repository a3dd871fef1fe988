import Kernel
import Statistics
import Testing

@Suite struct SampledSetTests {
  private let luck = Luck(seed: 1, replicate: 0)

  private func filled(_ members: some Sequence<UInt32>, expected: Int = 1000) -> SampledSet {
    var set = SampledSet(expected: expected)
    for member in members { set.insert(hash: scrambled(member), payload: member) }
    return set
  }

  private func layout(_ set: borrowing SampledSet) -> [SampledSet.Slot] {
    var slots: [SampledSet.Slot] = []
    set.forEachMember { slots.append($0) }
    return slots
  }

  @Test func `a layout depends on members and capacity alone, whatever the history`() {
    let straight = filled(0..<900)
    var winding = SampledSet(expected: 1000)
    // Enough guests that the set never grows so empty that it shrinks.
    for guest in 20_000..<20_500 as Range<UInt32> {
      winding.insert(hash: scrambled(guest), payload: guest)
    }
    // Strangers come and go between members that come in another order, some of them twice.
    for step in 0..<900 as Range<UInt32> {
      let member = (step * 7 + 5) % 900
      winding.insert(hash: scrambled(step + 10_000), payload: step + 10_000)
      winding.insert(hash: scrambled(member), payload: member)
      if step % 3 == 0 {
        winding.remove(hash: scrambled(member), payload: member)
        winding.insert(hash: scrambled(member), payload: member)
      }
      if step >= 50 { winding.remove(hash: scrambled(step + 9950), payload: step + 9950) }
    }
    for late in 10_850..<10_900 as Range<UInt32> {
      winding.remove(hash: scrambled(late), payload: late)
    }
    for guest in 20_000..<20_500 as Range<UInt32> {
      winding.remove(hash: scrambled(guest), payload: guest)
    }
    let capacities = (straight.capacity, winding.capacity)
    #expect(capacities.0 == capacities.1)
    let layouts = (layout(straight), layout(winding))
    #expect(layouts.0 == layouts.1)
    #expect(layouts.0.count == 900)
  }

  @Test func `a set that empties shrinks, and finds the few that are left`() {
    var set = filled(0..<900)
    let before = set.capacity
    for member in 3..<900 as Range<UInt32> {
      set.remove(hash: scrambled(member), payload: member)
    }
    let (after, count) = (set.capacity, set.count)
    #expect(after < before / 32)
    #expect(count == 3)
    for member in 0..<3 as Range<UInt32> {
      let isThere = set.contains(hash: scrambled(member), payload: member)
      #expect(isThere)
    }
  }

  @Test func `every member is drawn equally often`() throws {
    let set = filled(0..<200, expected: 200)
    var counts = Array(repeating: 0, count: 200)
    for occasion in 0..<40_000 as Range<UInt32> {
      if let found = set.draw(luck, who: 0, purpose: 1, occasion: occasion) {
        counts[Int(found)] += 1
      }
    }
    #expect(counts.reduce(0, +) == 40_000)
    let shares = Array(repeating: 1.0, count: 200)
    #expect(try GoodnessOfFit(chiSquareOf: counts, expectedShares: shares).pValue > 0.001)
  }

  @Test func `two of a kind are drawn twice as often as one`() throws {
    var set = filled(0..<20, expected: 40)
    for member in 0..<10 as Range<UInt32> {
      set.insert(hash: scrambled(member), payload: member)
    }
    var counts = Array(repeating: 0, count: 20)
    for occasion in 0..<30_000 as Range<UInt32> {
      counts[Int(set.draw(luck, who: 0, purpose: 2, occasion: occasion) ?? 0)] += 1
    }
    let shares = (0..<20).map { $0 < 10 ? 2.0 : 1.0 }
    #expect(try GoodnessOfFit(chiSquareOf: counts, expectedShares: shares).pValue > 0.001)
  }

  @Test func `when one in a hundred is replaced, 97 % of draws still find the same member`() {
    let before = filled(0..<1000)
    var after = filled(0..<1000)
    for gone in 0..<10 as Range<UInt32> {
      after.remove(hash: scrambled(gone * 100), payload: gone * 100)
      after.insert(hash: scrambled(gone + 5000), payload: gone + 5000)
    }
    var same = 0
    for occasion in 0..<20_000 as Range<UInt32> {
      let pair = (
        before.draw(luck, who: 3, purpose: 1, occasion: occasion),
        after.draw(luck, who: 3, purpose: 1, occasion: occasion)
      )
      if pair.0 == pair.1 { same += 1 }
    }
    #expect(same > 19_400, "\(same) of 20,000")
    // Those who left cannot be found: a hundredth of the draws must differ.
    #expect(same < 19_900, "\(same) of 20,000")
  }

  @Test func `it holds what was put in and not taken out, equal pairs as often`() {
    var set = SampledSet(expected: 50)
    var kept: [UInt32: Int] = [:]
    for step in 0..<5000 as Range<UInt32> {
      let member = luck.words(step, 9).0 % 60
      if luck.words(step, 9).1 % 2 == 0, kept.values.reduce(0, +) < 55 {
        set.insert(hash: scrambled(member), payload: member)
        kept[member, default: 0] += 1
      } else {
        let wasThere = set.remove(hash: scrambled(member), payload: member)
        #expect(wasThere == (kept[member, default: 0] > 0))
        if wasThere { kept[member, default: 0] -= 1 }
      }
    }
    var found: [UInt32: Int] = [:]
    set.forEachMember { found[$0.payload, default: 0] += 1 }
    #expect(found == kept.filter { $0.value > 0 })
    for member in 0..<60 as Range<UInt32> {
      let contains = set.contains(hash: scrambled(member), payload: member)
      #expect(contains == (kept[member, default: 0] > 0))
    }
  }

  @Test func `a pair of another hash or payload is another member`() {
    let set = filled([7])
    let answers = (
      set.contains(hash: scrambled(7), payload: 8), set.contains(hash: scrambled(8), payload: 7)
    )
    #expect(answers == (false, false))
  }

  @Test(arguments: [1, 11, 12, 13, 1000, 5000])
  func `it grows when three quarters are taken, and loses nobody`(count: Int) {
    let set = filled(0..<UInt32(count), expected: 0)
    #expect(set.count == count)
    #expect(set.count * 4 <= set.capacity * 3)
    let missing = (0..<UInt32(count)).count { !set.contains(hash: scrambled($0), payload: $0) }
    #expect(missing == 0)
    // Growth leaves the layout that a set of that capacity has from the start.
    var members = layout(set).map(\.payload)
    members.sort()
    #expect(members == Array(0..<UInt32(count)))
  }

  @Test func `members of equal hash all stand and go`() {
    var set = SampledSet(expected: 30)
    for payload in 0..<30 as Range<UInt32> { set.insert(hash: .max, payload: payload) }
    for payload in 0..<30 as Range<UInt32> where payload % 2 == 0 {
      set.remove(hash: .max, payload: payload)
    }
    var left: [UInt32] = []
    set.forEachMember { left.append($0.payload) }
    #expect(left.sorted() == (0..<30).filter { $0 % 2 == 1 })
  }

  @Test func `nobody is drawn from an empty set`() {
    var set = filled([4])
    set.remove(hash: scrambled(4), payload: 4)
    let drawn = set.draw(luck, who: 0, purpose: 0, occasion: 0)
    #expect(drawn == nil && set.count == 0)
  }
}
