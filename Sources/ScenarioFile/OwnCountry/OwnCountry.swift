import Inputs

/// A small country to begin one's own from: a scenario and its tables, which run as they stand.
///
/// All of its numbers are made up, and say so. Comments are written from the list of keys, so that none can be
/// missing or old.
package struct OwnCountry: Sendable {
  /// A file to write, by its path within the country's folder.
  package struct File: Sendable {
    package var path: String
    package var text: String
  }

  /// The scenario first, then its tables.
  package let files: [File]
  /// The scenario's path within the folder.
  package var scenario: String { files[0].path }

  /// - Parameters:
  ///   - name: the country's.
  ///   - currency: its ISO code.
  package init(name: String, currency: String) throws(OwnCountryFault) {
    guard let name = OneLine.text(name), name.utf8.count <= 100 else { throw .name }
    guard CountryUnits.isCurrency(currency) else { throw .currency(currency) }
    let comments = KeyComments(currency: currency)
    let scenario = OwnCountry.text(PackageResources.country_yaml)
      .replacing("EUR", with: currency)
      .replacing(": \(OwnCountry.placeholder)\n", with: ": \(YAMLText.scalar(name))\n")
    files =
      [File(path: "\(OwnCountry.fileName(name)).yaml", text: comments.scenario(scenario))]
      + OwnCountry.tables.map { table in
        File(
          path: "tables/\(table.name.replacing("_", with: "-")).csv",
          text: comments.table(table.name, OwnCountry.text(table.bytes)))
      }
  }

  private static let placeholder = "Atlantis"

  private static let tables: [(name: String, bytes: [UInt8])] = [
    ("regions", PackageResources.regions_csv), ("sectors", PackageResources.sectors_csv),
    ("sector_shares", PackageResources.sector_shares_csv),
    ("seasons", PackageResources.seasons_csv), ("origins", PackageResources.origins_csv),
    ("journeys", PackageResources.journeys_csv),
    ("sector_ties", PackageResources.sector_ties_csv),
    ("departures", PackageResources.departures_csv), ("amounts", PackageResources.amounts_csv),
    ("drivers", PackageResources.drivers_csv), ("tax_scales", PackageResources.tax_scales_csv),
  ]

  private static func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

  /// `Côte d'Or` → `c-te-d-or`: what every file system takes.
  private static func fileName(_ name: String) -> String {
    let letters = name.lowercased().map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : " " }
    let words = String(letters).split(separator: " ")
    return words.isEmpty ? "country" : words.joined(separator: "-")
  }
}

/// Why no country can be written.
package enum OwnCountryFault: Error, Equatable, CustomStringConvertible {
  case name
  case currency(String)

  package var description: String {
    switch self {
    case .name: "the country's name is empty or too long. Write a name of 100 letters at most."
    case .currency(let text):
      "'\(text)' is no currency. Write its ISO code, three capital letters such as EUR."
    }
  }
}
