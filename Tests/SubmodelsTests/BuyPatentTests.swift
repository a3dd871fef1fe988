import Inputs
import Kernel
import Submodels
import TestSupport
import Testing
import WorldState

/// Who buys a patent, what it costs, and how it ends, by hand-made rows.
@Suite struct BuyPatentTests {
  /// A firm that would rather not employ without authorisation, under a law that sells patents for it.
  private func stage(workers: Int, _ change: (inout Patents) -> Void = { _ in }) throws
    -> Stage
  {
    var stage = try Stage()
    let employer = stage.addEmployer(posts: workers + 1)
    stage.market.employers[employer].irregularHonesty = .infinity
    for _ in 0..<workers { _ = stage.addIrregular(at: employer, wage: 10_000) }
    var law = Patents()
    law.employers = .householdsAndFirms
    law.price = 1_000
    law.maxPerEmployer = 5
    law.longestMonths = 3
    law.totalMonths = 3
    law.gapMonths = 3
    change(&law)
    stage.rules.law.patents = law
    stage.rules.law.payroll.indexUnit = 1
    stage.rules.behaviour.filing.patentThought = 20_000
    return stage
  }

  private func holders(_ stage: borrowing Stage) -> [PersonIndex] {
    stage.market.people.places.filter { stage.market.people[$0].authorisation == .patent }
  }

  @Test func `A patent makes the job lawful for as many months as are sold, and is paid at once`()
    throws
  {
    var stage = try stage(workers: 1)
    stage.live(1...1)
    let found = holders(stage)
    let worker = try #require(found.first)
    let record = stage.market.people[worker]
    #expect(record.activity == .employedFormally && record.stay == .permitted)
    #expect(record.patentsFrom == 1 && record.boundTo == .nobody)
    #expect(record.authorisedUntil == stage.today(1).day(afterMonths: 3))
    #expect(stage.market.transfers[.patentTax] == 3_000)
    #expect(stage.market.employers[0].patents == 1 && stage.market.employers[0].irregulars == 0)
    let findings = stage.market.audit(stage.today(1))
    #expect(findings == [])
  }

  @Test func `No employer has more holders than the law allows`() throws {
    var stage = try stage(workers: 4) { $0.maxPerEmployer = 1 }
    stage.live(1...20)
    let found = holders(stage)
    #expect(found.count == 1)
    #expect(stage.market.employers[0].patents == 1 && stage.market.employers[0].irregulars == 3)
  }

  @Test func `One without papers, of another origin or before the wait is over cannot have one`()
    throws
  {
    let origins = try Stage().inputs.country.origins.map(\.name)
    var stage = try stage(workers: 0) { $0.origins = Members([origins[0]], of: origins) }
    let employer = stage.addEmployer(posts: 4)
    stage.market.employers[employer].irregularHonesty = .infinity
    _ = stage.addIrregular(at: employer, wage: 10_000) { $0.marks.remove(.papers) }
    _ = stage.addIrregular(at: employer, wage: 10_000) { $0.origin = 2 }
    let waiting = stage.addIrregular(at: employer, wage: 10_000) { $0.patentsFrom = 10 }
    stage.live(1...9)
    let before = holders(stage)
    stage.live(10...10)
    let after = holders(stage)
    #expect(before == [] && after == [waiting])
  }

  @Test func `When all months are used the job ends, and the next may begin after the wait`()
    throws
  {
    var stage = try stage(workers: 1)
    stage.live(1...1)
    let found = holders(stage)
    let worker = try #require(found.first)
    let end = Int(stage.market.people[worker].authorisedUntil)
    stage.live(2...end - 1)
    let still = holders(stage)
    #expect(still == [worker])
    stage.live(end...end)
    let record = stage.market.people[worker]
    #expect(record.authorisation == .none && record.authorisedUntil == .never)
    #expect(Int(record.patentsFrom) == end + 91)
    #expect(record.stay == .visaFree && Int(record.stayUntil) == end + 91)
    #expect(record.activity == .searching && stage.market.flows[.layoffs] == 1)
    let findings = stage.market.audit(stage.today(end))
    #expect(findings == [])
  }
}
