import Kernel

/// What the law says about migrants on a day, from the measures in force.
extension Inputs {
  package func mobility(on day: Day) -> Mobility {
    if case .mobility(let law)? = inForce(Mobility.kindName, on: day) { return law }
    return Mobility()
  }

  package func wageRecovery(on day: Day) -> WageRecovery {
    if case .wageRecovery(let law)? = inForce(WageRecovery.kindName, on: day) { return law }
    return WageRecovery()
  }

  package func permits(on day: Day) -> PermitProcedure? {
    if case .permits(let law)? = inForce(PermitProcedure.kindName, on: day) { return law }
    return nil
  }

  /// Whether employers of a sector need no labour-market test for workers of a skill.
  package func isOnShortageList(_ sector: String, _ skill: Skill, on day: Day) -> Bool {
    measures.contains { measure in
      guard case .shortageList(let law) = measure.lever, holds(measure, on: day) else {
        return false
      }
      return (law.sectors.isEmpty || law.sectors.contains(sector))
        && (law.skills.isEmpty || law.skills.contains(skill.name))
    }
  }

  package func patents(on day: Day) -> Patents? {
    if case .patents(let law)? = inForce(Patents.kindName, on: day) { return law }
    return nil
  }

  package func policing(on day: Day) -> Policing {
    if case .policing(let law)? = inForce(Policing.kindName, on: day) { return law }
    return Policing()
  }

  package func sanctions(on day: Day) -> Sanctions {
    if case .sanctions(let law)? = inForce(Sanctions.kindName, on: day) { return law }
    return Sanctions()
  }

  package func operation(on day: Day) -> Operation? {
    if case .operation(let law)? = inForce(Operation.kindName, on: day) { return law }
    return nil
  }

  /// The amnesty open on a day, and its window, which may have no end.
  package func amnesty(on day: Day) -> (law: Amnesty, from: Day, until: Day?)? {
    for measure in measures {
      guard case .amnesty(let law) = measure.lever, holds(measure, on: day) else { continue }
      return (law, measure.from, measure.until)
    }
    return nil
  }

  /// The quotas under the law of a day, each with the skills that share it; a skill without one is not limited.
  package func quotas(on day: Day) -> [SkillQuota] {
    let before = Day(year: max(day, run.from).civil.year - 1, month: 7, day: 1)
    var quotas: [(name: String, quota: SkillQuota)] = []
    for skill in Skill.allCases {
      guard let (name, law) = quota(on: day, for: skill),
        let permits = law.persons
          ?? law.share.map({ $0 * country.economy(on: before).labourForce })
      else { continue }
      if let place = quotas.firstIndex(where: { $0.name == name }) {
        quotas[place].quota.skills.append(skill)
      } else {
        quotas.append((name, SkillQuota(skills: [skill], permits: permits)))
      }
    }
    return quotas.map(\.quota)
  }

  /// The quota under which a skill comes, and its name: of those that limit it, the one that began last.
  private func quota(on day: Day, for skill: Skill) -> (name: String, law: Quota)? {
    var latest: (from: Day, name: String, law: Quota)?
    for measure in measures where holds(measure, on: day) {
      guard case .quota(let law) = measure.lever, law.limits(skill) else { continue }
      if latest.map({ $0.from < measure.from }) ?? true {
        latest = (measure.from, measure.name, law)
      }
    }
    return latest.map { ($0.name, $0.law) }
  }

  /// Days that a citizen of an origin may stay from one entry without a visa; 0 where he needs one.
  package func visaFreeDays(_ origin: String, on day: Day) -> Int {
    measures.reduce(0) { longest, measure in
      guard case .visaFree(let law) = measure.lever, holds(measure, on: day),
        law.origins.isEmpty || law.origins.contains(origin)
      else { return longest }
      return max(longest, law.stay)
    }
  }

  /// Whether citizens of an origin may work as natives may.
  package func hasFreeMovement(_ origin: String, on day: Day) -> Bool {
    measures.contains { measure in
      guard case .freeMovement(let law) = measure.lever, holds(measure, on: day) else {
        return false
      }
      return law.origins.isEmpty || law.origins.contains(origin)
    }
  }

  /// What people of each origin earn at home on a day, KZT a month.
  package func homeIncomes(on day: Day) -> [Double] {
    // By the month, so that a measure in its midst moves nothing but what it says.
    let years = Double(max(day, run.from).firstOfMonth - run.from) / 365.25
    return country.origins.map { origin in
      origin.homeIncome * exactPow(1 + origin.homeGrowth, years) * homeShock(origin.name, on: day)
    }
  }

  /// Home incomes of an origin to those without shocks.
  private func homeShock(_ origin: String, on day: Day) -> Double {
    measures.reduce(1) { product, measure in
      guard case .originShock(let shock) = measure.lever, holds(measure, on: day),
        shock.origins.isEmpty || shock.origins.contains(origin)
      else { return product }
      return product * shock.size
    }
  }
}
