import Inputs
import Testing

@Suite struct SectionTests {
  /// Groups of keys by the property of `Behaviour` that they fill; a section without one cannot be set.
  @Test func everyPropertyOfBehaviourHasASection() {
    let properties = Mirror(reflecting: Behaviour()).children.compactMap(\.label)
    let sections = Section.all.map(\.path).filter { $0.hasPrefix("behaviour.") }
    let words = properties.map { name in
      "behaviour." + name.replacing(/[A-Z]/) { "_" + $0.output.lowercased() }
    }
    #expect(Set(sections) == Set(words))
  }

  @Test func everyStoredPropertyOfASectionHasAKey() {
    func check<Group: KeyGroup>(_ type: Group.Type) {
      let count = Mirror(reflecting: Group()).children.count
      #expect(Group.keys.count == count, "\(type)")
    }
    check(RunSettings.self)
    check(PopulationBehaviour.self)
    check(DemandBehaviour.self)
    check(SearchBehaviour.self)
    check(HiringBehaviour.self)
    check(WageBehaviour.self)
    check(WorkingLifeBehaviour.self)
    check(TaxBehaviour.self)
    check(IncomeTax.self)
    check(SocialTax.self)
    check(Contributions.self)
    check(MinimumWage.self)
    check(DemandShock.self)
  }
}
