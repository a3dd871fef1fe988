import Inputs
import Kernel
import Transitions
import WorldState

/// A native's job, or work on own account, goes on or ends, epoch by epoch.
///
/// Runs when the worker wakes. An epoch of a spell comes at the spell's bound rate; cause c fires with probability
/// rate_c / bound, so rates may change any day without touching those who sleep.
/// - Reads: rates. - Writes: activity, staff lists, seekers. - Draws: per epoch, `.epoch` and `.cause`.
/// - Source: MODEL 6.6; separation 1.5 % a month (EVIDENCE E16). - Simplified: one separation rate a
///   sector, whatever the job's age.
extension Market {
  mutating func epochOfJob(_ person: PersonIndex, _ today: Today) {
    let draw = causeDraw(person, bound: traits.jobBound, today)
    let separation = today.rules.behaviour.workingLife.nativeSeparation * traits.separationIndex
    if draw < separation {
      separate(person, .separations, .separated, today)
    } else if draw < separation + today.rules.behaviour.population.exitRate {
      leaveLabourForce(person, today)
    } else {
      scheduleEpoch(person, bound: traits.jobBound, today)
    }
  }

  /// Enters the labour force: as a seeker, or on own account.
  mutating func beginWorkingLife(_ person: PersonIndex, _ today: Today) {
    enterLabourForce(person, today)
    guard traits.ownAccountEntrants > 0,
      today.luck.uniform(people[person].id, .entryKind) < traits.ownAccountEntrants
    else { return }
    turnToOwnAccount(person, today)
  }

  mutating func epochOfOwnAccount(_ person: PersonIndex, _ today: Today) {
    let draw = causeDraw(person, bound: traits.ownAccountBound, today)
    let givingUp = today.rules.behaviour.search.ownAccountExit * board.ownAccountEase
    if draw < givingUp {
      giveUpOwnAccount(person, today)
    } else if draw < givingUp + today.rules.behaviour.population.exitRate {
      leaveLabourForce(person, today)
    } else {
      scheduleEpoch(person, bound: traits.ownAccountBound, today)
    }
  }
}
