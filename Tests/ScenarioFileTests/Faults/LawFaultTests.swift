import Testing

@Suite struct LawFaultTests {
  @Test(arguments: [
    (
      "measures: {x: {from: 2007-01-01}}",
      "2:12: error: 'x' is not a kind of measure, and nothing is inherited under this name. "
        + "Write kind: income_tax or social_tax or profit_tax or contributions or minimum_wage or demand_shock "
        + "or visa_free or free_movement or contribution_parity or wage_recovery or mobility "
        + "or housing_duty or sanctions or quota or permits or shortage_list or patents or policing or operation or amnesty "
        + "or information or origin_shock."
    ),
    (
      "measures: {x: {kind: demandshock, from: 2007-01-01}}",
      "2:22: error: 'demandshock' is not a kind of measure. Did you mean 'demand_shock'?"
    ),
    (
      "measures: {income_tax: {kind: social_tax}}",
      "2:31: error: 'income_tax' is a measure of kind income_tax in the file extended; "
        + "it cannot become social_tax. Remove it by income_tax: none, and add another name."
    ),
    (
      "measures: {a b: {}}",
      "2:12: error: 'a b' is no name for a measure. "
        + "Use letters, digits, - and _, beginning with a letter."
    ),
    (
      "measures: {incometax: none}",
      "2:12: error: 'incometax' is none, but no measure of that name is inherited. "
        + "Did you mean 'income_tax'?"
    ),
    (
      "measures: {income_tax: {until: 2006-06-30}}",
      "2:32: error: 'income_tax' ends on 2006-06-30, before it begins on 2007-01-01. "
        + "Swap the dates."
    ),
    (
      "measures: {income_tax: {from: 2012-01-01}}",
      "2:31: error: 'income_tax' begins on 2012-01-01, so it never holds in the run "
        + "(2005-01-01 to 2010-12-31). Change its dates, or remove it by income_tax: none."
    ),
    (
      "measures: {income_tax-2004: {until: 2004-12-31}}",
      "2:37: error: 'income_tax-2004' ends on 2004-12-31, so it never holds in the run "
        + "(2005-01-01 to 2010-12-31). Change its dates, or remove it by income_tax-2004: none."
    ),
    (
      "measures: {quota-2006: {skills: [low, skilled]}, "
        + "q: {kind: quota, from: 2006-01-01, share: 1 %, skills: [skilled]}}",
      "@error: 'quota-2006' and 'q' are both quota from 2006-01-01 on. Keep one, or change a date."
    ),
    (
      "measures: {permits: {refill: false, refill_skills: [low]}}",
      "2:12: error: 'permits' names skills whose places may be filled again, and lets no place be. "
        + "Write refill: true, or leave refill_skills out."
    ),
    (
      "measures: {income_tax-b: {kind: income_tax, from: 2007-01-01, rate: 5 %}}",
      "2:51: error: 'income_tax-b' and 'income_tax' are both income_tax from 2007-01-01 on. "
        + "Keep one, or change a date."
    ),
    (
      "measures: {income_tax: {scale: income-2004}}",
      "2:12: error: 'income_tax' gives both a rate and a scale. Keep one; "
        + "to take away one that is inherited, write rate: none or scale: none."
    ),
    (
      "measures: {social_tax: {from: 2007-01-01}}",
      "2:12: error: 'social_tax' gives neither a rate nor a scale. Write rate: 0 % for no tax."
    ),
    (
      "measures: {patents: {from: 2007-01-01, price: 2 MCI, shortest_term: 6 months}}",
      "2:12: error: 'patents' allows no term: the shortest is longer than the longest. "
        + "Write a shorter shortest_term."
    ),
    (
      "measures: {patents: {from: 2007-01-01, price: 2 MCI, shortest_term: 2 months, "
        + "total: 1 months}}",
      "2:12: error: 'patents' allows no term: the shortest is longer than the total. "
        + "Write a longer total."
    ),
    (
      "measures: {patents: {from: 2007-01-01}}",
      "2:12: error: measure 'patents' lacks 'price'. "
        + "Write it, or extend a scenario that does."
    ),
    (
      "measures: {patents: {from: 2007-01-01, price: 2000 KZT}}",
      "2:47: error: 'price' is 2000 KZT, but it is written in MCI, the monthly "
        + "calculation index. Write, for example, 20 MCI."
    ),
    (
      "measures: {patents: {from: 2007-01-01, price: 2 MCI, for: firms}}",
      "2:59: error: 'for' is 'firms', but it is one of households, households_and_firms."
    ),
    (
      "run: {from: 2005-01-02, until: 2004-12-31}\nmeasures: {}",
      "2:32: error: the run ends on 2004-12-31, before it begins on 2005-01-02. Swap the dates."
    ),
    (
      "run: {until: 2199-12-31}",
      "2:14: error: the run lasts 195 years; 100 at most. Write an earlier 'until'."
    ),
  ]) func aContradictionInTheLawIsNamedWithWhatToWrite(body: String, finding: String) {
    let first = Example.variant(body).findings().first ?? ""
    if finding.hasPrefix("@") {
      // The later of two names, whose dates stand in the base.
      #expect(first.hasPrefix("base.yaml:") && first.hasSuffix(finding.dropFirst()))
    } else {
      #expect(first == "s.yaml:\(finding)")
    }
  }
}
