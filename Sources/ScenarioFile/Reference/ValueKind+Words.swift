import Inputs

extension ValueKind {
  /// How a value is written in a scenario, in a few words.
  var unitText: String {
    switch self {
    case .number(let dimension, _): dimension.unitText
    case .optionalNumber(let dimension, _): "\(dimension.unitText), or none"
    case .date: "date"
    case .optionalDate: "date or none"
    case .flag: "true or false"
    case .choice(let choices): "one of \(choices.joined(separator: ", "))"
    case .regions: "list of regions, or all"
    case .sectors: "list of sectors, or all"
    case .origins: "list of origins, or all"
    case .skills: "list of \(Skill.allCases.map(\.name).joined(separator: ", ")), or all"
    case .taxScale: "name of a tax scale, or none"
    case .text: "text"
    case .optionalText: "text or none"
    case .monthList: "list of months, or none"
    }
  }

  /// How a cell is written in a table: bare numbers are in base units.
  var tableUnit: String {
    guard let (dimension, _) = quantity else { return unitText }
    switch dimension {
    case .share: return "% or 0 to 1"
    case .factor, .count: return "number"
    default: return dimension.baseUnit(in: .any)
    }
  }

  /// `0 to 50000 currency/month`, or nothing.
  var rangeText: String {
    guard let (dimension, bounds) = quantity else { return "" }
    let most = Quantity.write(bounds.upperBound, dimension, in: .any)
    return "\(bounds.lowerBound.plainText) to \(most)"
  }
}

extension Dimension {
  fileprivate var unitText: String {
    switch self {
    case .share: "% or 0 to 1"
    case .factor: "number"
    case .count: "whole number"
    case .rate: "/year, /month, %/month, %/year"
    case .money: "currency"
    case .pay: "currency/month"
    case .duration: "days, weeks, months, years"
    case .months: "months, years"
    case .legalSum: "index unit, or currency"
    }
  }
}
