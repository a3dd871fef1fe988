import Inputs
import Kernel
import WorldState

/// Builds one market as it stands on the world's first day.
struct MarketBuilder {
  let inputs: Inputs
  let counts: Counts
  let migrantCounts: MigrantCounts
  let identities: MigrantIdentities
  let entrants: Entrants
  let entrantCounts: [Int]
  /// Sizes of firms and farms, and of hiring households.
  let firmSizes: EmployerSizes
  let householdSizes: EmployerSizes
  let horizon: Int
  let today: Today

  func build(_ number: Int) -> Market {
    let traits = traits(number)
    let sector = inputs.country.sectors[traits.sector]
    let employers = employers(number, sector)
    let migrants = migrants(number)
    let persons = counts.labourForce[number] + entrantCounts[number] + migrants.count * 3 / 2
    var market = Market(
      traits: traits,
      people: Column(
        repeating: Person(id: 0, activity: .nobody, skill: .low), count: 0,
        capacity: persons + persons / 32 + 64),
      employers: employers, horizon: horizon,
      expectedPeople: persons, expectedWorkers: counts.hired[number] + migrants.count + 8,
      expectedSeekers: counts.searching[number] + 8,
      expectedMigrantSeekers: migrants.count / 8 + 8, expectedIrregulars: migrants.count + 8,
      expectedVacancies: counts.posts[number] / 40 + 8, origins: inputs.country.origins.count)
    addWorkforce(&market, number, sector, migrants)
    addEntrants(&market, number, sector)
    // What was counted so far is the world's beginning, not its events.
    for flow in Flow.allCases where flow != .spells { market.flows[flow] = 0 }
    market.foundedWith = market.present
    market.smoothedSeekers =
      Double(counts.searching[number])
      + today.rules.behaviour.migration.searchBonus * Double(market.migrantSeekers.count)
      + today.rules.behaviour.search.onTheJobWeight * Double(market.workers.count)
    market.smoothedVacancies = Double(market.vacancies.count)
    market.labour = LabourSupply(migrants: Double(market.migrantsPresent))
    market.yearlyTightness = market.smoothedVacancies / max(market.smoothedSeekers, 1e-9)
    market.board.attraction = traits.baseSeekers
    return market
  }

  private func traits(_ number: Int) -> MarketTraits {
    let country = inputs.country
    let region = number / country.sectors.count
    let index = number % country.sectors.count
    let sector = country.sectors[index]
    let wages = inputs.behaviour.wages
    let unemployed = inputs.behaviour.population.unemploymentShare
    let place = exactPow(country.regions[region].incomeIndex, wages.regionalElasticity)
    var traits = MarketTraits(number: MarketNumber(number), region: region, sector: index)
    traits.employer = sector.employer
    traits.nativeProductivity = wages.productivity * place * sector.productivityIndex
    traits.nativeReservation =
      wages.productivity * place * sector.nativeReservationIndex * wages.nativeReservation
    traits.nativeSkills = SIMD3(
      1 - sector.skilledShare - sector.specialistShare, sector.skilledShare,
      sector.specialistShare)
    traits.skillFactors = (wages.lowSkilledFactor, wages.skilledFactor, wages.specialistFactor)
    traits.separationIndex = sector.separationIndex
    traits.auditIndex = sector.auditIndex
    // What leaves own-account work must come in again for the tables' share to hold.
    let search = inputs.behaviour.search
    let exit = inputs.behaviour.population.exitRate
    traits.ownAccountEntrants = search.ownAccountEntrants * sector.ownAccountShare
    traits.ownAccountEntryRate =
      (search.ownAccountExit + exit) * sector.ownAccountShare * (1 - unemployed) / unemployed
      - exit * traits.ownAccountEntrants / unemployed
    // Rates change with how scarce labour is alone, so nobody wakes in vain but for that.
    let most = search.mostOwnAccountEase
    traits.jobBound =
      inputs.behaviour.workingLife.nativeSeparation * sector.separationIndex + exit
    traits.searchBound =
      traits.ownAccountEntryRate * most + search.sectorChange + exit
    traits.ownAccountBound = search.ownAccountExit * most + exit
    setMigrantTraits(&traits, country.regions[region], sector)
    traits.baseSeekers = max(1, Double(counts.searching[number]))
    return traits
  }

