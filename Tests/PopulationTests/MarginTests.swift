import Inputs
import Kernel
import Population
import TestSupport
import Testing
import WorldState

/// The world's first day against the tables it is made from.
@Suite struct MarginTests {
  /// What the tables give for a market, in simulated persons.
  private struct Expected {
    var labourForce: Double
    var searching: Double
    var ownAccount: Double
  }

  private func expected(_ inputs: Inputs) -> [Expected] {
    let country = inputs.country
    let population = country.regions.reduce(0) { $0 + $1.population }
    let nation = country.drivers[0].labourForce * inputs.run.scale
    let unemployed = inputs.behaviour.population.unemploymentShare
    return country.regions.indices.flatMap { region in
      country.sectors.indices.map { sector in
        let force =
          nation * country.regions[region].population / population
          * country.sectorShares[region][sector]
        return Expected(
          labourForce: force, searching: force * unemployed,
          ownAccount: force * (1 - unemployed) * country.sectors[sector].ownAccountShare)
      }
    }
  }

  private func heads(_ market: borrowing Market, _ count: (GroupLedger) -> Int64) -> Int64 {
    var sum: Int64 = 0
    for group in 0..<market.ledgers.count where Group.isNative(group) {
      sum += count(market.ledgers[group])
    }
    return sum
  }

  @Test(arguments: [0.01, 0.1, 1])
  func `labour force, unemployed and own account of every market are within one of the tables`(
    scale: Double
  ) throws {
    let inputs = try TinyCountry.inputs(scale: scale)
    let world = World.populated(inputs, replicate: 0, crew: Crew(workers: 2))
    let expected = expected(inputs)
    #expect(world.markets.count == expected.count)
    var nation: Int64 = 0
    for (number, table) in expected.enumerated() {
      let (force, searching, own) = world.markets.with(number) {
        (heads($0) { $0.present }, heads($0) { $0.searching }, heads($0) { $0.ownAccount })
      }
      nation += force
      #expect(abs(Double(force) - table.labourForce) < 1)
      // In a small market the rounding of each employer's posts may leave one too few for its workers.
      #expect(abs(Double(searching) - table.searching) < (scale < 0.1 ? 2 : 1))
      // A market of one or two heads may have no room for its rounded own-account worker.
      #expect(abs(Double(own) - table.ownAccount) < (table.labourForce < 5 ? 2 : 1))
    }
    #expect(abs(Double(nation) - inputs.country.drivers[0].labourForce * scale) < 1)
  }

  @Test func `the hired fill the posts of all employers evenly, the rest are vacancies`() throws {
    var inputs = try TinyCountry.inputs(scale: 0.8)
    // Posts beyond those of the tables' natives would be vacancies, as far as no migrant is there.
    inputs.behaviour.migration.posts = 0
    // As many posts as the tables' hired and vacant ones.
    inputs.behaviour.demand.postsLevel = 1
    inputs.behaviour.migration.present = 0
    let world = World.populated(inputs, replicate: 0, crew: Crew(workers: 2))
    var posts = 0.0
    var vacancies = 0.0
    for number in 0..<world.markets.count {
      let sums = world.markets.with(number) { market in
        var sums = (staff: 0, vacancies: 0, wrong: 0)
        for index in 0..<market.employers.count {
          let employer = market.employers[index]
          sums.staff += Int(employer.staff)
          sums.vacancies += Int(employer.vacancies)
          if employer.staff + employer.vacancies != employer.target { sums.wrong += 1 }
        }
        let jobs = heads(market) { $0.formal.heads + $0.informal.heads }
        if sums.staff != Int(jobs) || sums.vacancies != market.vacancies.count { sums.wrong += 1 }
        return sums
      }
      #expect(sums.wrong == 0)
      posts += Double(sums.staff + sums.vacancies)
      vacancies += Double(sums.vacancies)
    }
    let share = inputs.behaviour.demand.vacancyShare
    #expect(abs(vacancies / posts - share) < 0.005)
  }

  @Test func `a new world passes its audit`() throws {
    let inputs = try TinyCountry.inputs(scale: 0.8)
    let world = World.populated(inputs, replicate: 0, crew: Crew(workers: 2))
    let first = world.firstDay
    let today = Today(
      number: 0, date: first, daysLeft: 31, isBurnIn: true, luck: world.luck,
      rules: Rules(inputs, on: inputs.run.from),
      homeIncomes: inputs.homeIncomes(on: inputs.run.from))
    for number in 0..<world.markets.count {
      let findings = world.markets.with(number) { $0.audit(today) }
      #expect(findings == [])
    }
  }

  @Test func `the number of workers and the build's luck of threads change no record`() throws {
    let inputs = try TinyCountry.inputs(scale: 0.8)
    func bytes(_ workers: Int) -> [[UInt8]] {
      let world = World.populated(inputs, replicate: 0, crew: Crew(workers: workers))
      return (0..<world.markets.count).map { number in
        world.markets.with(number) { market in
          var bytes: [UInt8] = []
          for index in 0..<market.people.count {
            withUnsafeBytes(of: market.people[index]) { bytes += $0 }
          }
          for index in 0..<market.employers.count {
            let employer = market.employers[index]
            bytes.append(contentsOf: "\(employer)".utf8)
          }
          return bytes
        }
      }
    }
    #expect(bytes(1) == bytes(2))
  }

  @Test func `replicates are different people`() throws {
    let inputs = try TinyCountry.inputs(scale: 0.08)
    func skills(_ replicate: UInt32) -> [Skill] {
      let world = World.populated(inputs, replicate: replicate, crew: Crew(workers: 1))
      return (0..<world.markets.count).flatMap { number in
        world.markets.with(number) { market in
          (0..<market.people.count).map { market.people[$0].skill }
        }
      }
    }
    #expect(skills(0) != skills(1))
  }

  @Test func `no identity is given twice`() throws {
    let inputs = try TinyCountry.inputs(scale: 0.8)
    let world = World.populated(inputs, replicate: 0, crew: Crew(workers: 2))
    var people: Set<PersonID> = []
    var employers: Set<EmployerID> = []
    var counts = (people: 0, employers: 0)
    for number in 0..<world.markets.count {
      let ids = world.markets.with(number) { market in
        (
          (0..<market.people.count).map { market.people[$0].id },
          (0..<market.employers.count).map { market.employers[$0].id }
        )
      }
      people.formUnion(ids.0)
      employers.formUnion(ids.1)
      counts = (counts.people + ids.0.count, counts.employers + ids.1.count)
    }
    #expect(people.count == counts.people && employers.count == counts.employers)
  }
}
