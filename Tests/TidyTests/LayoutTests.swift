import Testing

/// What lies where, and what stays out of git.
@Suite struct LayoutTests {
  private let checkout: Checkout

  init() throws { checkout = try Checkout() }

  @Test func `the top level holds its six entries and hidden files, nothing else`() {
    let entries = Set(checkout.files.compactMap { $0.split(separator: "/").first.map(String.init) })
    expectNone(
      entries.sorted().filter { !$0.hasPrefix(".") && !House.topLevel.contains($0) }.map {
        Finding(file: $0, advice: "does not belong at the top: move it under one of the six")
      })
  }

  @Test func `what is built, resolved or run stays out of git`() throws {
    expectNone(
      try checkout.tracked(under: ["Package.resolved", ".build", "Output/runs"]).map {
        Finding(file: $0, advice: "is made anew everywhere: take it out (git rm --cached)")
      })
  }
}
