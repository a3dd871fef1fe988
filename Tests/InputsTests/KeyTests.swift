import Inputs
import Testing

/// What every list of keys must fulfil, whoever adds one.
@Suite struct KeyTests {
  /// A key without its root's type.
  struct Listed: Sendable {
    var owner: String
    var name: String
    var kind: ValueKind
    var meaning: String
    var isOptional: Bool
    var isWhole: Bool
    /// What a file gets that leaves the key out.
    var initial: Value
  }

  static func list<Root>(_ keys: [Key<Root>], of owner: String, from root: Root) -> [Listed] {
    keys.map {
      Listed(
        owner: owner, name: $0.name, kind: $0.kind, meaning: $0.meaning,
        isOptional: $0.isOptional, isWhole: $0.isWhole, initial: $0.read(root))
    }
  }

  static let inputs = Inputs(
    name: "", question: "", run: RunSettings(), country: Country(), behaviour: Behaviour(),
    measures: [])

  static let all: [Listed] =
    Section.all.flatMap { list($0.keys, of: $0.path, from: inputs) }
    + LeverKind.all.flatMap { list($0.keys, of: $0.name, from: $0.initial) }
    + list(Region.columns, of: "regions", from: .blank)
    + list(Sector.columns, of: "sectors", from: .blank)
    + list(LegalAmounts.columns, of: "amounts", from: .blank)
    + list(Drivers.columns, of: "drivers", from: .blank)

  @Test func keyNamesAreUniqueWithinTheirList() {
    let names = KeyTests.all.map { "\($0.owner).\($0.name)" }
    #expect(Set(names).count == names.count)
    #expect(Set(Section.all.map(\.path)).count == Section.all.count)
    #expect(Set(LeverKind.all.map(\.name)).count == LeverKind.all.count)
  }

  @Test func keyNamesAreLowerCaseWordsJoinedByUnderscores() {
    for key in KeyTests.all {
      #expect(key.name.wholeMatch(of: /[a-z]+(_[a-z]+)*/) != nil, "\(key.owner).\(key.name)")
    }
  }

  @Test func noKeyOfAMeasureIsCalledLikeOneThatEveryMeasureHas() {
    for kind in LeverKind.all {
      #expect(Set(kind.keys.map(\.name)).isDisjoint(with: ["kind", "from", "until"]))
    }
  }

  @Test func everyMeaningIsASentence() {
    for key in KeyTests.all {
      #expect(key.meaning.hasSuffix(".") && key.meaning.count > 10, "\(key.owner).\(key.name)")
    }
  }

  @Test func whatMayBeLeftOutHasAValueWithinItsBounds() {
    for key in KeyTests.all where key.isOptional {
      if case .number(_, let bounds) = key.kind, case .number(let value) = key.initial {
        #expect(bounds.contains(value), "\(key.owner).\(key.name)")
      }
    }
  }

  @Test func wholeNumbersHaveBoundsThatFitAnInt() {
    for key in KeyTests.all where key.isWhole {
      guard case .number(_, let bounds) = key.kind else { continue }
      #expect(bounds.lowerBound.magnitude < 1e15 && bounds.upperBound < 1e15, "\(key.name)")
    }
  }

  @Test func whatAKeyWritesItReadsBack() {
    for section in Section.all {
      for key in section.keys {
        guard case .number(_, let bounds) = key.kind else { continue }
        var inputs = KeyTests.inputs
        key.write(&inputs, .number(bounds.upperBound))
        #expect(key.read(inputs) == .number(bounds.upperBound), "\(section.path).\(key.name)")
        key.write(&inputs, .number(bounds.lowerBound))
        #expect(key.read(inputs) == .number(bounds.lowerBound), "\(section.path).\(key.name)")
      }
    }
    for kind in LeverKind.all {
      for key in kind.keys {
        var lever = kind.initial
        switch key.kind {
        case .number(_, let bounds), .optionalNumber(_, let bounds):
          key.write(&lever, .number(bounds.upperBound))
          #expect(key.read(lever) == .number(bounds.upperBound), "\(kind.name).\(key.name)")
        case .regions, .sectors, .origins:
          let members = Value.members(Members(["x"], of: ["x"]))
          key.write(&lever, members)
          #expect(key.read(lever) == members, "\(kind.name).\(key.name)")
        default: break
        }
      }
    }
  }

  @Test func noTwoKeysFillTheSameProperty() {
    for section in Section.all {
      for key in section.keys {
        guard case .number(_, let bounds) = key.kind else { continue }
        var inputs = KeyTests.inputs
        let others = section.keys.filter { $0.name != key.name }
        let before = others.map { $0.read(inputs) }
        key.write(&inputs, .number(bounds.lowerBound))
        key.write(&inputs, .number(bounds.upperBound))
        #expect(others.map { $0.read(inputs) } == before, "\(section.path).\(key.name)")
      }
    }
  }
}
