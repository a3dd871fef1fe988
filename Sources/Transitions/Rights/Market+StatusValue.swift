import Inputs
import Kernel
import WorldState

/// What a migrant's job would be under another status, and what that status is worth. Questions alone: nothing changes.
///
/// - Draws: a worker's `.security`, fixed for life.
extension Market {
  /// Terms at an employer if the worker had an authorisation.
  package func lawfulTerms(
    of person: PersonIndex, _ authorisation: Authorisation, at employer: EmployerIndex,
    _ today: Today
  ) -> JobTerms {
    var worker = people[person]
    worker.authorisation = authorisation
    return JobTerms(
      migrant: worker, isHeld: false, searchDays: 0, employer: employers[employer],
      traits: traits, options: options, today)
  }

  /// Terms of a migrant's present job, if they were made today.
  package func presentTerms(of person: PersonIndex, _ today: Today) -> JobTerms {
    let record = people[person]
    var terms = JobTerms(
      migrant: record, isHeld: record.marks.contains(.passportHeld), searchDays: 0,
      employer: employers[record.employer], traits: traits, options: options,
      fear: fear(of: record, today), today)
    // One who needs a place must want it; others' lawful jobs are theirs by right.
    let needsPlace = record.authorisation == .none || record.authorisation == .permit
    if !maySignLawfully(record, at: record.employer, today)
      || needsPlace && !wantsStatus(record, terms, isPortable: false, today)
    {
      terms.formalSurplus = -1
    }
    return terms
  }

  /// Whether a worker would rather have lawful work at these terms than what the present job pays: net pay counts, and
  /// what security, freedom and an end of fear are worth.
  package func wantsStatus(
    _ worker: Person, _ terms: JobTerms, isPortable: Bool, _ today: Today
  ) -> Bool {
    gainOfStatus(worker, terms, isPortable: isPortable, today) >= 0
  }

  /// What lawful work at these terms is worth to a worker beyond what the present job pays, a month of the day.
  package func gainOfStatus(
    _ worker: Person, _ terms: JobTerms, isPortable: Bool, _ today: Today
  ) -> Double {
    let freedom = isPortable ? today.rules.behaviour.filing.portableValue * today.rules.payIndex : 0
    return today.rules.law.payroll.net(terms.formalWage) + securityValue(of: worker, today)
      + fear(of: worker, today) + freedom
      - Double(worker.wage)
  }

  /// Whether work on a patent is worth its price to the worker.
  ///
  /// - Parameter irregular: what the worker earns, or would earn, without.
  package func patentPays(
    _ worker: Person, wage: Double, instead irregular: Double, _ today: Today
  ) -> Bool {
    let freedom = today.rules.behaviour.filing.portableValue * today.rules.payIndex
    return wage - today.rules.numbers.patentPrice + securityValue(of: worker, today)
      + fear(of: worker, today) + freedom
      >= irregular
  }

  /// What lawful status is worth to a migrant, a month of the day.
  @inlinable
  package func securityValue(of worker: Person, _ today: Today) -> Double {
    let rules = today.rules.behaviour.filing
    let taste = standardNormal(
      uniform: today.luck.uniform(worker.id, .security))
    return max(0, rules.securityValue + rules.securitySpread * taste) * today.rules.payIndex
  }
}
