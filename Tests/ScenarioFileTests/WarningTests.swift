import Testing

@Suite struct WarningTests {
  @Test(arguments: [
    (
      "demand_shock: {from: 2007-01-01, factor: 1}",
      "'demand_shock' has no effect: it multiplies the posts wanted by 1."
    ),
    (
      "free_movement-2: {kind: free_movement, from: 2006-01-01, until: 2006-12-31}\n"
        + "  free_movement: {from: 2006-01-01}",
      "'free_movement-2' has no effect: its origins have free movement without it."
    ),
    (
      "visa_free-2: {kind: visa_free, from: 2006-01-01, origins: [Kyrgyzstan], stay: 60 days}",
      "'visa_free-2' has no effect: its origins may stay as long without it."
    ),
    (
      "shortage_list-2: {kind: shortage_list, from: 2007-01-01, sectors: [trade]}\n"
        + "  shortage_list: {from: 2006-01-01, sectors: [trade, construction]}",
      "'shortage_list-2' has no effect: its sectors are on a list without it."
    ),
    (
      "shortage_list-2: {kind: shortage_list, from: 2007-01-01, sectors: [agriculture], skills: [low]}",
      "'shortage_list-2' has no effect: its sectors are on a list without it."
    ),
    (
      "quota-low: {kind: quota, from: 2004-06-01, share: 1 %, skills: [low]}",
      "'quota-low' has no effect: a later measure of its kind holds throughout."
    ),
    (
      "operation-2: {kind: operation, from: 2004-01-01, until: 2005-06-30, capacity: 2}\n"
        + "  policing: {from: 2005-07-01}",
      "'operation-2' has no effect: there are no police to be strengthened while it holds."
    ),
    (
      "contribution_parity: {from: 2004-01-01, until: 2005-06-30, part: 100 %}\n"
        + "  contributions-2005: {from: 2005-07-01}",
      "'contribution_parity' has no effect: no contributions are due while it holds."
    ),
    (
      "sanctions-2: {kind: sanctions, from: 2004-01-01, until: 2005-06-30, worker_fine: 1 MCI, "
        + "employer_fine: 1 MCI, repeat_fine: 1 MCI, suspension: 0 days, suspension_loss: 0 KZT}\n"
        + "  policing: {from: 2005-07-01}",
      "'sanctions-2' has no effect: there are no police to find anybody while it holds."
    ),
    (
      "quota-2: {kind: quota, from: 2004-01-01, until: 2005-06-30, share: 1 %}\n"
        + "  permits: {from: 2005-07-01}",
      "'quota-2' has no effect: no permits are given while it holds."
    ),
    (
      "housing_duty: {from: 2007-01-01, share: 100 %}",
      "'housing_duty' has no effect: employers bear all of the cost without it."
    ),
    (
      "information: {from: 2006-08-01, workers: 0 /year}",
      "'information' has no effect: it tells nobody."
    ),
    (
      "information: {from: 2007-02-01, workers: 10 /year}",
      "'information' has no effect: there is no amnesty to tell of while it holds."
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

  @Test func quotasForDifferentSkillsHoldBesideEachOther() throws {
    let example = Example.variant(
      """
      measures:
        quota-low: {kind: quota, from: 2006-06-01, persons: 0, skills: [low]}
        quota-learnt: {kind: quota, from: 2006-06-01, share: 2 %, skills: [skilled, specialist]}
        farms: {kind: shortage_list, from: 2007-01-01, sectors: [agriculture], skills: [skilled]}
      """)
    #expect(try example.load().warnings.isEmpty)
  }

  @Test func aMeasureThatHoldsAgainWhenALaterOneEndsIsNoWarning() throws {
    let example = Example.variant(
      "measures: {holiday: {kind: income_tax, from: 2008-01-01, until: 2008-12-31, rate: 0 %}}")
    #expect(try example.load().warnings.isEmpty)
  }
}
