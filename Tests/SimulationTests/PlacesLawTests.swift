import Inputs
import Kernel
import Measurement
import Simulation
import TestSupport
import Testing
import WorldState

/// Laws that hold in some regions and sectors, and public money told apart, in the tiny country.
@Suite struct PlacesLawTests {
  private static let from = Day(year: 2020, month: 3, day: 1)
  private static let regions = ["North", "South"]
  private static let sectors = ["farms", "services", "homes"]

  private func inputs(
    until: String = "2020-12-31", _ overrides: [String] = []
  ) throws -> Inputs {
    try TinyCountry.inputs(scale: 0.4, until: until, burnInMonths: 2, overrides)
  }

  private static let operation: Operation = {
    var operation = Operation()
    operation.capacity = 20
    operation.announced = from - 10
    operation.expulsion = 0.3
    return operation
  }()

  /// Some law as it would be without places, and the same with places.
  private func both(_ change: (inout Inputs, LawPlaces?) -> Void) throws -> (Recording, Recording) {
    var (plain, named) = try (inputs(), inputs())
    var places = LawPlaces()
    places.regions = Members(Self.regions, of: Self.regions)
    places.sectors = Members(Self.sectors, of: Self.sectors)
    change(&plain, nil)
    change(&named, places)
    return try (Recording(plain), Recording(named))
  }

  private func expectSame(_ pair: (Recording, Recording)) {
    #expect(pair.0.days == pair.1.days)
    #expect(pair.0.months == pair.1.months)
  }

  @Test
  func `an operation that names all regions and sectors is as one that names none, to the bit`()
    throws
  {
    expectSame(
      try both { inputs, places in
        var operation = Self.operation
        if let places { operation.places = places }
        inputs = inputs.adding(
          operation, named: "operation", from: Self.from, until: Self.from + 90)
      })
  }

  @Test func `police and sanctions that name all places are as those that name none, to the bit`()
    throws
  {
    expectSame(
      try both { inputs, places in
        guard let places else { return }
        for index in inputs.measures.indices {
          if var police = inputs.measures[index].lever as? Policing {
            police.places = places
            inputs.measures[index].lever = police
          }
          if var sanctions = inputs.measures[index].lever as? Sanctions {
            sanctions.places = places
            inputs.measures[index].lever = sanctions
          }
        }
      })
  }

  @Test func `desks of all regions are as desks of none named, to the bit`() throws {
    let plain = try inputs(until: "2021-06-30")
    var named = plain
    for index in named.measures.indices {
      guard var amnesty = named.measures[index].lever as? Amnesty else { continue }
      amnesty.deskRegions = Members(Self.regions, of: Self.regions)
      named.measures[index].lever = amnesty
    }
    expectSame(try (Recording(plain), Recording(named)))
  }

  /// Events of a region's markets in all months.
  private func count(_ flow: Flow, _ region: String, _ recording: Recording) -> Double {
    let column = Flows.place(of: flow)
    return recording.months.flatMap(\.flows).filter { $0.region == region }
      .reduce(0) { $0 + $1.values[column] }
  }

  @Test func `desks of one region give cards there alone`() throws {
    var reformed = try inputs(until: "2021-08-31")
    for index in reformed.measures.indices {
      guard var amnesty = reformed.measures[index].lever as? Amnesty else { continue }
      amnesty.deskRegions = Members(["North"], of: Self.regions)
      reformed.measures[index].lever = amnesty
    }
    let recording = try Recording(reformed)
    #expect(count(.legalised, "North", recording) > 0)
    #expect(count(.legalised, "South", recording) == 0)
  }

  @Test func `an operation in one region finds more people there, and no more elsewhere`() throws {
    var operation = Self.operation
    operation.announced = nil
    operation.places.regions = Members(["North"], of: Self.regions)
    let plain = try Recording(inputs())
    let reformed = try Recording(
      inputs().adding(operation, named: "operation", from: Self.from, until: Self.from + 180))
    #expect(count(.identified, "North", reformed) > 3 * count(.identified, "North", plain))
    #expect(count(.inspections, "South", reformed) < 1.2 * count(.inspections, "South", plain) + 5)
  }

  @Test func `police of one region work there, and elsewhere the older law goes on`() throws {
    var local = try #require(inputs().law(Policing.self, on: Self.from))
    local.inspections = 0
    local.streetChecks = 0
    local.places.regions = Members(["North"], of: Self.regions)
    let plain = try Recording(inputs())
    let reformed = try Recording(
      inputs().adding(local, named: "north", from: Day(year: 2019, month: 1, day: 1)))
    #expect(count(.inspections, "North", reformed) == 0 && count(.inspections, "North", plain) > 0)
    #expect(count(.inspections, "South", reformed) > 0)
  }

  @Test func `fines of one sector are imposed there alone`() throws {
    var none = Sanctions()
    none.places.sectors = Members(["farms", "homes"], of: Self.sectors)
    let today = Rules(
      try inputs().adding(none, named: "none", from: Self.from), on: Self.from
    ).law
    let fines = (0..<3).map { today.local(region: 0, sector: $0).workerFine }
    #expect(fines[0] == 0 && fines[1] > 0 && fines[2] == 0)
  }

  @Test func `a region's police are as strong as the table says`() throws {
    var reformed = try inputs()
    reformed.country.policeStrength = [
      [
        PoliceStrength(from: Day(year: 2020, month: 1, day: 1), factor: 1),
        PoliceStrength(from: Self.from, factor: 10),
      ], [],
    ]
    let plain = try Recording(inputs())
    let stronger = try Recording(reformed)
    #expect(stronger.months.prefix(2) == plain.months.prefix(2))
    #expect(count(.inspections, "North", stronger) > 4 * count(.inspections, "North", plain))
  }

  @Test(arguments: ["waived", "withheld", "expulsion"])
  func `whatever becomes of fines that cannot be paid, the books balance every day`(
    unpaid: String
  ) throws {
    let overrides = [
      "measures.sanctions.unpaid_fines=\(unpaid)", "measures.policing.inspections=3000",
      "measures.policing.expulsion_payer=expelled", "measures.policing.documents=20 %",
      "measures.policing.false_positives=10 %", "measures.sanctions.worker_fine=6000 EUR",
    ]
    let inputs = try inputs(overrides)
    let audited = try Recording(inputs, RunOptions(audit: .daily))
    #expect(audited.months == (try Recording(inputs, RunOptions(workers: 3))).months)
    func sum(_ name: String) -> Double { audited.series(name).reduce(0, +) }
    #expect(sum("fines_collected") > 0 && sum("fines_collected") < sum("fines_imposed"))
    #expect(sum("lawful_stopped") > 0 && sum("documents_taken") > 0)
  }

  @Test
  func `a tax on profits is due on the declared surplus of firms and farms, and moves nobody`()
    throws
  {
    var tax = ProfitTax()
    tax.rate = 0.3
    let plain = try Recording(inputs())
    let taxed = try Recording(
      inputs(["behaviour.taxes.declared_profit_share=50 %"])
        .adding(tax, named: "profits", from: Self.from))
    #expect(taxed.days == plain.days)
    let (surplus, due) = (taxed.series("employers_surplus"), taxed.series("profit_tax"))
    #expect(due.prefix(2).allSatisfy { $0 == 0 })
    for (kept, due) in zip(surplus, due).dropFirst(2) {
      // Households keep a little of it, and do not pay.
      #expect(due > 0.1 * kept && due < 0.15 * kept)
    }
    #expect(plain.series("profit_tax").allSatisfy { $0 == 0 })
  }
}
