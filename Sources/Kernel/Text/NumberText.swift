/// Numbers as text that reads back to the same number, without a locale.
package enum NumberText {
  /// A whole number below 2⁵³ without a decimal point; anything else as the shortest text that reads
  /// back to the same double.
  package static func shortest(_ number: Double) -> String {
    if let whole = Int64(exactly: number), whole.magnitude < 1 << 53 { return String(whole) }
    return number.description
  }

  /// `1,234,567`.
  package static func grouped(_ number: Int) -> String {
    let digits = String(number.magnitude)
    var text = number < 0 ? "−" : ""
    for (place, digit) in digits.enumerated() {
      if place > 0, (digits.count - place) % 3 == 0 { text += "," }
      text.append(digit)
    }
    return text
  }

  /// With a fixed number of decimals (0…9), rounded half away from zero: `1,234.5`.
  package static func fixed(_ number: Double, decimals: Int) -> String {
    precondition((0...9).contains(decimals))
    var power = 1.0
    for _ in 0..<decimals { power *= 10 }
    let scaled = (number.magnitude * power).rounded()
    guard let units = Int(exactly: scaled) else { return number.description }
    let whole = units / Int(power)
    let sign = number < 0 && units > 0 ? "−" : ""
    if decimals == 0 { return sign + grouped(whole) }
    let part = String(units % Int(power))
    return sign + grouped(whole) + "." + String(repeating: "0", count: decimals - part.count) + part
  }
}

extension Double {
  /// The shortest text that reads back to the same bits; whole numbers without a point.
  package var plainText: String { NumberText.shortest(self) }
}
