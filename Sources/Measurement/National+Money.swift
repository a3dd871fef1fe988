import WorldState

extension National {
  /// Public money.
  static let moneyDefinitions: [Definition] = [
    Definition(
      "income_tax", "KZT/month", "Income tax due for the month on all formal pay."
    ) { $0.everybody(\.dues.incomeTax) },
    Definition(
      "social_tax", "KZT/month", "Employers' social tax due for the month."
    ) { $0.everybody(\.dues.socialTax) },
    Definition(
      "contributions", "KZT/month",
      "Social insurance of employers and pension contributions of workers due for the month."
    ) { $0.everybody { $0.dues.employerContributions + $0.dues.workerContributions } },
    Definition(
      "patent_tax", "KZT/month", "Income tax that migrants paid in advance as the price of patents."
    ) { $0.transfer(.patentTax) },
    Definition("permit_fees", "KZT/month", "Fees that employers paid for permits.") {
      $0.transfer(.permitFees)
    },
    Definition("fines", "KZT/month", "Fines imposed on employers and migrants.") {
      $0.transfer(.fines)
    },
    Definition(
      "enforcement_cost", "KZT/month", "Cost of inspections and expulsions to the state."
    ) { $0.transfer(.inspectionCost) + $0.transfer(.expulsionCost) },
    Definition(
      "revenue_from_migrants", "KZT/month",
      "Income and social tax due for the month on migrants' lawful pay, the price of patents, permit fees and fines."
    ) { $0.revenueFromMigrants },
    Definition(
      "net_fiscal", "KZT/month", "Revenue from migrants less the cost of enforcement."
    ) {
      $0.revenueFromMigrants - $0.transfer(.inspectionCost) - $0.transfer(.expulsionCost)
    },
    Definition(
      "bribes", "KZT/month",
      "Bribes taken by officers: a transfer between private hands, never revenue."
    ) { $0.transfer(.bribes) },
    Definition(
      "extortion", "KZT/month",
      "Amounts that officials of permit offices and desks took for themselves."
    ) {
      $0.transfer(.extortion)
    },
    Definition(
      "permit_costs", "KZT/month",
      "What employers spent on the permit procedure, without fees and what officials took."
    ) { $0.transfer(.permitCosts) },
    Definition("wage_bill", "KZT/month", "Pay due for the month, formal and informal.") {
      $0.everybody { $0.dues.wages + $0.informalDues.wages }
    },
  ]
}

extension National.Whole {
  var revenueFromMigrants: Double {
    migrants { $0.dues.incomeTax + $0.dues.socialTax } + transfer(.patentTax)
      + transfer(.permitFees) + transfer(.fines)
  }
}
