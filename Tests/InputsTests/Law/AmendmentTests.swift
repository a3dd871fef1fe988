import Inputs
import Kernel
import Testing

/// What amendments make of the measures that they find.
@Suite struct AmendmentTests {
  private static func day(_ month: Int) -> Day { Day(year: 2006, month: month, day: 1) }

  private static func policing(_ inspections: Double, from month: Int) -> Measure {
    var law = Policing()
    law.inspections = inspections
    law.bribe = 0.4
    return Measure(name: "police-\(month)", from: day(month), lever: law)
  }

  private static func inputs(_ amendments: [Amendment]) -> Inputs {
    var inputs = Inputs(
      name: "", question: "", run: RunSettings(), country: Country(), behaviour: Behaviour(),
      measures: [policing(100, from: 1), policing(1000, from: 6)], amendments: amendments)
    inputs.run.from = day(1)
    inputs.run.until = day(12)
    return inputs
  }

  private static func amendment(
    _ name: String, from: Int, until: Int? = nil, _ changes: [(String, Amended)]
  ) -> Amendment {
    Amendment(
      name: name, from: day(from), until: until.map(day), kindName: "policing",
      changes: changes.map { Amendment.Change(key: $0.0, to: $0.1) })
  }

  private func inspections(_ amendments: [Amendment], in month: Int) -> Double? {
    Self.inputs(amendments).law(Policing.self, on: Self.day(month))?.inspections
  }

  @Test func `a relative value follows whatever measure is in force`() {
    let trebled = [Self.amendment("x", from: 3, until: 9, [("inspections", .times(3))])]
    #expect(inspections(trebled, in: 2) == 100)
    #expect(inspections(trebled, in: 3) == 300)
    #expect(inspections(trebled, in: 6) == 3000)
    #expect(inspections(trebled, in: 9) == 3000)
    #expect(inspections(trebled, in: 10) == 1000)
  }

  @Test func `what an amendment does not name stays as the measure has it`() {
    let inputs = Self.inputs([Self.amendment("x", from: 1, [("inspections", .times(3))])])
    #expect(inputs.law(Policing.self, on: Self.day(7))?.bribe == 0.4)
  }

  @Test func `several apply in the order of their first days, then of their names`() {
    let set = Self.amendment("a", from: 3, [("inspections", .value(.number(7)))])
    let twice = Self.amendment("b", from: 2, [("inspections", .times(2))])
    let thrice = Self.amendment("c", from: 3, [("inspections", .times(3))])
    #expect(inspections([set, twice, thrice], in: 2) == 200)
    // Doubled first, then set, then trebled.
    #expect(inspections([set, twice, thrice], in: 4) == 21)
  }

  @Test func `an amendment to another kind changes nothing here`() {
    var other = Self.amendment("x", from: 1, [("inspections", .times(3))])
    other.kindName = "sanctions"
    #expect(inspections([other], in: 6) == 1000)
  }

  @Test func `the law may change on the first day of an amendment and on the day after its last`() {
    let days = Self.inputs([Self.amendment("x", from: 3, until: 9, [("bribe", .times(2))])])
      .measureDays
    #expect(days == [Self.day(1), Self.day(3), Self.day(6), Self.day(9) + 1])
  }

  @Test func `two runs part on the first day of the amendment that one of them has`() {
    let plain = Self.inputs([])
    let amended = Self.inputs([Self.amendment("x", from: 3, [("bribe", .times(2))])])
    #expect(plain.firstDifference(from: amended) == Self.day(3))
    #expect(amended.firstDifference(from: plain) == Self.day(3))
    #expect(amended.firstDifference(from: amended) == nil)
  }

  @Test func `an operation that is announced earlier parts two runs on that day`() {
    var plain = Self.inputs([])
    var operation = Operation()
    operation.announced = Self.day(6)
    plain.measures.append(Measure(name: "operation", from: Self.day(8), lever: operation))
    var sooner = plain
    sooner.amendments = [
      Amendment(
        name: "x", from: Self.day(8), kindName: "operation",
        changes: [Amendment.Change(key: "announced", to: .value(.date(Self.day(4))))])
    ]
    #expect(sooner.firstDifference(from: plain) == Self.day(4))
    #expect(sooner.measureDays.contains(Self.day(4)))
    #expect(!sooner.measureDays.contains(Self.day(6) + 1))
    var silent = plain
    silent.amendments = sooner.amendments
    silent.amendments[0].changes[0].to = .value(.none)
    #expect(silent.firstDifference(from: plain) == Self.day(6))
  }
}
