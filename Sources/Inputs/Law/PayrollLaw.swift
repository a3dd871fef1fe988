import Kernel

/// What the law takes from and asks of formal pay on a day, in money of that day.
@frozen public struct PayrollLaw: BitwiseCopyable, Sendable, Equatable {
  /// Of the worker, on the contract wage.
  public var incomeTax: MarginalTax
  /// Of the employer, on the declared part of the wage.
  public var socialTax: MarginalTax
  /// Social tax and a native's social insurance together: what the employer pays on top of a wage.
  public var employerCost: MarginalTax
  /// The same on a lawful migrant's wage, with the part of the social insurance that is due on it.
  public var migrantCost: MarginalTax
  /// Part of natives' contributions that is due on migrants' pay.
  public var contributionParity: Double
  /// Social insurance of natives, to the wage.
  public var employerContribution: Double
  /// Pension contribution of natives, out of the wage; it stays the worker's own.
  public var workerContribution: Double
  /// Least gross pay of a formal contract, a month.
  public var minimumWage: Double
  /// What the unit of legal sums is worth, in money.
  public var indexUnit: Double

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
    indexUnit = 0
  }

  /// What is left of a gross formal wage; pension contributions count as the worker's own.
  @inlinable public func net(_ gross: Double) -> Double { gross - incomeTax.amount(on: gross) }
}

extension PayrollLaw {
  /// The law on pay under the measures that hold on a day.
  init(_ inputs: Inputs, _ held: [Measure], on day: Day) {
    let country = inputs.country
    let amounts =
      country.amounts.last { $0.from <= max(day, inputs.run.from) } ?? country.amounts[0]
    self.init()
    indexUnit = amounts.indexUnit
    minimumWage = amounts.minimumWage
    if let measure: MinimumWage = held.latest() { minimumWage = measure.amount }
    if let tax: IncomeTax = held.latest() {
      let allowance =
        switch tax.allowance {
        case .none: 0.0
        case .minimumWage: minimumWage
        case .indexUnit: indexUnit
        }
      incomeTax = country.marginalTax(
        tax.rate, tax.scale, indexUnit: indexUnit, allowance: allowance)
    }
    if let tax: SocialTax = held.latest() {
      let full = country.marginalTax(tax.rate, tax.scale, indexUnit: indexUnit, allowance: 0)
      socialTax = full.declared(inputs.behaviour.taxes.declaredWageShare, plus: 0)
    }
    if let contributions: Contributions = held.latest() {
      employerContribution = contributions.employer
      workerContribution = contributions.worker
    }
    if let parity: ContributionParity = held.latest() { contributionParity = parity.part }
    migrantCost = socialTax.declared(1, plus: employerContribution * contributionParity)
    employerCost = socialTax.declared(1, plus: employerContribution)
  }
}

extension Country {
  /// A flat tax or a scale of the table, above an allowance.
  fileprivate func marginalTax(
    _ rate: Double?, _ scale: String?, indexUnit: Double, allowance: Double
  ) -> MarginalTax {
    if let rate { return MarginalTax(flat: rate, above: allowance) }
    var tax = MarginalTax()
    guard let scale = taxScales.first(where: { $0.name == scale }) else { return tax }
    for bracket in scale.brackets {
      tax.append(above: bracket.above * indexUnit + allowance, rate: bracket.rate)
    }
    return tax
  }
}
