import Testing

@Suite struct ValueFaultTests {
  @Test(arguments: [
    (
      "behaviour: {taxes: {declared_wage_share: 35}}",
      "2:42: error: 'declared_wage_share' is 35, but a share lies between 0 and 1. "
        + "Write 35 % or 0.35."
    ),
    (
      "behaviour: {demand: {response: many}}",
      "2:32: error: 'response' is 'many', but it is a number. Write, for example, 1.5."
    ),
    (
      "behaviour: {demand: {response: 9}}",
      "2:32: error: 'response' is 9, but it lies between 0 and 5."
    ),
    (
      "behaviour: {demand: {memory: 365}}",
      "2:30: error: 'memory' is 365 without a unit, but a duration needs one. Write 365 days."
    ),
    (
      "behaviour: {demand: {memory: 5 days}}",
      "2:30: error: 'memory' is 5 days, but it lies between 30 and 1500 days."
    ),
    (
      "behaviour: {demand: {memory: 5 KZT}}",
      "2:30: error: 'memory' is 5 KZT, but a duration is written in days, weeks, months or years. "
        + "Write, for example, 60 days."
    ),
    (
      "behaviour: {demand: {review: 3 months}}",
      "2:30: error: 'review' is 3 months, but only whole numbers make sense. "
        + "Write 91 days or 92 days."
    ),
    (
      "behaviour: {demand: {review: '26,700 days'}}",
      "2:30: error: 'review' is '26,700 days', but numbers have a decimal point and no separators. "
        + "Write 26700 days."
    ),
    (
      "behaviour: {population: {exit: 0.02}}",
      "2:32: error: 'exit' is 0.02 without a unit, but a rate needs one. "
        + "Write 0.02 /year, or a chance such as 2 %/year."
    ),
    (
      "behaviour: {population: {exit: 3 %/month}}",
      "2:32: error: 'exit' is 3 %/month (0.3655 /year), but it lies between 0 and 0.05 /year."
    ),
    (
      "behaviour: {population: {exit: 100 %/year}}",
      "2:32: error: 'exit' is 100 %/year, but a chance lies between 0 % and less than 100 %. "
        + "Write a rate above one event a year as 2 /year."
    ),
    (
      "behaviour: {hiring: {honesty: 2100 KZT}}",
      "2:31: error: 'honesty' is 2100 KZT, but pay is written in KZT/month. "
        + "Write, for example, 26700 KZT/month."
    ),
    (
      "behaviour: {hiring: {formal_only_size: 2.5}}",
      "2:40: error: 'formal_only_size' is 2.5, but only whole numbers make sense. Write 2 or 3."
    ),
    (
      "run: {burn_in: 1.5 months}",
      "2:16: error: 'burn_in' is 1.5 months, but only whole numbers make sense. "
        + "Write 1 month or 2 months."
    ),
    (
      "run: {from: 2005-02-30}",
      "2:13: error: 'from' is 2005-02-30, but February 2005 has 28 days. Write 2005-02-28."
    ),
    (
      "run: {until: 9999-01-01}",
      "2:14: error: 'until' is 9999-01-01, but dates lie between 1900-01-01 and 2199-12-31."
    ),
    (
      "measures: {income_tax: {allowance: mcy}}",
      "2:36: error: 'allowance' is 'mcy', but it is one of none, minimum_wage, index_unit."
    ),
    (
      "measures: {income_tax-2004: {scale: income-2005}}",
      "2:37: error: 'scale' names 'income-2005', which is no tax scale. "
        + "Did you mean 'income-2004'?"
    ),
    (
      "measures: {demand_shock: {from: 2007-01-01, factor: 2, sectors: trade}}",
      "2:65: error: 'sectors' is 'trade', but it is a list. Write [trade], or all."
    ),
    (
      "measures: {quota-2006: {skills: [skiled]}}",
      "2:34: error: 'skills' names 'skiled', which is no skill. Did you mean 'skilled'?"
    ),
    (
      "measures: {demand_shock: {from: 2007-01-01, factor: 2, regions: []}}",
      "2:65: error: 'regions' is an empty list. Write all, or leave it out."
    ),
    (
      "measures: {demand_shock: {from: 2007-01-01, factor: 2, regions: [Astana, Astana]}}",
      "2:74: error: 'regions' names 'Astana' twice. Keep one of them."
    ),
    (
      "measures: {demand_shock: {from: 2007-01-01, factor: 2, regions: [Astanna]}}",
      "2:66: error: 'regions' names 'Astanna', which is no region. Did you mean 'Astana'?"
    ),
    (
      "run: {seed: {value: 5, range: 5}}",
      "2:31: error: the range of 'seed' has two ends. Write range: [low, high]."
    ),
    (
      "run: {until: {value: 2009-12-31, range: [2009-12-31, 2010-12-31]}}",
      "2:41: error: 'until' is no number, so it has no range. Remove it."
    ),
    (
      "run: {seed: {value: 5, range: [7, 3]}}",
      "2:31: error: the range of 'seed' runs from 7 down to 3. Write [3, 7]."
    ),
    (
      "run: {seed: {value: 5, range: [6, 7]}}",
      "2:21: error: 'seed' is 5, outside its own range from 6 to 7. Change one of them."
    ),
  ]) func aFaultyValueIsNamedWithWhatToWrite(body: String, finding: String) {
    #expect(Example.variant(body).findings() == ["s.yaml:\(finding)"])
  }

  @Test func aQuestionLongerThan2000LettersIsRefused() {
    let long = String(repeating: "a", count: 2001)
    #expect(
      Example.variant("question: \(long)").findings()
        == ["s.yaml:2:11: error: 'question' is longer than 2,000 letters. Shorten it."])
  }

  @Test func aFoldedQuestionBecomesOneLine() throws {
    let loaded = try Example.variant("question: >\n  What\n  if?\n").load()
    #expect(loaded.inputs.question == "What if?")
  }
}
