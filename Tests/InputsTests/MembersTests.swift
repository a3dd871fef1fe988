import Inputs
import Testing

/// Sets of regions, sectors, origins and skills, of any size.
@Suite struct MembersTests {
  private static let names = (0..<200).map { "member \($0)" }

  @Test(arguments: [0, 1, 63, 64, 65, 127, 128, 199])
  func `a set holds the member named and no other`(place: Int) {
    let set = Members([Self.names[place]], of: Self.names)
    #expect((0..<200).filter(set.contains) == [place])
    #expect(!set.isAll)
    #expect(set.names == [Self.names[place]])
  }

  @Test func `all members are in the set of all, beyond the first word too`() {
    #expect(Self.names.indices.allSatisfy(Members.all.contains))
    #expect(Members.all.isAll && Members.all.names.isEmpty)
  }

  @Test func `a name that the list lacks is nobody's`() {
    #expect(!(0..<3).contains { Members(["x"], of: ["a", "b", "c"]).contains($0) })
  }

  @Test func `a set is covered by others together`() {
    let odd = Members([Self.names[1], Self.names[101]], of: Self.names)
    let one = Members([Self.names[1]], of: Self.names)
    let other = Members([Self.names[101], Self.names[3]], of: Self.names)
    #expect(odd.areIn([one, other], count: 200))
    #expect(!odd.areIn([one], count: 200))
    #expect(!Members.all.areIn([one, other], count: 200))
    #expect(odd.areIn([.all], count: 200))
  }

  @Test func `sets are equal where they name the same, in the same order`() {
    #expect(Members(["a"], of: ["a", "b"]) == Members(["a"], of: ["a", "b"]))
    #expect(Members(["a", "b"], of: ["a", "b"]) != .all)
  }
}
