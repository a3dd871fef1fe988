import Inputs
import Kernel

/// What a job would pay and yield, formally and informally, if the two sides agree.
///
/// Of a migrant, formal is a job that they are authorised for, informal one without.
/// The worker's value to the employer is split by ``bargainedWage(share:value:reservation:)`` (MODEL 6.5), the
/// surplus is what the employer keeps (MODEL 6.4); all a month, in money of the day. A surplus below zero
/// means that this way to hire is closed.
@usableFromInline package struct JobTerms: BitwiseCopyable, Sendable {
  /// Gross pay of a formal contract.
  @usableFromInline package var formalWage: Double
  @usableFromInline package var formalSurplus: Double
  @usableFromInline package var informalWage: Double
  @usableFromInline package var informalSurplus: Double
  /// Whether formal work would be on a patent, whose price stands for income tax.
  @usableFromInline package var isOnPatent = false

  /// A native's.
  ///
  /// - Parameters:
  ///   - searchDays: how long the seeker has been without work; 0 for one who has a job.
  ///   - options: what seekers in the market ask for.
  @inlinable
  package init(
    native: Person, searchDays: Int, employer: Employer, traits: borrowing MarketTraits,
    options: OutsideOptions, _ today: borrowing Today
  ) {
    let skill = native.skill
    let ability = traits.skillFactor(skill) * today.rules.payIndex * today.ability(of: native)
    let value = traits.nativeProductivity * ability * Double(employer.productivity)
    let reservation =
      options.native(skill, ability: ability) * Self.patience(afterDays: searchDays, today)
    let share = today.rules.freeBargainingShare

    let formalValue = today.rules.law.payroll.employerCost.pay(costing: value)
    let grossReservation = today.rules.law.payroll.incomeTax.pay(leaving: reservation)
    formalWage = max(
      bargainedWage(share: share, value: formalValue, reservation: grossReservation),
      today.rules.law.payroll.minimumWage)
    formalSurplus =
      formalValue < grossReservation
      ? -1 : value - formalWage - today.rules.law.payroll.employerCost.amount(on: formalWage)

    let auditCost = today.rules.auditPart * traits.auditIndex * value
    let informalValue = value - auditCost
    informalWage = bargainedWage(share: share, value: informalValue, reservation: reservation)
    informalSurplus =
      informalValue < reservation
        || Int(employer.nominalSize) > today.rules.behaviour.hiring.formalOnlySize
      ? -1 : informalValue - informalWage - Double(employer.honesty) * today.rules.payIndex
  }

  /// A migrant's: what a job is worth to both sides with authorisation and without (MODEL 6.4, 6.5).
  ///
  /// - Parameters:
  ///   - isHeld: whether the employer holds the passport, so that they can take no other job.
  ///   - searchDays: how long they have been without work; 0 for one who has a job.
  ///   - options: what seekers in the market ask for.
  ///   - fear: what they expect a month of irregular work to cost them, money of the day: irregular pay must make up for it.
  @inlinable
  package init(
    migrant: Person, isHeld: Bool, searchDays: Int, employer: Employer,
    traits: borrowing MarketTraits, options: OutsideOptions, fear: Double = 0,
    _ today: borrowing Today
  ) {
    let isFree = migrant.authorisation == .freeAccess
    isOnPatent = migrant.authorisation == .patent
    // Nobody sponsors the holder of a patent, so nobody has to house them.
    let housing = isOnPatent ? 0 : today.rules.housingCost * today.rules.payIndex
    let low = traits.skillFactor(.low)
    let ability =
      traits.skillFactor(migrant.skill) / low * today.rules.payIndex * today.ability(of: migrant)
    let value = traits.migrantProductivity * ability * Double(employer.productivity)
    let home = today.homeIncomes[Int(migrant.origin) - 1]
    // One who cannot leave has nothing to go to: neither another job nor home.
    let atFirst =
      isHeld
      ? traits.migrantReservation * ability
      : options.migrant(ability: ability, home: home, payIndex: today.rules.payIndex)
    let reservation = Self.migrantReservation(
      atFirst: atFirst, home: home, afterDays: searchDays, today)

    let lawfulShare =
      migrant.authorisation.isBound || migrant.authorisation == .none
      ? today.rules.boundBargainingShare : today.rules.freeMigrantBargainingShare
    let lawfulValue = today.rules.law.payroll.migrantCost.pay(costing: value - housing)
    let grossReservation =
      isOnPatent
      ? reservation + today.rules.numbers.patentPrice
      : today.rules.law.payroll.incomeTax.pay(leaving: reservation)
    formalWage = max(
      bargainedWage(share: lawfulShare, value: lawfulValue, reservation: grossReservation),
      today.rules.law.payroll.minimumWage)
    formalSurplus =
      lawfulValue < grossReservation
      ? -1
      : value - formalWage - today.rules.law.payroll.migrantCost.amount(on: formalWage) - housing

    // One with free access risks what a native does; others what the law on migrants threatens.
    let risk =
      isFree
      ? today.rules.auditPart * traits.auditIndex * value
      : today.expectedSanction(atRisk: employer.risk, in: traits.number)
    let irregularValue = value - risk
    let share =
      isHeld
      ? 0 : isFree ? today.rules.freeMigrantBargainingShare : today.rules.irregularBargainingShare
    let asked = reservation + (isHeld || isFree ? 0 : fear)
    informalWage = bargainedWage(share: share, value: irregularValue, reservation: asked)
    let aversion = isFree ? employer.honesty : employer.irregularHonesty
    informalSurplus =
      irregularValue < asked
      ? -1 : irregularValue - informalWage - Double(aversion) * today.rules.payIndex
  }

  /// What is left of the reservation wage of one who searches: it falls from 1 to the floor.
  @inlinable @inline(__always)
  package static func patience(afterDays days: Int, _ today: borrowing Today) -> Double {
    guard days > 0 else { return 1 }
    let memory = exactExp(-Double(days) / today.rules.behaviour.wages.reservationMemoryDays)
    return today.rules.behaviour.wages.reservationFloor
      + (1 - today.rules.behaviour.wages.reservationFloor) * memory
  }

  /// What a migrant asks for: it falls towards what they have at home.
  @inlinable @inline(__always)
  static func migrantReservation(
    atFirst first: Double, home: Double, afterDays days: Int, _ today: borrowing Today
  ) -> Double {
    guard days > 0, home < first else { return first }
    return home + (first - home)
      * exactExp(-Double(days) / today.rules.behaviour.wages.reservationMemoryDays)
  }

  /// The better of the two surpluses; below zero when there is no way to hire.
  @inlinable package var bestSurplus: Double { max(formalSurplus, informalSurplus) }

  /// Chance that the employer hires formally, a logit of scale `choiceScale` among the open ways.
  @inlinable package func formalChance(_ today: borrowing Today) -> Double {
    if informalSurplus < 0 { return 1 }
    if formalSurplus < 0 { return 0 }
    return exactLogistic(
      (formalSurplus - informalSurplus)
        / (today.rules.behaviour.hiring.choiceScale * today.rules.payIndex))
  }

  /// Closes both ways.
  @inlinable package mutating func close() {
    formalSurplus = -1
    informalSurplus = -1
  }

  /// Keeps only the ways that leave more than `net` to one who already earns it, and informally also what
  /// the security of their present job is worth to them.
  @inlinable package mutating func require(
    moreThan net: Double, security: Double, _ today: borrowing Today
  ) {
    if today.rules.net(formalWage, isOnPatent: isOnPatent) <= net { formalSurplus = -1 }
    if informalWage <= net + security { informalSurplus = -1 }
  }
}
