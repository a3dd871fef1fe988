import Inputs
import Kernel
import WorldState

/// What work without authorisation costs a migrant beside what it pays: being found, as compatriots in the region have been.
/// Questions alone: nothing changes.
extension Market {
  /// What a migrant expects to lose by a month of irregular work, money of the day; nothing of one who may work as natives do.
  @inlinable @inline(__always)
  package func fear(of record: Person, _ today: Today) -> Double {
    record.isMigrant && record.authorisation != .freeAccess
      ? fears[Int(record.origin) - 1] * today.rules.payIndex : 0
  }

  /// How long a migrant without authorisation means to stay, to how long they would if they feared nothing: fear takes the part of a
  /// stay that it takes of what is gained by being here, three quarters at most.
  ///
  /// - Parameter pay: what they earn, or would, a month of the day.
  package func stayPart(of record: Person, pay: Double, _ today: Today) -> Double {
    guard record.authorisation == .none else { return 1 }
    let fear = fear(of: record, today)
    guard fear > 0 else { return 1 }
    let gain = pay - today.homeIncomes[Int(record.origin) - 1]
    let most = BeliefBehaviour.mostHaste
    return gain > fear * most / (most - 1) ? (gain - fear) / gain : 1 / most
  }
}
