import WorldState
import Testing

@Suite struct RecordTests {
  @Test func `a person and an employer fill a cache line each`() {
    #expect(MemoryLayout<Person>.stride == 64)
    #expect(MemoryLayout<Employer>.stride == 64)
  }
}
