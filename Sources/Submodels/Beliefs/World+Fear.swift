import Inputs
import Kernel
import WorldState

/// Migrants learn what irregular work costs those who are found: from what befell compatriots in the region, and from announcements.
///
/// Runs when a month ends: cases, bribes paid in the street and expulsions, to the months worked without authorisation, fade with
/// `fear_memory`; a small community leans on the nation. What is feared is their sum at the law's fines of the day, so it is
/// reckoned anew when the law changes. The announcement of an operation adds to the chance of being found, and fades alike.
/// - Reads: the month's cases, the law on fines. - Writes: communities, what each market's migrants fear. - Draws: none.
/// - Source: MODEL 6.10; Becker (1968). - Simplified: a community is an origin's people in a region; fines are known at once,
///   and what is law in some sectors alone is not feared.
extension World {
  /// Irregular worker-months that a community borrows from the nation's, simulated ones.
  private static var borrowedMonths: Double { 200 }

  package mutating func learnFear(_ today: Today) {
    let beliefs = today.rules.behaviour.beliefs
    guard beliefs.fear > 0 else { return }
    let kept = exactExp(-Rates.daysPerMonth / beliefs.fearMemoryDays)
    for place in 0..<boards.communities.count { boards.communities[place].fade(keeping: kept) }
    for market in 0..<markets.count {
      let region = market / sectorCount
      markets.with(market) {
        for group in 0..<$0.ledgers.count where !Group.isNative(group) {
          let place = boards.community(region: region, origin: UInt8(Group.origin(group)))
          boards.communities[place].include(
            $0.ledgers[group], isIrregular: Group.authorisation(group) != .freeAccess)
        }
      }
    }
    publishFear(today)
  }

  /// An operation is announced: migrants where it will be, as employers, expect to be found more often.
  package mutating func raiseAlarm(_ operation: Operation, _ today: Today) {
    let beliefs = today.rules.behaviour.beliefs
    guard beliefs.fear > 0 else { return }
    let origins = boards.origins.count
    for place in 0..<boards.communities.count
    where operation.places.regions.contains(place / origins) {
      boards.communities[place].alarm = min(
        1, boards.communities[place].alarm + beliefs.fearOperation)
    }
    publishFear(today)
  }

  /// What is feared, from what is known and the law of the day.
  package mutating func publishFear(_ today: Today) {
    let weight = today.rules.behaviour.beliefs.fear
    guard weight > 0 else { return }
    var nation = Community()
    for place in 0..<boards.communities.count { nation.add(boards.communities[place]) }
    let origins = boards.origins.count
    for place in 0..<boards.communities.count {
      let known = boards.communities[place].leaning(on: nation, months: Self.borrowedMonths)
      boards.communities[place].fear =
        weight
        * known.expectedLoss(
          today.rules,
          under: today.rules.law.local(region: place / origins, sectors: sectorCount))
    }
    for market in 0..<markets.count {
      let first = market / sectorCount * origins
      markets.with(market) {
        for origin in 0..<$0.fears.count {
          $0.fears[origin] = boards.communities[first + origin].fear
        }
      }
    }
  }
}

/// How often something happened to those who work without authorisation, as a community knows, a month of such work.
struct KnownRisk {
  var cases = 0.0
  var bribes = 0.0
  var expulsions = 0.0
  /// Chance of being found that was announced, and has not been seen.
  var alarm = 0.0

  /// What it costs, a month at reference pay.
  func expectedLoss(_ rules: Rules, under law: LocalLaw) -> Double {
    let fine = law.workerFine / rules.payIndex
    return cases * fine + bribes * law.policing.bribeShare * fine
      + expulsions * rules.behaviour.migration.expulsionLoss
      + alarm * rules.lossWhenFound(under: law) / rules.payIndex
  }
}

extension Community {
  fileprivate mutating func fade(keeping part: Double) {
    months *= part
    cases *= part
    bribes *= part
    expulsions *= part
    alarm *= part
  }

  /// Counts a month of a group of a market.
  fileprivate mutating func include(_ ledger: GroupLedger, isIrregular: Bool) {
    if isIrregular { months += Double(ledger.informal.heads) }
    cases += Double(ledger.identified)
    bribes += Double(ledger.bribed)
    expulsions += Double(ledger.expelled)
  }

  fileprivate mutating func add(_ other: Community) {
    months += other.months
    cases += other.cases
    bribes += other.bribes
    expulsions += other.expulsions
  }

  /// What is known, with so many months of the nation's beside the own; nothing where nobody has worked so.
  fileprivate func leaning(on nation: Community, months borrowed: Double) -> KnownRisk {
    guard nation.months > 0 else { return KnownRisk(alarm: alarm) }
    func rate(_ own: Double, _ all: Double) -> Double {
      (own + borrowed * all / nation.months) / (months + borrowed)
    }
    return KnownRisk(
      cases: rate(cases, nation.cases), bribes: rate(bribes, nation.bribes),
      expulsions: rate(expulsions, nation.expulsions), alarm: alarm)
  }
}
