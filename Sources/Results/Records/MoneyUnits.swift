import Foundation
import Inputs
import Kernel

/// A unit in which money is read.
package enum MoneyUnit: String, CaseIterable, Sendable {
  /// The country's own, as results hold it.
  case own
  case dollars
  /// At the prices of the country's reference year.
  case constant

  /// The dimension of a comparison's effects that are in this unit.
  package var dimension: String {
    switch self {
    case .own: Effect.nation
    case .dollars: "nation_usd"
    case .constant: "nation_real"
    }
  }
}

/// The country's money, and what turns a month's into US dollars and into constant prices: the scenario's drivers at each month's
/// middle.
package struct MoneyUnits: Sendable, Equatable {
  package var currency: Currency
  /// Units of it per US dollar, a number a month.
  package var exchangeRate: [Double]
  /// Consumer prices to the reference year's.
  package var priceIndex: [Double]

  package init(currency: Currency, exchangeRate: [Double] = [], priceIndex: [Double] = []) {
    self.currency = currency
    self.exchangeRate = exchangeRate
    self.priceIndex = priceIndex
  }

  package init(_ country: Country, months: [Day]) {
    currency = country.profile.money
    exchangeRate = months.map { country.exchangeRate(on: $0 + 14) }
    priceIndex = months.map { country.economy(on: $0 + 14).priceIndex }
  }

  /// Units that can be given: the currency alone where a folder has no drivers.
  package var known: [MoneyUnit] {
    if exchangeRate.isEmpty { return [.own] }
    return MoneyUnit.allCases.filter { $0 != .dollars || currency.code != Self.dollar }
  }

  private static let dollar = "USD"

  /// A unit's name in tables.
  package func word(_ unit: MoneyUnit) -> String {
    switch unit {
    case .own: currency.code
    case .dollars: Self.dollar
    case .constant: "real \(currency.code)"
    }
  }

  /// What a month's money is multiplied by.
  package func factor(_ unit: MoneyUnit, month: Int) -> Double {
    switch unit {
    case .own: 1
    case .dollars: 1 / exchangeRate[month]
    case .constant: 1 / priceIndex[month]
    }
  }
}

/// A file that belongs to a page, in the folder `charts` beside it.
package struct ChartFile: Sendable, Equatable {
  package var name: String
  package var bytes: [UInt8]

  package init(name: String, bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
  }

  /// The folder beside the page.
  package static let folder = "charts"

  /// Puts a page's files into the folder beside it, each at once, and takes away those of the page that is
  /// there which the new one no longer has. What others put into the folder stays.
  /// - Throws: ``FolderFault`` with the path.
  package static func replace(_ files: [ChartFile], in folder: String) throws {
    let own = "\(folder)/\(Self.folder)"
    try OutputFolder.makeFolder(own)
    for file in files {
      try FileBytes.replace(file.bytes, at: "\(own)/\(file.name)")
    }
    let old = OwnFiles.linkedCharts(folder: folder).subtracting(files.map(\.name))
    for name in old { unlink("\(own)/\(name)") }
  }
}
