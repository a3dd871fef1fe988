import Inputs

extension ValueReader {
  /// A number in base units, within its bounds, whole where it must be.
  func number(
    _ text: String, _ demand: Demand, _ dimension: Dimension, _ bounds: ClosedRange<Double>
  ) throws(ValueFault) -> Double {
    let value: Double
    do throws(Quantity.Problem) {
      value = try Quantity.read(
        text, dimension, in: units, bareNumbers: demand.bareNumbers)
    } catch {
      throw fault(error, text, demand, dimension, bounds)
    }
    guard bounds.contains(value) else { throw outside(text, value, demand, dimension, bounds) }
    guard demand.isWhole || dimension == .count else { return value }
    if value != value.rounded() {
      let fix = [value.rounded(.down), value.rounded(.up)].filter(bounds.contains)
        .map { Quantity.write($0, dimension, in: units) }.joined(separator: " or ")
      throw .notWhole(demand.name, text: text, fix: fix)
    }
    // 250.000 is a quarter of a million to many who write it.
    if let grouped = ValueReader.grouped(text) {
      throw .pointOrSeparator(
        demand.name, text: text, plain: Quantity.write(value, dimension, in: units),
        grouped: grouped)
    }
    return value
  }

  /// What a whole number is without the point before its last three digits; nil where it has none.
  private static func grouped(_ text: String) -> String? {
    guard let (number, unit) = Quantity.lex(text), !number.contains("e"),
      let point = number.firstIndex(of: "."), number[point...].count == 4
    else { return nil }
    let digits = number.filter { $0 != "." }
    return unit.isEmpty ? digits : "\(digits) \(unit)"
  }

  private func fault(
    _ problem: Quantity.Problem, _ text: String, _ demand: Demand, _ dimension: Dimension,
    _ bounds: ClosedRange<Double>
  ) -> ValueFault {
    let name = demand.name
    switch problem {
    case .notANumber:
      return .notANumber(
        name, text: text, noun: dimension.noun,
        example: meant(by: text, dimension, bounds)
          ?? example(dimension, bounds))
    case .separators(let number):
      return .separators(
        name, text: text,
        proposals: number.proposals(
          dimension, in: units, bareNumbers: demand.bareNumbers,
          isWhole: demand.isWhole || dimension == .count, bounds))
    case .missingUnit:
      let fix =
        dimension == .rate
        ? "\(text) /year, or a chance such as 2 %/year" : "\(text) \(dimension.baseUnit(in: units))"
      return .missingUnit(name, text: text, noun: dimension.noun, fix: fix)
    case .wrongUnit:
      if let ratio = meant(by: text, dimension, bounds) {
        return .notANumber(name, text: text, noun: dimension.noun, example: ratio)
      }
      return .wrongUnit(
        name, text: text, noun: dimension.noun, units: dimension.unitsInWords(in: units),
        example: example(dimension, bounds))
    case .wrongCurrency(let written):
      return .wrongCurrency(
        name, text: text, written: written, currency: units.money,
        unit: dimension.baseUnit(in: units))
    case .chance: return .chance(name, text: text)
    }
  }

  /// A tenth is 1:10 here, not 1/10.
  private func meant(
    by text: String, _ dimension: Dimension, _ bounds: ClosedRange<Double>
  ) -> String? {
    guard dimension == .factor, text.contains("/") else { return nil }
    let ratio = text.filter { $0 != " " }.replacing("/", with: ":")
    return (try? Quantity.read(ratio, dimension, in: units)).flatMap {
      bounds.contains($0) ? ratio : nil
    }
  }

  /// A value that the key would take.
  private func example(_ dimension: Dimension, _ bounds: ClosedRange<Double>) -> String {
    let usual = dimension.example(in: units)
    let first = usual.split(separator: " or ").first.map(String.init) ?? usual
    if let value = try? Quantity.read(first, dimension, in: units), bounds.contains(value) {
      return usual
    }
    let half = (bounds.lowerBound + bounds.upperBound) / 2
    let candidates = [0.5, 1, 10, 100, 1000, half]
    return Quantity.write(
      candidates.first(where: bounds.contains) ?? bounds.upperBound, dimension, in: units)
  }

  private func outside(
    _ text: String, _ value: Double, _ demand: Demand, _ dimension: Dimension,
    _ bounds: ClosedRange<Double>
  ) -> ValueFault {
    var shown = text
    if dimension == .rate, let unit = Quantity.lex(text)?.unit, unit != "/year" {
      shown += " (\(Quantity.rounded(value, .rate, in: units)))"
    }
    var fix = ""
    // Somebody who writes 35 for a share means 35 %.
    if dimension == .share, value > 1, !text.contains("%"), bounds.contains(value / 100),
      let digits = Quantity.lex(text)?.number,
      let share = try? Quantity.read("\(digits) %", .share, in: units)
    {
      fix = " Write \(digits) % or \(share.plainText)."
    }
    let noun = dimension == .share && bounds == 0...1 ? dimension.noun : "it"
    return .outside(
      demand.name, text: shown, noun: noun,
      low: end(bounds.lowerBound, dimension, isLow: true),
      high: end(bounds.upperBound, dimension, isLow: false), fix: fix)
  }

  /// A bound in words: the unit stands behind the upper one alone.
  private func end(_ bound: Double, _ dimension: Dimension, isLow: Bool) -> String {
    isLow ? bound.plainText : Quantity.write(bound, dimension, in: units)
  }
}
