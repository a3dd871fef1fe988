import ScenarioFile
import Testing

/// What a fault advises exists, and is right.
@Suite struct RemedyTests {
  @Test func aScaleWrittenAsAFractionIsProposedAsARatio() {
    #expect(
      Example.variant("").findings(["run.scale=1/10"]) == [
        "--set: error: 'scale' is '1/10', but it is a number. Write, for example, 1:10."
      ])
  }

  @Test(arguments: [
    (
      "run: {scale: many}",
      "2:14: error: 'scale' is 'many', but it is a number. Write, for example, 0.5."
    ),
    (
      "behaviour: {hiring: {choice_scale: much}}",
      "2:36: error: 'choice_scale' is 'much', but pay is a number. Write, for example, 26700 KZT/month."
    ),
  ]) func anExampleIsOneThatTheKeyWouldTake(body: String, finding: String) {
    #expect(Example.variant(body).findings() == ["s.yaml:\(finding)"])
  }

  @Test(arguments: [
    ("2006-02-29", "February 2006 has 28 days. Write 2006-02-28."),
    ("2006-06-31", "June 2006 has 30 days. Write 2006-06-30."),
  ]) func aDayThatItsMonthDoesNotHaveIsNotToldThatItsFormIsWrong(date: String, words: String) {
    #expect(
      Example.variant("").findings(["measures.amnesty.from=\(date)"])
        == ["--set: error: 'from' is \(date), but \(words)"])
  }

  @Test(arguments: ["null", "~", "off", ""])
  func aMeasureThatIsMeantToGoIsToldHow(word: String) {
    #expect(
      Example.variant("measures:\n  amnesty: \(word)").findings()
        == [
          "s.yaml:3:12: error: 'amnesty' is a measure. Write its keys below it, indented, "
            + "or 'amnesty: none' to remove it."
        ].map { word.isEmpty ? $0.replacing("3:12", with: "3:11") : $0 })
    #expect(
      Example.variant("").findings(["measures.amnesty=\(word)"]) == [
        "--set: error: 'measures.amnesty' is a measure. Write measures.amnesty=none to remove it, "
          + "or set one of its keys, as in measures.amnesty.from=2020-07-01."
      ])
  }

  @Test func aScaleBesideAnInheritedRateIsToldWhereItIsWritten() throws {
    let findings = Example.variant("measures:\n  income_tax: {scale: income-2004}").findings()
    #expect(
      findings == [
        "s.yaml:3:3: error: 'income_tax' gives both a rate and a scale. Keep one; "
          + "to take away one that is inherited, write rate: none or scale: none."
      ])
    let remedied = "measures:\n  income_tax: {scale: income-2004, rate: none}"
    #expect(throws: Never.self) { try Example.variant(remedied).load() }
  }

  @Test func aQuestionWithAControlCharacterIsNotCalledEmpty() {
    #expect(
      Example.variant("question: \"What \\u001b[1mif\\u001b[0m?\"").findings()
        == ["s.yaml:2:11: error: 'question' holds a control character (U+001B). Remove it."])
  }

  @Test func aScenarioThatIsNoTextIsABadFileAndNoMatterOfTheDisk() {
    for bytes: [UInt8] in [[0xFF, 0x0A], [0x01, 0x0A]] {
      var example = Example("")
      example.files["s.yaml"] = Array("kosh: 1\nname: ".utf8) + bytes
      do throws(ScenarioFaults) {
        _ = try example.load()
        Issue.record("it was loaded")
      } catch {
        #expect(!error.isUnreadable)
      }
    }
  }
}
