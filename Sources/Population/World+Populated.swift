import Inputs
import Kernel
import WorldState

extension World {
  /// Builds the country of `inputs` as it stands on the first day of the burn-in, in parallel; the result
  /// does not depend on the number of workers.
  package static func populated(_ inputs: Inputs, replicate: UInt32, crew: Crew) -> World {
    let luck = Luck(seed: UInt64(inputs.run.seed), replicate: replicate)
    let first = inputs.firstWorldDay
    let horizon = inputs.run.until - first + 1
    precondition(horizon < Int(DayNumber.never), "a world lives at most 65,534 days")
    let shares = MarketShares(inputs)
    let entrants = Entrants(inputs, shares, horizon: horizon, luck: luck)
    let numbers = shares.labourForce.indices
    let entrantCounts = numbers.map { entrants.count(market: $0) }
    let besideFirst = numbers.map { entrants.countBesideFirst(market: $0) }
    let demand = inputs.behaviour.demand
    let civil = first.civil
    let today = Today(
      number: 0, date: first,
      daysLeft: Int64(Day.length(ofMonth: civil.month, year: civil.year) - civil.day + 1),
      isBurnIn: true, luck: luck, rules: Rules(inputs, on: first),
      homeIncomes: inputs.homeIncomes(on: first),
      places: (inputs.country.regions.count, inputs.country.sectors.count))
    let migrants = MigrantCounts(inputs, shares, luck: luck)
    let counts = Counts(inputs, shares, migrants, entrants: besideFirst, luck: luck)
    let natives = zip(counts.labourForce, besideFirst).reduce(0) { $0 + $1.0 + $1.1 }
    let identities = MigrantIdentities(migrants, nextPerson: PersonID(natives))
    let boards = Boards(
      marketCount: shares.labourForce.count, regionCount: inputs.country.regions.count,
      originCount: inputs.country.origins.count, scale: inputs.run.scale)
    let builder = MarketBuilder(
      inputs: inputs, counts: counts, migrantCounts: migrants, identities: identities,
      entrants: entrants, entrantCounts: entrantCounts,
      firmSizes: EmployerSizes(exponent: demand.sizeExponent, largest: demand.largestSize),
      householdSizes: EmployerSizes(
        exponent: demand.sizeExponent, largest: demand.largestHousehold),
      horizon: horizon, today: today)
    let homes = HomelandBuilder(
      inputs, migrants, identities, horizon: horizon, today: today, boards)
    let markets = Islands<Market>(count: shares.labourForce.count, crew: crew) {
      builder.build($0)
    }
    let homelands = Islands<Homeland>(count: homes.shards.count, crew: crew) { homes.build($0) }
    return World(
      inputs: inputs, luck: luck, horizon: horizon, markets: markets, homelands: homelands,
      boards: boards)
  }
}
