import Testing

@Suite struct WarningTests {
  @Test(arguments: [
    (
      "demand_shock: {from: 2007-01-01, factor: 1}",
      "'demand_shock' has no effect: it multiplies the posts wanted by 1."
    ),
    (
      "patents: {from: 2007-01-01, price: 2 MCI, max_per_employer: 0}",
      "'patents' has no effect: no employer may have a holder of a patent."
    ),
    (
      "income_tax-b: {kind: income_tax, from: 2008-01-01, rate: 10 %, allowance: minimum_wage}",
      "'income_tax-b' has no effect: without it the same law would hold."
    ),
    (
      "income_tax-a: {kind: income_tax, from: 2003-01-01, rate: 10 %}",
      "'income_tax-a' has no effect: a later measure of its kind holds throughout."
    ),
    (
      "minimum_wage: {from: 2006-01-01, until: 2006-12-31, amount: 9200 KZT/month}",
      "'minimum_wage' has no effect: the table of amounts says the same."
    ),
    (
      "minimum_wage: {from: 2007-01-01, amount: 12000 KZT/month}",
      "'minimum_wage' lowers the minimum wage from 2008-07-01 on: it is 12000, "
        + "the table says 12025. Write an 'until' if that is not meant."
    ),
  ]) func aMeasureThatCanHaveNoEffectIsAWarningThatSaysWhy(measure: String, sentence: String) throws
  {
    let example = Example.variant("measures:\n  \(measure)")
    #expect(try example.load().warnings.map(\.description) == ["s.yaml:3:3: warning: \(sentence)"])
  }

  @Test func aMeasureThatHoldsAgainWhenALaterOneEndsIsNoWarning() throws {
    let example = Example.variant(
      "measures: {holiday: {kind: income_tax, from: 2008-01-01, until: 2008-12-31, rate: 0 %}}")
    #expect(try example.load().warnings.isEmpty)
  }
}