  private func employers(_ number: Int, _ sector: Sector) -> Column<Employer> {
    let demand = inputs.behaviour.demand
    let luck = today.luck
    let spread = demand.productivitySpread
    var column = Column(
      repeating: Employer(id: 0), count: 0, capacity: counts.posts[number] / 4 + 16)
    let spreadLuck = SpreadLuck(luck, market: number)
    let sizes = sector.employer == .household ? householdSizes : firmSizes
    sizes.forEachEmployer(
      posts: counts.posts[number],
      uniform: luck.uniform(MarketNumber(number), .employerSizes)
    ) { size, posts in
      var employer = Employer(
        id: Employer.identity(market: MarketNumber(number), index: EmployerIndex(column.count)))
      let standard = standardNormal(
        uniform: spreadLuck.uniform(column.count, .productivity))
      employer.nominalSize = Int32(size)
      employer.basePosts = Float(posts)
      employer.productivity = Float(exactExp(spread * standard - spread * spread / 2))
      employer.honesty = Float(
        inputs.behaviour.hiring.honestyMean
          * standardExponential(uniform: spreadLuck.uniform(column.count, .honesty)))
      let isLarge = size > inputs.behaviour.hiring.largeSize
      let never =
        isLarge ? inputs.behaviour.hiring.neverShareLarge : inputs.behaviour.hiring.neverShare
      let scruple = spreadLuck.uniform(column.count, .irregularHonesty)
      employer.irregularHonesty =
        scruple < never
        ? .infinity
        : Float(
          inputs.behaviour.hiring.irregularHonestyMean
            * standardExponential(uniform: max((scruple - never) / (1 - never), 0x1p-53)))
      employer.risk = Float(inputs.behaviour.beliefs.start)
      let rounding = luck.uniform(employer.id, .postsRounding)
      employer.target = Int32(Double(employer.basePosts) + rounding)
      column.append(employer)
    }
    precondition(column.count < 1 << 20, "a market has at most 2^20 employers")
    return column
  }

  private func addWorkforce(
    _ market: inout Market, _ number: Int, _ sector: Sector, _ migrants: [Person]
  ) {
    var id = counts.firstPerson[number]
    func nextPerson() -> Person {
      defer { id += 1 }
      return native(id, .nobody, sector)
    }
    addHired(&market, number, migrants, nextPerson)
    while id < counts.firstPerson[number] + counts.hired[number] {
      // Rounding left fewer posts than workers: these begin as seekers.
      addSeeker(&market, nextPerson())
    }
    for _ in 0..<counts.ownAccount[number] {
      let index = addSeeker(&market, nextPerson())
      market.startOwnAccount(index, today)
    }
    for _ in 0..<counts.searching[number] { addSeeker(&market, nextPerson()) }
  }

  @discardableResult
  private func addSeeker(_ market: inout Market, _ person: Person) -> PersonIndex {
    let index = market.addRecord(person)
    market.enterSearch(index)
    market.beginSpell(index, .searching, bound: market.traits.searchBound, today)
    return index
  }

  /// Fills the posts of all employers evenly with the market's hired and its migrants; the rest are its
  /// vacancies. A migrant whom one employer would not have waits for the next.
  private func addHired(
    _ market: inout Market, _ number: Int, _ migrants: [Person], _ nextPerson: () -> Person
  ) {
    var posts = 0
    for index in 0..<market.employers.count { posts += Int(market.employers[index].target) }
    let wanted = Double(migrants.count) * (1 - MigrantCounts.joblessShare)
    var filling = RunningRounding(
      today.luck.uniform(MarketNumber(number), .employerSizes, index: 1))
    let part = posts > 0 ? min(1, Double(counts.hired[number]) / Double(posts)) : 0
    let migrantPart = posts > 0 ? min(1 - part, wanted / Double(posts)) : 0
    var hired = 0
    var placed = 0
    var waiting = 0.0
    for employer in market.employers.places {
      for _ in 0..<market.employers[employer].target {
        waiting += migrantPart
        if hired < counts.hired[number], filling.round(part) == 1 {
          hired += 1
          addWorker(&market, nextPerson(), employer)
        } else if waiting >= 1, placed < migrants.count,
          addMigrantWorker(&market, migrants[placed], employer)
        {
          waiting -= 1
          placed += 1
        } else {
          market.openVacancy(employer)
        }
      }
    }
    for position in placed..<migrants.count { addMigrantSeeker(&market, migrants[position]) }
  }

  private func addWorker(_ market: inout Market, _ person: Person, _ employer: EmployerIndex) {
    let terms = JobTerms(
      native: person, searchDays: 0, employer: market.employers[employer],
      traits: market.traits, options: market.options, today)
    let chance = today.luck.uniform(person.id, .firstSpell)
    let isFormal = terms.bestSurplus < 0 || chance < terms.formalChance(today)
    let index = market.addRecord(person)
    market.startJob(
      index, at: employer,
      wage: WholeMoney.nearest(isFormal ? terms.formalWage : terms.informalWage),
      isFormal: isFormal, today)
  }

  private func addEntrants(_ market: inout Market, _ number: Int, _ sector: Sector) {
    let first = counts.firstPerson[number] + counts.labourForce[number]
    let besideFirst = entrants.countBesideFirst(market: number)
    let marketCount = counts.labourForce.count
    var entrant = 0
    entrants.forEachDay(market: number) { day in
      let id =
        entrant < besideFirst
        ? first + entrant
        : identities.end + ((entrant - besideFirst) * marketCount + number)
      var person = native(id, .notYetIn, sector)
      person.due = DayNumber(max(1, day))
      let index = market.addRecord(person)
      market.calendar.add(index.rawValue, on: max(1, day))
      entrant += 1
    }
  }

  private func native(_ id: PersonID, _ activity: Activity, _ sector: Sector) -> Person {
    var person = Person(id: id, activity: activity, skill: skill(id, sector))
    person.ability = today.luck.ability(of: id)
    return person
  }

  private func skill(_ id: PersonID, _ sector: Sector) -> Skill {
    let uniform = today.luck.uniform(id, .skill)
    if uniform < sector.specialistShare { return .specialist }
    return uniform < sector.specialistShare + sector.skilledShare ? .skilled : .low
  }
}
