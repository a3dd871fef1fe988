/// What an indicator's numbers are: things counted, money or parts of a whole, as they stand or by time.
///
/// Results write it as text, with the country's own currency: `persons/month`, `EUR/month`, `share`.
package struct IndicatorUnit: Sendable, Hashable {
  package enum Measured: Sendable, Hashable {
    /// In a word: `persons`.
    case things(String)
    case money
    /// A part of a whole, 0…1.
    case share
    /// A difference of two shares.
    case sharePoints
  }
  package enum Time: String, Sendable, CaseIterable {
    case standing = ""
    case month = "/month"
    case day = "/day"
  }
  package var measured: Measured
  package var time: Time

  package init(_ measured: Measured, _ time: Time = .standing) {
    self.measured = measured
    self.time = time
  }

  package static let persons = IndicatorUnit(.things("persons"))
  package static let personsPerMonth = IndicatorUnit(.things("persons"), .month)
  package static let personsPerDay = IndicatorUnit(.things("persons"), .day)
  package static let casesPerMonth = IndicatorUnit(.things("cases"), .month)
  package static let placesPerMonth = IndicatorUnit(.things("places"), .month)
  package static let patentsPerMonth = IndicatorUnit(.things("patents"), .month)
  package static let employersPerMonth = IndicatorUnit(.things("employers"), .month)
  package static let visitsPerMonth = IndicatorUnit(.things("visits"), .month)
  package static let posts = IndicatorUnit(.things("posts"))
  package static let share = IndicatorUnit(.share)
  package static let money = IndicatorUnit(.money)
  package static let moneyPerMonth = IndicatorUnit(.money, .month)

  package var isMoney: Bool { measured == .money }
  package var isShare: Bool { measured == .share || measured == .sharePoints }

  /// What a difference of two such numbers is.
  package var ofDifference: IndicatorUnit {
    measured == .share ? IndicatorUnit(.sharePoints, time) : self
  }

  /// - Parameter money: what money is called: a currency's code.
  package func text(money: String) -> String {
    let word =
      switch measured {
      case .things(let word): word
      case .money: money
      case .share: "share"
      case .sharePoints: "share points"
      }
    return word + time.rawValue
  }

  /// Reads a text as results hold it, with the currency that it names.
  package static func read(_ text: String) -> (unit: IndicatorUnit, currency: String?) {
    let time = Time.allCases.last { text.hasSuffix($0.rawValue) && !$0.rawValue.isEmpty }
    let word = String(text.dropLast((time ?? .standing).rawValue.count))
    let measured: Measured =
      switch word {
      case "share": .share
      case "share points": .sharePoints
      case _ where CountryUnits.isCurrency(word): .money
      default: .things(word)
      }
    return (
      IndicatorUnit(measured, time ?? .standing), measured == .money ? word : nil
    )
  }
}
