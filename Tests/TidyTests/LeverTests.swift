import Testing

/// Levers: a file each, registered once.
@Suite struct LeverTests {
  private static let registry = "Sources/Inputs/Law/LeverKind.swift"
  private let checkout: Checkout

  init() throws { checkout = try Checkout() }

  /// The levers that some files declare, with their places.
  private func levers(_ files: [SourceText]) -> [(name: String, file: String, line: Int)] {
    files.flatMap { source in
      source.code.enumerated().compactMap { index, line in
        line.firstMatch(of: #/(?:struct|enum|class)\s+(\w+)\s*:\s*(?:\w+\s*,\s*)*Lever\b/#)
          .map { (String($0.1), source.file, index + 1) }
      }
    }
  }

  @Test func `every lever is registered, and stands alone in a file of its name`() {
    let registered = checkout.source(Self.registry).code.compactMap {
      $0.firstMatch(of: #/LeverKind\((\w+)\.self\)/#).map { String($0.1) }
    }
    let levers = levers(checkout.room("Inputs"))
    // Were the pattern to find nothing, nothing would be tested.
    #expect(levers.count >= 19 && registered.count >= 19)
    expectNone(
      levers.filter { !registered.contains($0.name) }.map {
        Finding(
          file: $0.file, line: $0.line,
          advice: "\($0.name) is no kind of measure yet: add LeverKind(\($0.name).self) to "
            + Self.registry)
      })
    expectNone(
      levers.filter { $0.file != "Sources/Inputs/Law/\($0.name).swift" }.map {
        Finding(
          file: $0.file, line: $0.line,
          advice: "move the lever to Sources/Inputs/Law/\($0.name).swift, with all it says")
      })
  }

  @Test func `a declaration of a lever is recognised`() {
    let text = "package struct HousingDuty: Lever {\n}\nstruct Other: Leverage {}\n"
    #expect(levers([SourceText(file: "a.swift", text: text)]).map(\.name) == ["HousingDuty"])
  }
}
