import Inputs
import Kernel
import Transitions
import WorldState

/// Free movement begins or ends for an origin: those present gain or lose free access the same day.
///
/// Runs before the offices, on the days on which the law says so. Irregular jobs become lawful when their employers
/// judge them again; lawful ones without another authorisation become irregular at once, or end.
extension Market {
  package mutating func changeFreedom(ofOrigin origin: UInt8, isFree: Bool, _ today: Today) {
    for person in people.places
    where people[person].origin == origin && people[person].activity != .nobody {
      let record = people[person]
      if isFree, record.authorisation != .freeAccess {
        giveFreeAccess(person, today)
      } else if !isFree, record.authorisation == .freeAccess, !record.marks.contains(.exempt) {
        loseAuthorisation(person, today)
      }
    }
  }
}
