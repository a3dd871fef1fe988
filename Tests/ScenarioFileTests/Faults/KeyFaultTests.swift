import Testing

@Suite struct KeyFaultTests {
  @Test(arguments: [
    (
      "behaviour: {demand: {respnse: 1}}",
      "2:22: error: 'respnse' is not a key of behaviour.demand. Did you mean 'response'?"
    ),
    (
      "behavior: {}",
      "2:1: error: 'behavior' is not a key of a scenario. Did you mean 'behaviour'?"
    ),
    (
      "behaviour: {demnd: {}}",
      "2:13: error: 'demnd' is not a key of behaviour. Did you mean 'demand'?"
    ),
    (
      "run: {zzzzzzz: 1}",
      "2:7: error: 'zzzzzzz' is not a key of run. There is: from, until, burn_in, seed, scale."
    ),
    (
      "measures: {income_tax: {rat: 1}}",
      "2:25: error: 'rat' is not a key of income_tax. Did you mean 'rate'?"
    ),
    (
      "run: {seed: {value: 1, sorce: x}}",
      "2:24: error: 'sorce' is not a key of the value of 'seed'. Did you mean 'source'?"
    ),
    (
      "run: 5",
      "2:6: error: 'run' is a section. Write its keys below it, indented: "
        + "from, until, burn_in, seed, scale."
    ),
    (
      "behaviour: 5",
      "2:12: error: 'behaviour' is a section. Write its keys below it, indented: "
        + "population, demand, search, hiring, wages, working_life, migration, abuse, beliefs, filing, taxes."
    ),
    (
      "measures: 5", "2:11: error: 'measures' is a section. Write its keys below it, indented."
    ),
    ("run: {seed: }", "2:7: error: 'seed' has no value. Write one after the colon."),
    ("run: {seed: [1]}", "2:13: error: 'seed' takes one value here, not a list or a section."),
    (
      "run: {seed: {range: [1, 2]}}",
      "2:13: error: 'seed' gives no value. "
        + "Write {value: …, range: [low, high], source: …}."
    ),
    (
      "run: {seed: {value: 1, source: [x]}}",
      "2:32: error: the source of 'seed' is a word, such as assumed."
    ),
    (
      "run: {seed: {value: 1, source: assumed}}",
      "2:21: error: 'seed' is assumed, so nobody knows it exactly. "
        + "Write a range: [low, high] beside it."
    ),
    ("name: ''", "2:7: error: 'name' is empty. Write a few words."),
    (
      "measures: {minimum_wage: {amount: 9000 KZT/month}}",
      "2:12: error: measure 'minimum_wage' lacks 'from'. "
        + "Write it, or extend a scenario that does."
    ),
  ]) func aFaultyKeyIsNamedWithWhatToWrite(body: String, finding: String) {
    let findings = Example.variant(body).findings()
    // `{seed: }` is placed by the parser where the value would begin.
    #expect(
      findings.map { $0.replacing("2:13: error: 'seed' has", with: "2:7: error: 'seed' has") }
        == ["s.yaml:\(finding)"])
  }

  @Test func aFileWithoutItsVersionIsRefused() {
    #expect(
      Example("name: a\nextends: base.yaml\n").findings()
        == [
          "s.yaml:1:1: error: 'kosh' is missing, but this program reads version 1. Write kosh: 1."
        ])
    #expect(
      Example("kosh: 2\nextends: base.yaml\n").findings()
        == ["s.yaml:1:7: error: 'kosh' is 2, but this program reads version 1. Write kosh: 1."])
  }

  @Test func aListIsNoScenario() {
    #expect(
      Example("- a\n").findings() == [
        "s.yaml:1:1: error: a scenario is made of lines 'key: value'. See 'kosh scenario new'."
      ])
  }

  @Test func whatAScenarioLacksIsNamedSectionBySection() {
    let findings = Example("kosh: 1\nname: a\nrun: {from: 2005-01-01}\n").findings()
    #expect(findings.count == 15)
    #expect(
      findings.contains(
        "s.yaml:1:1: error: the scenario lacks 'question'. Write it, or extend a scenario that does."
      )
    )
    #expect(
      findings.contains(
        "s.yaml:3:1: error: section 'run' lacks 'until', 'burn_in', 'seed'. "
          + "Write them, or extend a scenario that does."))
    #expect(
      findings.contains(
        "s.yaml:1:1: error: section 'behaviour.taxes' is missing. It holds declared_wage_share; "
          + "write it, or extend a scenario that does."))
    #expect(
      findings.contains(
        "s.yaml:1:1: error: section 'tables' is missing. It holds regions, sectors, sector_shares, "
          + "seasons, origins, journeys, sector_ties, departures, amounts, drivers, tax_scales; "
          + "write it, or extend a scenario that does."))
  }

  @Test(arguments: [
    ("run.seed", "'run.seed' sets nothing. Write key=value, as in run.seed=7."),
    ("=7", "'=7' sets nothing. Write key=value, as in run.seed=7."),
    ("run.sed=7", "'run.sed' is not a key. Did you mean 'run.seed'?"),
    ("extends=x", "'extends' cannot be set here. Write it in a file."),
    ("kosh=1", "'kosh' cannot be set here. Write it in a file."),
    (
      "measures.incometax=none",
      "'incometax' is none, but no measure of that name is inherited. "
        + "Did you mean 'income_tax'?"
    ),
    ("run.seed=x", "'seed' is 'x', but it is a number. Write, for example, 100."),
    ("run.seed=", "'seed' has no value. Write one after the colon."),
    ("measures.income_tax.rat=1", "'rat' is not a key of income_tax. Did you mean 'rate'?"),
    ("run.scale=2", "'scale' is 2, but it lies between 0.0001 and 1."),
  ]) func anOverrideIsCheckedLikeTheFile(override: String, sentence: String) {
    #expect(Example.variant("").findings([override]) == ["--set: error: \(sentence)"])
  }

  @Test func everyFaultIsReportedInOneGoInTheOrderOfTheFile() {
    let body = """
      run: {seed: x, scale: 3}
      nonsense: 1
      behaviour: {demand: {memory: 3}}
      """
    #expect(
      Example.variant(body).findings(["a=1"]).map { $0.prefix(12) }
        == ["s.yaml:2:13:", "s.yaml:2:23:", "s.yaml:3:1: ", "s.yaml:4:30:", "--set: error"])
  }
}
