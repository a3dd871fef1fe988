import Testing

/// Money that records could not hold.
@Suite struct MoneyFaultTests {
  @Test func aFineThatTheKeyDoesNotAllowIsRefusedWithWhatItAllows() {
    #expect(
      Example.variant("measures: {sanctions: {worker_fine: 10000000000 MCI}}").findings() == [
        "s.yaml:2:37: error: 'worker_fine' is 10000000000 MCI, but it lies between 0 and 1000000000 MCI."
      ])
  }

  @Test func aFineThatComesToMoreThanAPaymentCanBeIsRefused() {
    #expect(
      Example.table("amounts", "2006-01-01,1030,", "2006-01-01,2500,").with(
        "s.yaml",
        "kosh: 1\nmeasures: {sanctions: {worker_fine: 1000000 MCI}}\nextends: base.yaml\n"
      ).findings() == [
        "s.yaml:2:37: error: 'worker_fine' comes to 2500000000 KZT in the money of a day, "
          + "but a single payment is at most 2000000000. Write less."
      ])
  }

  @Test func payThatRecordsCannotHoldIsRefusedBeforeTheRun() {
    let body =
      "behaviour: {wages: {productivity: 10000000 KZT/month, specialist: 5}, "
      + "demand: {productivity_spread: 0.5}}"
    let findings = Example.variant(body).findings()
    #expect(findings.count == 1)
    #expect(
      findings.first?.hasPrefix("s.yaml:2:35: error: 'productivity' gives pay of up to ") ?? false)
    #expect(
      findings.first?.hasSuffix(
        "but pay is at most 2000000000. Write less, or count in larger money.") ?? false)
  }

  @Test func aSeasonalStayBelowItsFixedFirstFortnightIsRefused() {
    #expect(
      Example.variant("behaviour: {migration: {seasonal_stay: 10 days}}").findings() == [
        "s.yaml:2:40: error: 'seasonal_stay' is 10 days, but it lies between 14 and 1000 days."
      ])
  }
}
