import Inputs
import Testing

@Suite struct LeverKindTests {
  @Test func everyKindIsCalledAsItsLeverSays() {
    for kind in LeverKind.all { #expect(kind.initial.kindName == kind.name) }
  }

  @Test func aTaxNeedsEitherARateOrAScale() throws {
    for name in ["income_tax", "social_tax"] {
      let kind = try #require(LeverKind.all.first { $0.name == name })
      let rate = try #require(kind.keys.first { $0.name == "rate" })
      let scale = try #require(kind.keys.first { $0.name == "scale" })
      var lever = kind.initial
      #expect(
        kind.contradiction(lever)
          == "gives neither a rate nor a scale. Write rate: 0 % for no tax")
      rate.write(&lever, .number(0.1))
      #expect(kind.contradiction(lever) == nil)
      scale.write(&lever, .word("any"))
      let clause = kind.contradiction(lever) ?? ""
      #expect(clause.hasPrefix("gives both a rate and a scale. Keep one"))
      rate.write(&lever, .none)
      #expect(kind.contradiction(lever) == nil)
    }
  }

  @Test func aDemandShockOfOneHasNoEffect() throws {
    let kind = try #require(LeverKind.all.first { $0.name == "demand_shock" })
    let factor = try #require(kind.keys.first { $0.name == "factor" })
    var lever = kind.initial
    #expect(kind.noEffect(lever) == "it multiplies the posts wanted by 1")
    factor.write(&lever, .number(0.9))
    #expect(kind.noEffect(lever) == nil)
  }

  @Test func anAmnestyWhoseFilesComeToNothingHasNoEffect() {
    var law = Amnesty()
    law.capacity = 0
    #expect(law.noEffect == "its desks process no files")
    law.capacity = 1
    #expect(law.noEffect == nil)
    law.errorShare = 1
    #expect(law.noEffect == "all files are lost to errors")
  }
}
