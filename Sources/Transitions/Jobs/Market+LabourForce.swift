import Inputs
import Kernel
import WorldState

/// A native enters the labour force, leaves it, or turns to work on own account and back.
///
/// - Writes: activity, seekers, jobs, books.
extension Market {
  package mutating func enterLabourForce(_ person: PersonIndex, _ today: Today) {
    flows[.entries] += 1
    diary.note(.entered, person: people[person].id, day: today.number)
    startSearch(person, today)
  }

  /// Leaves the labour force for good, whatever the person did in it.
  package mutating func leaveLabourForce(_ person: PersonIndex, _ today: Today) {
    var employer = EmployerID.nobody
    switch people[person].activity {
    case .employedFormally, .employedInformally:
      employer = employers[people[person].employer].id
      leaveJob(person, today)
    case .searching: leaveSearch(person)
    case .ownAccount: leaveOwnAccount(person)
    case .nobody, .notYetIn, .atHome, .away:
      preconditionFailure("only one who is in the labour force can leave it")
    }
    flows[.exits] += 1
    diary.note(
      .leftLabourForce, person: people[person].id, employer: employer, day: today.number)
    removeRecord(person)
  }

  /// From search to work on own account.
  package mutating func turnToOwnAccount(_ person: PersonIndex, _ today: Today) {
    diary.note(.startedOwnAccount, person: people[person].id, day: today.number)
    startOwnAccount(person, today)
  }

  /// From work on own account back to search.
  package mutating func giveUpOwnAccount(_ person: PersonIndex, _ today: Today) {
    leaveOwnAccount(person)
    flows[.ownAccountExits] += 1
    diary.note(.gaveUpOwnAccount, person: people[person].id, day: today.number)
    startSearch(person, today)
  }
}
