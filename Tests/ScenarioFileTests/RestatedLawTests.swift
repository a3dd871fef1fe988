import Inputs
import Kernel
import ScenarioFile
import Testing

/// Shipped variants that change a law: all but what they are about must be the baseline's of today.
@Suite struct RestatedLawTests {
  /// A variant, and what it makes of the baseline's law of a kind.
  struct Variant: Sendable, CustomTestStringConvertible {
    var name: String
    var kind: String
    var change: @Sendable (any Lever) -> any Lever

    var testDescription: String { name }
  }

  static let variants = [
    Variant(name: "sanctions-x5", kind: Sanctions.kindName) {
      guard var law = $0 as? Sanctions else { return $0 }
      law.workerFine *= 5
      law.employerFine *= 5
      law.repeatFine *= 5
      return law
    },
    Variant(name: "mobility-free-after-12-months", kind: Mobility.kindName) {
      guard var law = $0 as? Mobility else { return $0 }
      law.freeAfterMonths = 12
      return law
    },
    Variant(name: "complexity-half", kind: PermitProcedure.kindName) {
      guard var law = $0 as? PermitProcedure else { return $0 }
      law.complexity = 0.5
      return law
    },
    Variant(name: "complexity-one-step", kind: PermitProcedure.kindName) {
      guard var law = $0 as? PermitProcedure else { return $0 }
      law.complexity = 0
      return law
    },
    Variant(name: "law-2008", kind: PermitProcedure.kindName) {
      guard var law = $0 as? PermitProcedure else { return $0 }
      law.refillSkills = Members(skills: ["low"])
      return law
    },
  ]

  @Test(arguments: variants)
  func aVariantRestatesNoLawThatTheBaselineHasSinceChanged(variant: Variant) throws {
    let day = Day(year: 2007, month: 6, day: 1)
    let before = try law("kazakhstan-2006", variant.kind, on: day)
    let after = try law(variant.name, variant.kind, on: day)
    #expect(after.equals(variant.change(before)))
    #expect(!after.equals(before))
  }

  private func law(_ name: String, _ kind: String, on day: Day) throws -> any Lever {
    let inputs = try ScenarioLoader.load(path: Shipped.path("\(name).yaml")).inputs
    let held = inputs.measures(on: day).filter { $0.lever.kindName == kind }
    return try #require(held.max { $0.from < $1.from }).lever
  }
}
