import Inputs
import Kernel

/// Whether money, multiplied as the run will, stays within what records hold.
///
/// Pay, savings and single payments are whole units of money of 32 bits in the simulated world; sums have 64. Keys bound each factor;
/// products that go into records are bounded here, once for all, so that nothing in the world has to be afraid of them.
struct MoneyChecks {
  var inputs: Inputs
  var settings: [Setting]
  /// For what nobody wrote.
  var start: Place

  func check(into findings: inout Findings) {
    for setting in settings {
      guard case .number(let number) = setting.value,
        setting.kind.quantity?.dimension == .legalSum
      else { continue }
      refuse(setting.key, number * highestUnit, at: setting.provenance?.place, into: &findings)
    }
    let productivity = settings.first { $0.path == "behaviour.wages.productivity" }
    refuse(
      "productivity", highestPay, isPay: true, at: productivity?.provenance?.place,
      into: &findings)
  }

  private func refuse(
    _ key: String, _ amount: Double, isPay: Bool = false, at place: Place?,
    into findings: inout Findings
  ) {
    guard amount > WholeMoney.most else { return }
    let text = amount.rounded().plainText
    let most = WholeMoney.most.plainText
    let currency = inputs.country.profile.currency
    findings.error(
      place ?? start,
      isPay
        ? LawFault.payBeyondRecords(key, amount: text, most: most, currency: currency)
        : LawFault.moneyBeyondRecords(
          key, amount: text, most: most, currency: currency))
  }

  /// The most that the unit of legal sums is worth in the run.
  private var highestUnit: Double {
    inputs.country.amounts.filter { $0.from <= inputs.run.until }.map(\.indexUnit).max() ?? 0
  }

  private var highestIndex: Double {
    let drivers = inputs.country.drivers.filter { $0.date <= inputs.run.until }
    return max(1, drivers.map(\.payIndex).max() ?? 1)
  }

  /// Pay of the most productive worker at the most productive of very many employers, in the best of years.
  private var highestPay: Double {
    let wages = inputs.behaviour.wages
    let places = inputs.country.regions.map(\.incomeIndex).flatMap { income in
      inputs.country.sectors.map {
        exactPow(income, wages.regionalElasticity) * $0.productivityIndex
      }
    }
    let migrants = places.map { wages.migrantFactor * exactPow($0, wages.migrantElasticity) }
    let place = max(places.max() ?? 1, (migrants.max() ?? 1) / wages.lowSkilledFactor)
    let skill = max(1, wages.skilledFactor, wages.specialistFactor)
    // Five standard deviations above the mean.
    let luck = exactExp(5 * inputs.behaviour.demand.productivitySpread)
    return wages.productivity * place * skill * luck * highestIndex
  }
}
