import WorldState

extension National {
  /// Public money.
  static let moneyDefinitions = bookedDefinitions + fineDefinitions + profitDefinitions

  private static let bookedDefinitions: [Definition] = [
    Definition(
      .incomeTax, .moneyPerMonth, "Income tax due for the month on all formal pay.",
      told: .init(.taxes, headline: (13, Label("income tax", .millionsAMonth)))
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
      "Income tax that migrants paid in advance as the price of patents.",
      told: .init(.migrantsPay, headline: (6, Label("patents", .millionsAMonth)), whereAny: true)
    ) { $0.transfer(.patentTax) },
    Definition(
      .permitFees, .moneyPerMonth, "Fees that employers paid for permits.",
      told: .init(
        .migrantsPay, headline: (7, Label("permit fees", .millionsAMonth)), whereAny: true)
    ) { $0.transfer(.permitFees) },
    Definition(
      .fines, .moneyPerMonth,
      "Fines imposed on employers and migrants: the same as fines_imposed."
    ) { $0.transfer(.fines) },
    Definition(
      .enforcementCost, .moneyPerMonth,
      "Cost of inspections and expulsions to the state; what others pay of expulsions is not counted.",
      told: .init(.enforcement)
    ) { $0.transfer(.inspectionCost) + $0.transfer(.expulsionCost) },
    Definition(
      .revenueFromMigrants, .moneyPerMonth,
      "Taxes and contributions due for the month on migrants' lawful pay; patents, fees and fines stand apart.",
      told: .init(
        .migrantsPay, headline: (4, Label("revenue from migrants", .millionsAMonth)),
        subject: "Revenue from migrants' pay")
    ) { $0.revenueFromMigrants },
    Definition(
      .netFiscal, .moneyPerMonth,
      "Revenue from migrants, the price of patents, permit fees, fines collected and profit tax on migrants' work, less the cost of enforcement.",
      told: .init(.netFiscal)
    ) {
      $0.revenueFromMigrants + $0.transfer(.patentTax) + $0.transfer(.permitFees)
        + $0.transfer(.finesCollected)
        + $0.migrants { $0.dues.profitTax + $0.informalDues.profitTax }
        - $0.transfer(.inspectionCost) - $0.transfer(.expulsionCost)
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

  private static let fineDefinitions: [Definition] = [
    Definition(
      .finesImposed, .moneyPerMonth, "Fines imposed on employers and migrants.",
      told: .init(.migrantsPay)
    ) { $0.transfer(.fines) },
    Definition(
      .finesCollected, .moneyPerMonth,
      "Fines that were paid: out of migrants' savings and employers' surplus, unless the law books all as paid.",
      told: .init(
        .migrantsPay, headline: (5, Label("fines collected", .millionsAMonth)),
        subject: "Fines collected")
    ) { $0.transfer(.finesCollected) },
    Definition(
      .finesWaived, .moneyPerMonth,
      "Fines that nobody asks for any more, since who owed them could not pay, went home or closed."
    ) { $0.transfer(.finesWaived) },
    Definition(
      .lawfulLosses, .moneyPerMonth,
      "What lawful migrants paid officers who stopped them without reason; counted in bribes too."
    ) { $0.transfer(.lawfulLosses) },
    Definition(
      .expulsionPaid, .moneyPerMonth,
      "Cost of expulsions that those expelled and their employers bore, not the state."
    ) { $0.transfer(.expulsionPaid) },
  ]

  private static let profitDefinitions: [Definition] = [
    Definition(
      .employersSurplus, .moneyPerMonth,
      "What employers keep of the month's work: its worth less pay, what is due on top of it, and migrants' housing."
    ) { $0.everybody { $0.dues.surplus + $0.informalDues.surplus } },
    Definition(
      .profitTax, .moneyPerMonth, "Profit tax of firms and farms on the surplus that they declare.",
      told: .init(.taxes)
    ) { $0.everybody { $0.dues.profitTax + $0.informalDues.profitTax } },
    Definition(
      .profitTaxMigrants, .moneyPerMonth,
      "The part of profit tax that is due on the surplus of migrants' work, lawful or not."
    ) { $0.migrants { $0.dues.profitTax + $0.informalDues.profitTax } },
  ]
}

extension National.Whole {
  var revenueFromMigrants: Double {
    migrants {
      $0.dues.incomeTax + $0.dues.socialTax + $0.dues.employerContributions
        + $0.dues.workerContributions
    }
  }
}
