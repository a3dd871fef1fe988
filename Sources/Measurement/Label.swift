/// A few words for a number, with the unit of its money behind them where it is money.
package struct Label: Sendable, Equatable {
  /// How much of the currency one is, and by which time.
  package enum Money: String, Sendable {
    case millions = "m %"
    case millionsAMonth = "m % a month"
    case aMonth = "% a month"
  }
  /// Without a unit: `income tax`.
  package var words: String
  /// Nil where it is no money.
  package var money: Money?

  package init(_ words: String, _ money: Money? = nil) {
    self.words = words
    self.money = money
  }

  package var isMoney: Bool { money != nil }

  /// - Parameter word: what money is called: `income tax, m EUR a month`.
  package func text(money word: String) -> String {
    money.map { "\(words), \($0.rawValue.replacing("%", with: word))" } ?? words
  }
}
