import Inputs
import Testing

@Suite struct LeverKindTests {
  /// A lever of a kind with some of its keys set.
  private func lever(_ kind: String, _ values: [(String, Value)]) throws -> any Lever {
    let kind = try #require(LeverKind.named(kind))
    var lever = kind.initial
    for (name, value) in values {
      try #require(kind.keys.first { $0.name == name }).write(&lever, value)
    }
    return lever
  }

  @Test func `a kind makes levers that go by its name`() {
    for kind in LeverKind.all { #expect(kind.initial.kindName == kind.name) }
  }

  @Test(arguments: ["income_tax", "social_tax"])
  func `a tax needs either a rate or a scale`(name: String) throws {
    #expect(
      try lever(name, []).contradiction
        == "gives neither a rate nor a scale. Write rate: 0 % for no tax")
    #expect(try lever(name, [("rate", .number(0.1))]).contradiction == nil)
    #expect(try lever(name, [("scale", .word("any"))]).contradiction == nil)
    #expect(
      try lever(name, [("rate", .number(0.1)), ("scale", .word("any"))]).contradiction
        == "gives both a rate and a scale. Keep one; to take away one that is inherited, "
        + "write rate: none or scale: none")
  }

  @Test func `a demand shock of one has no effect`() throws {
    #expect(
      try lever("demand_shock", []).noEffect == "it multiplies the posts wanted by 1")
    #expect(try lever("demand_shock", [("factor", .number(0.9))]).noEffect == nil)
  }

  @Test func `an amnesty whose files come to nothing has no effect`() {
    var law = Amnesty()
    law.capacity = 0
    #expect(law.noEffect == "its desks process no files")
    law.capacity = 1
    #expect(law.noEffect == nil)
    law.errorShare = 1
    #expect(law.noEffect == "all files are lost to errors")
  }
}
