import WorldState

extension National {
  /// Public money.
  static let moneyDefinitions: [Definition] = [
    Definition(
      "income_tax", .moneyPerMonth, "Income tax due for the month on all formal pay."
    ) { $0.everybody(\.dues.incomeTax) },
    Definition(
      "social_tax", .moneyPerMonth, "Employers' social tax due for the month."
    ) { $0.everybody(\.dues.socialTax) },
    Definition(
      "contributions", .moneyPerMonth,
      "Social insurance of employers and pension contributions of workers due for the month."
    ) { $0.everybody { $0.dues.employerContributions + $0.dues.workerContributions } },
    Definition(
      "patent_tax", .moneyPerMonth,
      "Income tax that migrants paid in advance as the price of patents."
    ) { $0.transfer(.patentTax) },
    Definition("permit_fees", .moneyPerMonth, "Fees for permits.") { $0.transfer(.permitFees) },
    Definition("fines", .moneyPerMonth, "Fines of employers and of migrants.") {
      $0.transfer(.fines)
    },
    Definition(
      "enforcement_cost", .moneyPerMonth, "What inspections and expulsions cost the state."
    ) { $0.transfer(.inspectionCost) + $0.transfer(.expulsionCost) },
    Definition(
      "revenue_from_migrants", .moneyPerMonth,
      "Income and social tax due for the month on migrants' lawful pay, the price of patents, permit fees and fines."
    ) { $0.revenueFromMigrants },
    Definition(
      "net_fiscal", .moneyPerMonth, "Revenue from migrants less the cost of enforcement."
    ) {
      $0.revenueFromMigrants - $0.transfer(.inspectionCost) - $0.transfer(.expulsionCost)
    },
    Definition(
      "bribes", .moneyPerMonth,
      "Taken by officers: a transfer between private hands, never revenue."
    ) { $0.transfer(.bribes) },
    Definition("extortion", .moneyPerMonth, "Taken by officials of permit offices and desks.") {
      $0.transfer(.extortion)
    },
    Definition(
      "permit_costs", .moneyPerMonth,
      "What employers spend on the procedure, fees and rents left out."
    ) { $0.transfer(.permitCosts) },
    Definition("wage_bill", .moneyPerMonth, "Pay due for the month, formal and informal.") {
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
