import WorldState
import Inputs
import Testing

@Suite struct RecordTests {
  @Test func `a person and an employer fill a cache line each`() {
    #expect(MemoryLayout<Person>.stride == 64)
    #expect(MemoryLayout<Employer>.stride == 64)
  }

  @Test func `skill and stay share a byte, and neither changes the other`() {
    for skill in Skill.allCases {
      for stay in [Stay.native, .visaFree, .permitted, .overstayed] {
        var person = Person(id: 1, activity: .searching, skill: .low)
        #expect(person.skill == .low && person.stay == .native)
        person.stay = stay
        person.skill = skill
        #expect(person.skill == skill && person.stay == stay)
        person.stay = .native
        #expect(person.skill == skill && person.stay == .native)
      }
    }
  }
}
