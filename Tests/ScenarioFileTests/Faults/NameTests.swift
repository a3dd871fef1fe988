import Testing

/// Names that results could not tell apart.
@Suite struct NameTests {
  @Test(arguments: ["Uzbekistan", "uzbekistan"])
  func aCountryNamedLikeAnOriginIsAFault(name: String) {
    #expect(
      Example.variant("country: \(name)").findings() == [
        "s.yaml:2:10: error: the country is called '\(name)' and so is the origin 'Uzbekistan', "
          + "so that nobody could tell natives from migrants. Rename one of them."
      ])
  }

  @Test(arguments: [
    ("origins", "Far abroad", "all"), ("regions", "Astana", "None"),
    ("sectors", "public", "native"), ("tax-scales", "social-2008", "none"),
  ]) func aNameThatMeansSomethingElseIsAFault(table: String, old: String, new: String) {
    let findings = Example.table(table, old, new).findings().filter {
      $0.hasSuffix("error: '\(new)' means something else in lists and results. Use another name.")
    }
    #expect(!findings.isEmpty)
  }

  @Test func namesThatDifferInCaseAloneAreAFault() {
    let findings = Example.table("origins", "Other CIS", "RUSSIA").findings()
    #expect(
      findings.contains {
        $0.hasSuffix(
          "error: 'RUSSIA' differs from 'Russia' only in capital letters. Rename one of them.")
      })
  }
}
