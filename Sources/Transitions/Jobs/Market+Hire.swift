import Inputs
import Kernel
import WorldState

/// Somebody is hired: what they did before ends, a vacancy is filled, and the job begins.
///
/// - Writes: jobs, seekers, vacancies; of a migrant, the permanent post and the planned return.
/// - Draws: a migrant's job: `.post`.
extension Market {
  /// Fills one of an employer's vacancies with a seeker or with a worker of another; what makes a migrant's job lawful
  /// has been given before.
  package mutating func hire(
    _ person: PersonIndex, at employer: EmployerIndex, wage: Int32, isFormal: Bool, _ today: Today
  ) {
    let isMigrant = people[person].isMigrant
    let changesJob = people[person].activity.isEmployed
    if changesJob { leaveForAnotherJob(person, today) } else { leaveSearch(person) }
    diary.note(
      isFormal
        ? .hiredFormally
        : isMigrant && people[person].authorisation != .freeAccess
          ? .hiredIrregularly : .hiredInformally,
      person: people[person].id, employer: employers[employer].id, amount: wage, day: today.number)
    closeVacancy(employer)
    startJob(
      person, at: employer, wage: wage, isFormal: isFormal, isListed: changesJob, today)
    if isMigrant { settleIn(person, today) }
  }

  /// Leaves for a better job, which begins at once: still counted among the workers.
  private mutating func leaveForAnotherJob(_ person: PersonIndex, _ today: Today) {
    flows[.jobChanges] += 1
    if people[person].isMigrant { countSwitch(person) }
    diary.note(
      .changedJob, person: people[person].id,
      employer: employers[people[person].employer].id, amount: people[person].wage,
      day: today.number)
    leaveJob(person, forAnother: true, today)
  }

  private mutating func countSwitch(_ person: PersonIndex) {
    guard people[person].activity == .employedFormally else { return }
    if people[person].authorisation.isBound { flows[.switchesBound] += 1 }
    if people[person].authorisation == .cardPortable { flows[.switchesPortable] += 1 }
  }

  /// What a migrant's new job means beyond its pay.
  private mutating func settleIn(_ person: PersonIndex, _ today: Today) {
    let record = people[person]
    let uniform = today.luck.uniform(
      record.id, .post, occasion: Int(record.spell))
    if uniform < traits.permanentShare {
      people[person].marks.insert(.permanentPost)
    } else {
      people[person].marks.remove(.permanentPost)
    }
    planReturn(person, today)
  }

  /// The day on which the migrant will have saved what the stay is for, if all remains as it is.
  private mutating func planReturn(_ person: PersonIndex, _ today: Today) {
    let record = people[person]
    let perDay =
      Double(record.wage) * today.rules.behaviour.migration.remittedShare / Rates.daysPerMonth
    guard perDay > 0 else { return }
    let days = max(1, Double(record.target - record.savings) / perDay)
    let reached = Int(min(days, 60_000)) + today.number
    people[person].plannedReturn = min(record.plannedReturn, DayNumber(reached))
    setDue(person, today)
  }
}
