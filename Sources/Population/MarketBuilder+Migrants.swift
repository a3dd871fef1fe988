import Inputs
import Kernel
import WorldState

extension MarketBuilder {
  /// The market's migrants as they are when the world is built: in the middle of their stays.
  func migrants(_ number: Int) -> [Person] {
    identities.present(inMarket: number).map { entry in
      var person = MigrantMaker.person(
        entry.id, origin: Int(entry.origin) - 1, inputs, today.luck)
      person.trips = 1
      person.activity = .searching
      let rules = today.rules.behaviour.migration
      let words = today.luck.words(entry.id, .entry, occasion: 1)
      if openUniform(words.0) < rules.lawfulEntry { person.marks.insert(.lawfulEntry) }
      if openUniform(words.1) < rules.registration { person.marks.insert(.registered) }
      placeInStay(&person, openUniform(words.2))
      if entry.hasPermit {
        person.marks.formUnion([.lawfulEntry, .papers, .registered])
        person.authorisation = .permit
      } else if person.marks.contains(.exempt)
        || today.rules.law.hasFreeMovement(origin: Int(entry.origin) - 1)
      {
        person.authorisation = .freeAccess
      }
      if person.authorisation == .freeAccess {
        person.stay = .permitted
        person.stayUntil = .never
      }
      return person
    }
  }

  /// Long-stayers are the more in the stock the longer they stay; stays have no memory.
  private func placeInStay(_ person: inout Person, _ uniform: Double) {
    let rules = today.rules.behaviour.migration
    let long = rules.longShare * rules.longStayDays
    let seasonal = (1 - rules.longShare) * rules.seasonalStayDays
    let words = today.luck.words(person.id, .stayLength, occasion: 1)
    if openUniform(words.0) < long / max(long + seasonal, 1e-9) {
      person.marks.insert(.longStay)
    } else {
      let days = standardExponential(uniform: openUniform(words.1)) * rules.seasonalStayDays
      person.plannedReturn = DayNumber(Int(min(1 + days, 1e9)))
    }
    let months =
      rules.savingsMonths
      * standardExponential(
        uniform: today.luck.uniform(person.id, .savingsTarget, occasion: 1))
    person.target = WholeMoney.whole(
      months * today.rules.behaviour.migration.remittedShare * inputs.behaviour.wages.productivity
        / 2
        * today.rules.payIndex)
    if !person.marks.contains(.lawfulEntry) || uniform >= rules.visaRuns {
      person.stay = .overstayed
    } else {
      person.stay = .visaFree
      person.stayUntil = DayNumber(1 + Int(openUniform(words.2) * 364))
    }
  }

  /// Adds a migrant without work.
  func addMigrantSeeker(_ market: inout Market, _ person: Person) {
    var seeker = person
    // A permit is an employer's.
    if seeker.authorisation == .permit { seeker.authorisation = .none }
    let index = market.addRecord(seeker)
    market.countMarks(index, 1)
    market.enterSearch(index)
    market.beginSpell(index, .searching, bound: market.traits.migrantSearchBound, today)
  }

  /// Adds a migrant at work, if the employer would have them on the terms that the status allows.
  func addMigrantWorker(
    _ market: inout Market, _ person: Person, _ employer: EmployerIndex
  ) -> Bool {
    let terms = JobTerms(
      migrant: person, isHeld: false, searchDays: 0, employer: market.employers[employer],
      traits: market.traits, options: market.options, today)
    let isFormal = person.authorisation == .permit || person.authorisation == .freeAccess
    guard (isFormal ? terms.formalSurplus : terms.informalSurplus) >= 0 else { return false }
    var worker = person
    if person.authorisation == .permit {
      worker.bind(to: market.employers[employer].id)
      market.employers[employer].freePlaces[person.skill] += 1
      market.placesInForce += 1
      worker.stay = .permitted
      worker.stayUntil = .never
      worker.authorisedUntil = today.newYear
    }
    let draw = today.luck.uniform(person.id, .post)
    if draw < market.traits.permanentShare { worker.marks.insert(.permanentPost) }
    let index = market.addRecord(worker)
    market.countMarks(index, 1)
    market.startJob(
      index, at: employer,
      wage: WholeMoney.nearest(isFormal ? terms.formalWage : terms.informalWage),
      isFormal: isFormal,
      today)
    return true
  }

  /// What a journey to a region costs, at reference pay: the mean over all who may come.
  private func usualJourney(to region: Int) -> Double {
    let country = inputs.country
    var (sum, heads) = (0.0, 0.0)
    for (number, origin) in country.origins.enumerated() {
      sum += origin.potentialShare * country.journeyCosts[number][region]
      heads += origin.potentialShare
    }
    return heads > 0 ? sum / heads : 0
  }

  func setMigrantTraits(_ traits: inout MarketTraits, _ region: Region, _ sector: Sector) {
    let wages = inputs.behaviour.wages
    let abuse = inputs.behaviour.abuse
    let life = inputs.behaviour.workingLife
    let migration = inputs.behaviour.migration
    let place = exactPow(region.incomeIndex, wages.regionalElasticity) * sector.productivityIndex
    traits.migrantProductivity =
      wages.productivity * wages.migrantFactor * exactPow(place, wages.migrantElasticity)
    traits.migrantReservation = traits.migrantProductivity * wages.migrantReservation
    traits.journey = usualJourney(to: traits.region) / migration.plannedMonths
    traits.permanentShare = sector.permanentShare
    traits.injuryRate = sector.injuryRate
    traits.visibility = sector.visibility
    let number = Int(traits.number)
    traits.migrantPosts = migrantCounts.realPosts[number]
    traits.migrantPart = migrantCounts.posts[number] / Double(max(1, counts.posts[number]))
    traits.migrantSkills = migrantCounts.skills[number]
    // Known causes' rates summed up; passports are taken or given back, never both.
    let haste = inputs.behaviour.beliefs.fear > 0 ? BeliefBehaviour.mostHaste : 1
    let long = haste * Rates.daysPerYear / migration.longStayDays
    let suffering =
      abuse.delayedRate + abuse.unpaidRate + abuse.forcedRate
      + max(abuse.passportRate, abuse.passportReturnRate)
    traits.irregularJobBound =
      life.irregularSeparation * sector.separationIndex + long + sector.injuryRate
      + life.judgement + suffering
    traits.lawfulJobBound =
      life.boundSeparation * sector.separationIndex + long + sector.injuryRate
      + suffering * abuse.lawfulFactor
    traits.migrantSearchBound = long + migration.joblessReturn + migration.moveOn
  }
}
