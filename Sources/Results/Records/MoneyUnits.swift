import Foundation
import Inputs
import Kernel

/// A unit in which money is read.
package enum MoneyUnit: String, CaseIterable, Sendable {
  /// As results hold it.
  case tenge
  case dollars
  /// At the prices of the country's reference year.
  case constant

  /// The dimension of a comparison's effects that are in this unit.
  package var dimension: String {
    switch self {
    case .tenge: Effect.nation
    case .dollars: "nation_usd"
    case .constant: "nation_real"
    }
  }
}

/// What turns a month's tenge into US dollars and into constant prices: the scenario's drivers at each month's
/// middle.
package struct MoneyUnits: Sendable, Equatable {
  /// KZT per US dollar, a number a month.
  package var exchangeRate: [Double]
  /// Consumer prices to the reference year's.
  package var priceIndex: [Double]

  package init(exchangeRate: [Double] = [], priceIndex: [Double] = []) {
    self.exchangeRate = exchangeRate
    self.priceIndex = priceIndex
  }

  package init(_ country: Country, months: [Day]) {
    exchangeRate = months.map { country.exchangeRate(on: $0 + 14) }
    priceIndex = months.map { country.economy(on: $0 + 14).priceIndex }
  }

  /// Units that can be given: the tenge alone where a folder has no drivers.
  package var known: [MoneyUnit] { exchangeRate.isEmpty ? [.tenge] : MoneyUnit.allCases }

  /// What a month's tenge is multiplied by.
  package func factor(_ unit: MoneyUnit, month: Int) -> Double {
    switch unit {
    case .tenge: 1
    case .dollars: 1 / exchangeRate[month]
    case .constant: 1 / priceIndex[month]
    }
  }

  /// Whether an indicator of this unit is money.
  package static func isMoney(_ unit: String) -> Bool { unit.hasPrefix("KZT") }
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
