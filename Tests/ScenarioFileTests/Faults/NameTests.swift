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
    ("origins", "Far abroad", "all", 1), ("regions", "Astana", "None", 1),
    ("sectors", "public", "native", 1), ("tax-scales", "social-2008", "none", 1),
  ]) func aNameThatMeansSomethingElseIsAFault(
    table: String, old: String, new: String, count: Int
  ) {
    let findings = Example.table(table, old, new).findings().filter {
      $0.hasSuffix("error: '\(new)' means something else in lists and results. Use another name.")
    }
    #expect(findings.count == count)
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
