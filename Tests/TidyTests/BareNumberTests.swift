import Testing

/// In the model's rooms a number that names a record, a person, an employer or a market has a type, so that the
/// compiler tells them apart.
@Suite struct BareNumberTests {
  private static let rooms = [
    "WorldState", "Population", "Transitions", "Submodels", "Measurement", "Simulation",
  ]

  /// Files that need the bare number, and what for.
  private static let exemptions: [String: String] = [
    "Sources/WorldState/Draws.swift": "hands typed keys to the Kernel's draws and tables",
    "Sources/WorldState/Purpose.swift": "the key of a draw is such a number",
    "Sources/WorldState/Diary.swift": "an identity that nobody has",
    "Sources/WorldState/Employers/Employer.swift": "the hash of a vacancy",
    "Sources/WorldState/Markets/Market.swift": "the calendar hands out bare indices",
    "Sources/WorldState/Homelands/Homeland.swift": "the calendar hands out bare indices",
    "Sources/WorldState/Offices/Offices.swift": "the calendar hands out bare indices",
    "Sources/WorldState/State/World+State.swift": "the replicate",
    "Sources/Population/World+Populated.swift": "the replicate",
    "Sources/Simulation/RunOptions.swift": "the replicate",
    "Sources/Submodels/Search/MeetingPlan.swift": "words of a draw, and one purpose a candidate",
  ]

  private let checkout: Checkout

  init() throws { checkout = try Checkout() }

  @Test func `indices, identities and market numbers are typed`() {
    expectNone(
      uses.filter { Self.exemptions[$0.file] == nil }.map {
        Finding(
          file: $0.file, line: $0.line,
          advice: "say what the number is: PersonIndex, EmployerIndex, PersonID, EmployerID or "
            + "MarketNumber; draws take whole numbers as they are")
      })
  }

  @Test func `every file that may use bare numbers does`() {
    let files = Set(uses.map(\.file))
    expectNone(
      Self.exemptions.keys.sorted().filter { !files.contains($0) }.map {
        Finding(file: $0, advice: "uses no UInt32 any more: strike it from the exemptions")
      })
  }

  private var uses: [(file: String, line: Int)] {
    Self.rooms.flatMap { checkout.room($0) }.flatMap { source in
      source.occurrences(of: /\bUInt32\b/).map { (source.file, $0.line) }
    }
  }
}
