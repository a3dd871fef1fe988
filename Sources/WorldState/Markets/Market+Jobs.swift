import Inputs
import Kernel

/// Jobs: a worker on an employer's staff list, a head and pay in the ledger.
extension Market {
  /// Begins a job; the person must have left what they did before.
  ///
  /// - Parameter isListed: whether they still stand among the workers, having come straight from another job.
  package mutating func startJob(
    _ person: PersonIndex, at employer: EmployerIndex, wage: Int32, isFormal: Bool,
    isListed: Bool = false,
    _ today: Today
  ) {
    people[person].wage = wage
    enlist(person, at: employer)
    if !isListed { workers.insert(people[person].id, at: person) }
    let record = people[person]
    countJob(1, of: record, isFormal: isFormal, today)
    flows[.hires] += 1
    if record.isMigrant { countMigrantJob(person, isFormal: isFormal, today) }
    beginSpell(
      person, isFormal ? .employedFormally : .employedInformally,
      bound: jobBound(of: record, isFormal: isFormal), today)
  }

  /// Ends a job; the caller says why and what follows.
  ///
  /// - Parameter staysListed: keeps them among the workers, for whom ``startJob(_:at:wage:isFormal:isListed:_:)`` follows
  ///   at once.
  package mutating func endJob(_ person: PersonIndex, staysListed: Bool = false, _ today: Today) {
    let record = people[person]
    countJob(-1, of: record, isFormal: record.activity == .employedFormally, today)
    if record.isMigrant { closeMigrantJob(person, today) }
    if !staysListed { workers.remove(people[person].id, at: person) }
    delist(person)
    people[person].wage = 0
  }

  /// The same job is paid otherwise from today on.
  package mutating func setPay(_ person: PersonIndex, _ wage: Int32, _ today: Today) {
    let record = people[person]
    if record.isMigrant { settleSavings(person, today) }
    people[person].wage = wage
    let isFormal = record.activity == .employedFormally
    countJob(-1, of: record, isFormal: isFormal, today)
    countJob(1, of: people[person], isFormal: isFormal, today)
  }

  /// Adds a person's job to the books, or takes it away (`sign` −1).
  mutating func countJob(_ sign: Int64, of worker: Person, isFormal: Bool, _ today: Today) {
    ledgers[Group.of(worker)].countJob(
      sign, wage: worker.wage, isFormal: isFormal, status: worker.payrollStatus,
      law: today.rules.law.payroll, daysLeft: today.daysLeft)
    payBrackets.count(sign, wage: worker.wage)
    if !worker.isMigrant { nativeWork += sign * work(of: worker, today) }
  }

  /// What a worker's work is worth by skill and ability, in thousandths of a mean native's.
  func work(of worker: Person, _ today: Today) -> Int64 {
    Int64(1000 * traits.skillFactor(worker.skill) * today.ability(of: worker) + 0.5)
  }

  /// Puts a person at the head of a staff list.
  @inlinable
  public mutating func enlist(_ person: PersonIndex, at employer: EmployerIndex) {
    let newest = employers[employer].firstStaff
    people[person].employer = employer
    people[person].previous = .nowhere
    people[person].next = newest
    if newest != .nowhere { people[newest].previous = person }
    employers[employer].firstStaff = person
    employers[employer].staff += 1
  }

  @inlinable
  mutating func delist(_ person: PersonIndex) {
    let record = people[person]
    if record.previous == .nowhere {
      employers[record.employer].firstStaff = record.next
    } else {
      people[record.previous].next = record.next
    }
    if record.next != .nowhere { people[record.next].previous = record.previous }
    employers[record.employer].staff -= 1
    people[person].employer = .nowhere
    people[person].next = .nowhere
    people[person].previous = .nowhere
  }

  /// Opens a vacancy if the employer has fewer workers and vacancies than posts.
  @inlinable
  public mutating func refill(_ employer: EmployerIndex, _ today: Today) {
    guard Int(employers[employer].suspendedUntil) <= today.number else { return }
    if employers[employer].staff + employers[employer].vacancies < employers[employer].target {
      openVacancy(employer)
    }
  }

  @inlinable
  public mutating func openVacancy(_ employer: EmployerIndex) {
    let number = employers[employer].vacancies
    vacancies.insert(
      hash: Employer.vacancyHash(employer: employer, number: number), payload: employer.rawValue)
    employers[employer].vacancies = number + 1
  }

  @inlinable
  public mutating func closeVacancy(_ employer: EmployerIndex) {
    let number = employers[employer].vacancies - 1
    vacancies.remove(
      hash: Employer.vacancyHash(employer: employer, number: number), payload: employer.rawValue)
    employers[employer].vacancies = number
  }
}

extension GroupLedger {
  /// A job of one of the group begins (`sign` 1) or ends (−1).
  @inlinable @inline(__always)
  public mutating func countJob(
    _ sign: Int64, wage: Int32, isFormal: Bool, status: PayrollStatus, law: PayrollLaw,
    daysLeft: Int64
  ) {
    if isFormal {
      formal.count(
        sign, wage: wage, isFormal: true, status: status, law: law, daysLeft: daysLeft)
    } else {
      informal.count(
        sign, wage: wage, isFormal: false, status: status, law: law, daysLeft: daysLeft)
    }
  }
}
