import Testing

/// Numbers as they are written elsewhere: what is proposed instead is what was meant, or asks.
@Suite struct SeparatorTests {
  @Test(arguments: [
    (
      "behaviour: {abuse: {delayed: '0,7 /year'}}",
      "2:30: error: 'delayed' is '0,7 /year', but numbers have a decimal point and no separators. "
        + "Write 0.7 /year."
    ),
    (
      "behaviour: {abuse: {delayed: '0,7'}}",
      "2:30: error: 'delayed' is '0,7', but numbers have a decimal point and no separators. "
        + "Write 0.7 /year."
    ),
    (
      "behaviour: {migration: {planned_months: '7,5'}}",
      "2:41: error: 'planned_months' is '7,5', but numbers have a decimal point and no separators. "
        + "Write 7.5."
    ),
    (
      "behaviour: {wages: {productivity: '50.900,00 KZT/month'}}",
      "2:35: error: 'productivity' is '50.900,00 KZT/month', "
        + "but numbers have a decimal point and no separators. Write 50900.00 KZT/month."
    ),
    (
      "behaviour: {wages: {productivity: '50,900.5 KZT/month'}}",
      "2:35: error: 'productivity' is '50,900.5 KZT/month', "
        + "but numbers have a decimal point and no separators. Write 50900.5 KZT/month."
    ),
    (
      "behaviour: {wages: {productivity: '50 900 KZT/month'}}",
      "2:35: error: 'productivity' is '50 900 KZT/month', "
        + "but numbers have a decimal point and no separators. Write 50900 KZT/month."
    ),
    (
      "behaviour: {wages: {productivity: \"50'900\"}}",
      "2:35: error: 'productivity' is '50'900', "
        + "but numbers have a decimal point and no separators. Write 50900 KZT/month."
    ),
    (
      "behaviour: {wages: {productivity: '1.050.900 KZT/month'}}",
      "2:35: error: 'productivity' is '1.050.900 KZT/month', "
        + "but numbers have a decimal point and no separators. Write 1050900 KZT/month."
    ),
    (
      "behaviour: {filing: {immunity: '2,500 KZT'}}",
      "2:32: error: 'immunity' is '2,500 KZT', but numbers have a decimal point and no separators. "
        + "Write the one that is meant: 2500 KZT or 2.500 KZT."
    ),
    (
      "behaviour: {taxes: {declared_wage_share: '7,8 %'}}",
      "2:42: error: 'declared_wage_share' is '7,8 %', "
        + "but numbers have a decimal point and no separators. Write 7.8 %."
    ),
    (
      "behaviour: {migration: {present: '250,000'}}",
      "2:34: error: 'present' is '250,000', but numbers have a decimal point and no separators. "
        + "Write 250000."
    ),
    (
      "measures: {sanctions: {worker_fine: '22,5 MCI'}}",
      "2:37: error: 'worker_fine' is '22,5 MCI', "
        + "but numbers have a decimal point and no separators. Write 22.5 MCI."
    ),
    (
      "run: {burn_in: '2,5 years'}",
      "2:16: error: 'burn_in' is '2,5 years', but numbers have a decimal point and no separators. "
        + "Write 2.5 years."
    ),
  ]) func aDecimalCommaOrASeparatorIsNeverTenTimesOff(body: String, finding: String) {
    #expect(Example.variant(body).findings() == ["s.yaml:\(finding)"])
  }

  @Test(arguments: [
    (
      "behaviour: {migration: {present: 250.000}}",
      "2:34: error: 'present' is 250.000, but only whole numbers make sense. "
        + "Write 250, or 250000 if the point separates thousands."
    ),
    (
      "behaviour: {migration: {present: 250000.5}}",
      "2:34: error: 'present' is 250000.5, but only whole numbers make sense. "
        + "Write 250000 or 250001."
    ),
    (
      "measures: {quota-2006: {share: none, persons: 3.500}}",
      "2:47: error: 'persons' is 3.500, but only whole numbers make sense. Write 3 or 4."
    ),
    (
      "run: {seed: 2.000}",
      "2:13: error: 'seed' is 2.000, but only whole numbers make sense. "
        + "Write 2, or 2000 if the point separates thousands."
    ),
  ]) func aWholeNumberLosesNoThousandsAndTakesNoFraction(body: String, finding: String) {
    #expect(Example.variant(body).findings() == ["s.yaml:\(finding)"])
  }

  @Test func aWholeNumberMayBeWrittenWithAnExponentOrANought() throws {
    let loaded = try Example.variant("behaviour: {migration: {present: 2.5e5, potential: 3e6}}")
      .load()
    #expect(loaded.inputs.behaviour.migration.present == 250_000)
    #expect(try Example.variant("run: {seed: 7.0}").load().inputs.run.seed == 7)
  }

  @Test func aSpaceOfAnotherWidthBeforeAUnitIsASpace() throws {
    let loaded = try Example.variant("behaviour: {demand: {memory: '365\u{A0}days'}}").load()
    #expect(loaded.inputs.behaviour.demand.memoryDays == 365)
  }
}
