import Testing

/// A country is data: no file of the code knows which one it simulates.
@Suite struct CountryTests {
  private let checkout: Checkout

  init() throws { checkout = try Checkout() }

  @Test func `no word of the shipped country stands in the code`() throws {
    let words = try words()
    expectNone(
      files(under: "Sources/").filter { !$0.contains(".docc/") && House.shippedCase[$0] == nil }
        .flatMap { file in
          found(words, in: file) { word in
            "'\(word)' is a word of one country: make it the country's data, in its scenario or "
              + "tables, or say it of any country"
          }
        })
  }

  @Test func `every file that may know the shipped country still does`() throws {
    let words = try words()
    expectNone(
      House.shippedCase.keys.sorted().filter { found(words, in: $0) { $0 }.isEmpty }.map {
        Finding(file: $0, advice: "names no country any more: take it out of House.shippedCase")
      })
  }

  @Test func `tests stand on the tiny country unless their claim is about the baseline`() throws {
    let names = try Regex("\\bBaseline\\.|kazakhstan-2006")
    let standing = files(under: "Tests/").filter { file in
      !House.aboutTheBaseline.contains { file.hasPrefix($0) }
        && checkout.text(of: file)?.contains(names) ?? false
    }
    let unlisted = standing.filter { House.onTheBaseline[$0] == nil }
    expectNone(
      unlisted.map {
        Finding(
          file: $0,
          advice: "stands on the calibrated baseline: take TinyCountry, or, if the claim is about "
            + "the calibrated country, put it into a folder Calibration")
      })
    expectNone(
      House.onTheBaseline.keys.sorted().filter { !standing.contains($0) }.map {
        Finding(file: $0, advice: "stands on the baseline no more: take it out of the list")
      })
    #expect(House.onTheBaseline.count < 10)
  }

  private func files(under folder: String) -> [String] {
    checkout.files.filter { $0.hasPrefix(folder) && $0 != "Tests/TidyTests/CountryTests.swift" }
  }

  private func found(
    _ words: Regex<AnyRegexOutput>, in file: String, _ advice: (String) -> String
  ) -> [Finding] {
    guard file != "Sources/LICENSE", let text = checkout.text(of: file) else { return [] }
    return text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
      .compactMap { index, line in
        line.firstMatch(of: words).map {
          Finding(file: file, line: index + 1, advice: advice(String(line[$0.range])))
        }
      }
  }

  /// Its money and its years, its peoples, and the names that its tables have.
  private func words() throws -> Regex<AnyRegexOutput> {
    let fixed = [
      "KZT", "[Tt]enge", "\\bMCI\\b", "\\bmci\\b", "2006-", "[:=+] 2006",
      "(?:of|in|since|until|year) 2006", "[Oo]blast", "[Kk]azakh", "Uzbek",
      "Kyrgyz", "Tajik", "Russia",
    ]
    // Names of one word or more that could not be said of another country.
    let general = ["Far abroad"]
    let own = ["regions", "origins"].flatMap { table in
      (checkout.text(of: "Scenarios/kazakhstan/\(table).csv") ?? "").split(separator: "\n")
        .filter { !$0.hasPrefix("#") }.dropFirst()
        .compactMap { $0.split(separator: ",").first.map(String.init) }
    }
    #expect(own.count > 20)
    return try Regex((fixed + own.filter { !general.contains($0) }).joined(separator: "|"))
  }
}
