import Kernel

/// What the law takes from and asks of formal pay on a day, in tenge of that day.
@frozen public struct PayrollLaw: BitwiseCopyable, Sendable, Equatable {
  /// Of the worker, on the contract wage.
  public var incomeTax: MarginalTax
  /// Of the employer, on the declared part of the wage.
  public var socialTax: MarginalTax
  /// Social tax and a native's social insurance together: what the employer pays on top of a wage.
  public var employerCost: MarginalTax
  /// The same on a lawful migrant's wage, with his part of the social insurance.
  public var migrantCost: MarginalTax
  /// Part of natives' contributions that is due on migrants' pay.
  public var contributionParity: Double
  /// Social insurance of natives, to the wage.
  public var employerContribution: Double
  /// Pension contribution of natives, out of the wage; it stays the worker's own.
  public var workerContribution: Double
  /// Least gross pay of a formal contract, KZT a month.
  public var minimumWage: Double
  /// Monthly calculation index, KZT.
  public var mci: Double

  /// No tax at all.
  public init() {
    incomeTax = MarginalTax()
    socialTax = MarginalTax()
    employerCost = MarginalTax()
    migrantCost = MarginalTax()
    contributionParity = 0
    employerContribution = 0
    workerContribution = 0
    minimumWage = 0
    mci = 0
  }

  /// What is left of a gross formal wage; pension contributions count as the worker's own.
  @inlinable public func net(_ gross: Double) -> Double { gross - incomeTax.amount(on: gross) }
}

extension Inputs {
  /// The law on pay that is in force on a day.
  public func payrollLaw(on day: Day) -> PayrollLaw {
    let amounts = country.amounts.last { $0.from <= max(day, run.from) } ?? country.amounts[0]
    var law = PayrollLaw()
    law.mci = amounts.mci
    law.minimumWage = amounts.minimumWage
    if case .minimumWage(let measure)? = inForce(MinimumWage.kindName, on: day) {
      law.minimumWage = measure.amount
    }
    if case .incomeTax(let tax)? = inForce(IncomeTax.kindName, on: day) {
      let allowance =
        switch tax.allowance {
        case .none: 0.0
        case .minimumWage: law.minimumWage
        case .mci: law.mci
        }
      law.incomeTax = marginalTax(tax.rate, tax.scale, mci: law.mci, allowance: allowance)
    }
    if case .socialTax(let tax)? = inForce(SocialTax.kindName, on: day) {
      let full = marginalTax(tax.rate, tax.scale, mci: law.mci, allowance: 0)
      law.socialTax = full.declared(behaviour.taxes.declaredWageShare, plus: 0)
    }
    if case .contributions(let contributions)? = inForce(Contributions.kindName, on: day) {
      law.employerContribution = contributions.employer
      law.workerContribution = contributions.worker
    }
    if case .contributionParity(let parity)? = inForce(ContributionParity.kindName, on: day) {
      law.contributionParity = parity.part
    }
    law.migrantCost = law.socialTax.declared(
      1, plus: law.employerContribution * law.contributionParity)
    law.employerCost = law.socialTax.declared(1, plus: law.employerContribution)
    return law
  }

  /// The lever of a kind that holds on a day: of several, the one that began last.
  public func inForce(_ kind: String, on day: Day) -> Lever? {
    measures.filter { $0.lever.kindName == kind && holds($0, on: day) }
      .max { $0.from < $1.from }?.lever
  }

  /// Days on which some measure begins, or is first no longer in force.
  public var measureDays: [Day] {
    measures.flatMap { measure in
      var days = [measure.from] + (measure.until.map { [$0 + 1] } ?? [])
      // The announcement's own day, and the day after, when it is no news any more.
      if case .operation(let operation) = measure.lever, let announced = operation.announced {
        days += [announced, announced + 1]
      }
      return days
    }.sorted()
  }

  private func marginalTax(
    _ rate: Double?, _ scale: String?, mci: Double, allowance: Double
  ) -> MarginalTax {
    if let rate { return MarginalTax(flat: rate, above: allowance) }
    var tax = MarginalTax()
    guard let scale = country.taxScales.first(where: { $0.name == scale }) else { return tax }
    for bracket in scale.brackets {
      tax.append(above: bracket.above * mci + allowance, rate: bracket.rate)
    }
    return tax
  }
}
