import Inputs
import Kernel
import Measurement
import Population
import Simulation
import TestSupport
import Testing
import WorldState

/// Patents: who may have one, for whom, for how long, and what it costs.
@Suite(.tags(.slow)) struct PatentTests {
  private static let from = Day(year: 2005, month: 3, day: 1)

  /// Patents at 2 MCI, for every employer, unless a test says otherwise.
  static func law(_ change: (inout Patents) -> Void) -> Patents {
    var law = Patents()
    law.price = 2
    law.employers = .householdsAndFirms
    change(&law)
    return law
  }

  private func inputs(
    until: String = "2006-06-30", _ change: (inout Patents) -> Void = { _ in }
  ) throws -> Inputs {
    try Baseline.inputs(scale: 0.005, until: until).adding(
      Self.law(change), named: "patents", from: Self.from)
  }

  private func events(_ inputs: Inputs, _ kind: LifeEvent.Kind) throws -> [TracedEvent] {
    try trace(inputs, Following(.firstOf(kind, .max)), options: RunOptions()).events
  }

  /// Months of the nation's cells in which holders of patents work lawfully, by sector.
  private func workers(_ inputs: Inputs) throws -> [String: Double] {
    let column = Cells.indicators.firstIndex { $0.name == "employed_formally" } ?? 0
    var sums: [String: Double] = [:]
    for month in try Recording(inputs).months {
      for cell in month.cells where cell.authorisation == "patent" {
        sums[cell.sector, default: 0] += cell.values[column]
      }
    }
    return sums.filter { $0.value > 0 }
  }

  @Test func `patents are for households alone, unless the law says more`() throws {
    #expect(try workers(inputs { $0.employers = .households }).keys.sorted() == ["households"])
    #expect(try workers(inputs()).count == 8)
  }

  @Test func `only listed origins may have one`() throws {
    let all = try Baseline.inputs().country.origins.map(\.name)
    let kyrgyzstan = Members(["Kyrgyzstan"], of: all)
    let recording = try Recording(inputs { $0.origins = kyrgyzstan })
    let origins = Set(
      recording.months.flatMap(\.cells).filter { $0.authorisation == "patent" }.map(\.origin))
    #expect(origins == ["Kyrgyzstan"])
  }

  @Test func `the treasury gets for patents what their months cost, and no income tax beside`()
    throws
  {
    // Within one year, so that the index is one.
    let inputs = try inputs(until: "2005-12-31")
    let months = try (events(inputs, .patentBought) + events(inputs, .patentRenewed))
      .reduce(0) { $0 + Int($1.event.amount) }
    let recording = try Recording(inputs)
    let paid = recording.series("patent_tax").reduce(0, +) * inputs.run.scale
    #expect(months > 1000)
    #expect(Int(paid.rounded()) == months * 2 * 971)
    let ledger = recording.months.flatMap(\.money).filter { $0.kind == "patent_tax" }
    #expect(ledger.allSatisfy { $0.payer == "migrant_lawful" })
    #expect(abs(ledger.reduce(0) { $0 + $1.amount } * inputs.run.scale - paid) < 1)
  }

  @Test
  func `nobody holds patents for longer than the law allows, nor again before the gap is over`()
    throws
  {
    var inputs = try inputs { law in
      law.longestMonths = 2
      law.totalMonths = 3
      law.gapMonths = 2
    }
    // A permit in between would end the wait.
    inputs.measures.removeAll { $0.lever is PermitProcedure }
    var lives: [PersonID: [TracedEvent]] = [:]
    for kind in [LifeEvent.Kind.patentBought, .patentRenewed, .patentEnded] {
      for event in try events(inputs, kind) { lives[event.event.person, default: []].append(event) }
    }
    var (renewals, returns) = (0, 0)
    for events in lives.values {
      var months = 0
      var ended: Day?
      for event in events.sorted(by: { $0.date < $1.date }) {
        switch event.event.kind {
        case .patentBought:
          if let ended {
            returns += 1
            #expect(event.date >= ended + 61)
          }
          months = Int(event.event.amount)
        case .patentRenewed:
          renewals += 1
          months += Int(event.event.amount)
        default: ended = event.date
        }
        #expect(months <= 3)
      }
    }
    #expect(renewals > 50)
    #expect(returns > 50)
  }

  @Test func `no employer has more holders of patents than the law allows`() throws {
    let crew = Crew(workers: 1)
    let inputs = try inputs(until: "2005-12-31") { $0.maxPerEmployer = 2 }
    var run = Run(
      world: World.populated(inputs, replicate: 0, crew: crew), options: RunOptions(), crew: crew)
    try run.live(RunSinks())
    var counts: [UInt16: Int] = [:]
    for index in 0..<run.world.markets.count {
      run.world.markets.with(index) { market in
        for employer in 0..<market.employers.count {
          counts[market.employers[employer].patents, default: 0] += 1
        }
      }
    }
    #expect(counts.keys.max() == 2)
    #expect((counts[1] ?? 0) > 10)
  }

  @Test func `patents lower irregular employment, and raise public money and migrants' pay`() throws
  {
    let plain = try Recording(Baseline.inputs(scale: 0.005, until: "2006-06-30"))
    let reformed = try Recording(inputs())
    func ratio(_ name: String) -> Double {
      (reformed.series(name).last ?? 0) / (plain.series(name).last ?? 1)
    }
    /// Public money without the tax on what employers gain by migrants' work, which has its own reasons.
    func publicMoney(_ recording: Recording) -> Double {
      (recording.series("net_fiscal").last ?? 0)
        - (recording.series("profit_tax_migrants").last ?? 0)
    }
    #expect(ratio("irregular_share") < 0.9)
    #expect(publicMoney(reformed) > 1.5 * publicMoney(plain))
    #expect((reformed.series("patent_tax").last ?? 0) > 0)
    #expect(ratio("wage_migrant") > 1)
    #expect(plain.series("patents_in_force").allSatisfy { $0 == 0 })
  }

  @Test func `with patents the world balances every day, on any number of threads`() throws {
    let inputs = try Baseline.inputs(scale: 0.002, until: "2006-06-30").adding(
      Self.law { $0.totalMonths = 4 }, named: "patents", from: Self.from)
    var options = RunOptions(audit: .daily)
    options.workers = 2
    #expect(try Recording(inputs, options).months == Recording(inputs).months)
  }
}
