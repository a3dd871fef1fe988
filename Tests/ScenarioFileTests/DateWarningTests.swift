import Testing

/// Dates of one measure that contradict each other.
@Suite struct DateWarningTests {
  @Test(arguments: [
    (
      "amnesty: {published: 2007-08-15}",
      "3:24: warning: 'amnesty' is published on 2007-08-15, after its last day, 2006-12-31. "
        + "Look at published."
    ),
    (
      "amnesty: {published: 2005-08-01}",
      "3:24: warning: 'amnesty' is published on 2005-08-01, a year or more before it begins on "
        + "2006-08-01. Look at published."
    ),
    (
      "amnesty: {entry_cutoff: 2007-06-01}",
      "3:27: warning: 'amnesty' is for those who entered before 2007-06-01, "
        + "which lies after its last day, 2006-12-31. Look at entry_cutoff."
    ),
    (
      "amnesty: {entry_cutoff: 2002-06-01}",
      "3:27: warning: 'amnesty' is for those who entered before 2002-06-01, "
        + "but the simulated world begins on 2003-01-01, so nobody did. Look at entry_cutoff."
    ),
    (
      "amnesty: {employed_since: 2007-01-01}",
      "3:29: warning: 'amnesty' asks for work since before 2007-01-01, "
        + "which lies after its last day, 2006-12-31. Look at employed_since."
    ),
    (
      "amnesty: {from: 2008-08-01, until: 2008-12-31}",
      "3:19: warning: 'amnesty' begins on 2008-08-01 here, but entry_cutoff (2006-06-01) and "
        + "published (2006-08-15) are still inherited. Look at entry_cutoff and published."
    ),
    (
      "amnesty: {from: 2006-09-01, entry_cutoff: 2006-07-01}",
      "3:19: warning: 'amnesty' begins on 2006-09-01 here, but published (2006-08-15) is still "
        + "inherited. Look at published."
    ),
    (
      "operation-2007: {announced: 2007-02-01}",
      "3:31: warning: 'operation-2007' is announced on 2007-02-01, after it has begun on "
        + "2007-01-01. Look at announced."
    ),
    (
      "operation-2007: {announced: 2005-11-15}",
      "3:31: warning: 'operation-2007' is announced on 2005-11-15, a year or more before it begins "
        + "on 2007-01-01. Look at announced."
    ),
  ]) func datesThatContradictEachOtherAreAWarningThatSaysWhatToLookAt(
    measure: String, warning: String
  ) throws {
    let example = Example.variant("measures:\n  \(measure)")
    #expect(try example.load().warnings.map(\.description) == ["s.yaml:\(warning)"])
  }

  @Test func `A run that begins within a month says that the month's row is not whole`() throws {
    let example = Example.variant("run: {from: 2005-01-15}")
    #expect(
      try example.load().warnings.map(\.description) == [
        "s.yaml:2:13: warning: the run begins on 2005-01-15, within a month: the row of that month counts events of "
          + "17 days, and taxes and pay of all of it. Begin on the first of a month if that is not meant."
      ])
  }

  @Test(arguments: [
    "amnesty: {from: 2007-03-01, until: 2007-06-30, entry_cutoff: 2007-01-01, published: 2007-03-10}",
    "amnesty: {until: 2007-03-31}",
    "amnesty: {published: none}",
    "amnesty: {entry_cutoff: 2007-01-01}",
    "operation-2007: {announced: 2007-01-01}",
    "operation-2007: {announced: none}",
  ]) func datesThatAgreeAreNoWarning(measure: String) throws {
    #expect(try Example.variant("measures:\n  \(measure)").load().warnings.isEmpty)
  }
}
