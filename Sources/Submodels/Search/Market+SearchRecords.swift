import Inputs
import Kernel
import WorldState

/// How search goes here, remembered for what seekers ask for: days of search, jobs found and their pay, by kind of seeker.
///
/// Runs with the meetings. - Reads: seekers, pay agreed. - Writes: the records of search. - Draws: none.
/// - Source: Model 6.5.
extension Market {
  /// A day more of everybody's search, a day less of what was.
  mutating func rememberSearch(_ today: Today) {
    guard today.rules.behaviour.wages.searchValue > 0 else { return }
    for kind in 0..<searches.count {
      searches[kind].fade(keeping: today.rules.searchKeep)
      let isNative = kind < SearchRecord.migrants
      searches[kind].days += Double(
        isNative ? ledgers[kind].searching : Int64(migrantSeekers.count))
    }
  }

  /// A job found from search.
  mutating func rememberFind(_ person: PersonIndex, pay net: Double, _ today: Today) {
    guard today.rules.behaviour.wages.searchValue > 0 else { return }
    let record = people[person]
    let ability = traits.skillFactor(record.skill) * today.ability(of: record)
    let kind = record.isMigrant ? SearchRecord.migrants : Int(record.skill.rawValue)
    searches[kind].finds += 1
    searches[kind].pay += max(0, net) / today.rules.payIndex
    searches[kind].worth +=
      record.isMigrant
      ? traits.migrantProductivity * ability / traits.skillFactor(.low)
      : traits.nativeProductivity * ability
  }
}
