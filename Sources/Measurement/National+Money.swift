import WorldState

extension National {
  /// Public money.
  static let moneyDefinitions: [Definition] = [
    Definition(
      .incomeTax, .moneyPerMonth, "Income tax due for the month on all formal pay.",
      told: .init(.taxes, headline: (10, Label("income tax", .millionsAMonth)))
    ) { $0.everybody(\.dues.incomeTax) },
    Definition(
      .socialTax, .moneyPerMonth, "Employers' social tax due for the month.", told: .init(.taxes)
    ) { $0.everybody(\.dues.socialTax) },
    Definition(
      .contributions, .moneyPerMonth,
      "Social insurance of employers and pension contributions of workers due for the month.",
      told: .init(.taxes)
    ) { $0.everybody { $0.dues.employerContributions + $0.dues.workerContributions } },
    Definition(
      .patentTax, .moneyPerMonth,
      "Income tax that migrants paid in advance as the price of patents.", told: .init(.migrantsPay)
    ) { $0.transfer(.patentTax) },
    Definition(
      .permitFees, .moneyPerMonth, "Fees that employers paid for permits.",
      told: .init(.migrantsPay)
    ) {
      $0.transfer(.permitFees)
    },
    Definition(
      .fines, .moneyPerMonth, "Fines imposed on employers and migrants.", told: .init(.migrantsPay)
    ) {
      $0.transfer(.fines)
    },
    Definition(
      .enforcementCost, .moneyPerMonth, "Cost of inspections and expulsions to the state.",
      told: .init(.enforcement)
    ) { $0.transfer(.inspectionCost) + $0.transfer(.expulsionCost) },
    Definition(
      .revenueFromMigrants, .moneyPerMonth,
      "Income and social tax due for the month on migrants' lawful pay, the price of patents, permit fees and fines.",
      told: .init(.migrantsPay, headline: (4, Label("revenue from migrants", .millions)))
    ) { $0.revenueFromMigrants },
    Definition(
      .netFiscal, .moneyPerMonth, "Revenue from migrants less the cost of enforcement.",
      told: .init(.netFiscal)
    ) {
      $0.revenueFromMigrants - $0.transfer(.inspectionCost) - $0.transfer(.expulsionCost)
    },
    Definition(
      .bribes, .moneyPerMonth,
      "Bribes taken by officers: a transfer between private hands, never revenue.",
      told: .init(.bribes)
    ) { $0.transfer(.bribes) },
    Definition(
      .extortion, .moneyPerMonth,
      "Amounts that officials of permit offices and desks took for themselves."
    ) {
      $0.transfer(.extortion)
    },
    Definition(
      .permitCosts, .moneyPerMonth,
      "What employers spent on the permit procedure, without fees and what officials took."
    ) { $0.transfer(.permitCosts) },
    Definition(.wageBill, .moneyPerMonth, "Pay due for the month, formal and informal.") {
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
