import Testing

/// Runs that end before measures begin, or begin after they end.
@Suite struct ShorterRunTests {
  @Test func whatAShorterRunInheritsAndNeverReachesIsLeftOutWithOneWarning() throws {
    let example = Example.variant("run: {until: 2006-12-31}")
    let loaded = try example.load()
    #expect(
      loaded.warnings.map(\.description) == [
        "s.yaml:2:14: warning: 'contributions-2007', 'contributions-2009', 'contributions-2010', "
          + "'income_tax', 'profit_tax-2009', 'quota-2007', 'quota-2008', 'quota-2009', "
          + "'social_tax-2008', 'social_tax-2009' lie outside the run (2005-01-01 to 2006-12-31), "
          + "and are left out."
      ])
    let names = loaded.inputs.measures.map(\.name)
    #expect(!names.contains("income_tax") && names.contains("amnesty"))
    // Its announcement acts within the run.
    #expect(names.contains("operation-2007"))
    // What show prints says only what holds, and loads without a word.
    let alone = try Example(loaded.resolvedText).load()
    #expect(alone.inputs == loaded.inputs && alone.warnings.isEmpty)
  }

  @Test func aRunThatBeginsLaterLeavesOutWhatHasEnded() throws {
    let loaded = try Example.variant("run: {from: 2007-03-01}").load()
    #expect(loaded.warnings.count == 1 && loaded.warnings.first?.place.file == "s.yaml")
    #expect(
      loaded.warnings.first?.sentence
        == "'amnesty', 'operation-2007' lie outside the run (2007-03-01 to 2010-12-31), and are left out."
    )
  }

  @Test func aMeasureThatTheFileItselfDatesBeyondItsRunIsAFault() {
    let body = "run: {until: 2006-12-31}\nmeasures: {income_tax: {from: 2008-01-01}}"
    #expect(
      Example.variant(body).findings().contains {
        $0 == "s.yaml:3:31: error: 'income_tax' begins on 2008-01-01, so it never holds in the run "
          + "(2005-01-01 to 2006-12-31). Change its dates, or remove it by income_tax: none."
      })
  }

  @Test func aRunCutByAnOverrideIsToldOfTheOptionThatCuts() throws {
    let findings = Example.variant("").findings(["run.until=2006-12-31"])
    #expect(findings.count == 1)
    #expect(
      findings[0].hasPrefix(
        "--set: error: 'run.until' is 2006-12-31, before 'contributions-2007', "))
    #expect(
      findings[0].hasSuffix(
        "begin. Write --until 2006-12-31, or until: 2006-12-31 in a plan, which cuts runs short and "
          + "leaves their law alone."))
    #expect(throws: Never.self) { try Example.variant("").load(["run.until=2010-06-30"]) }
  }
}
