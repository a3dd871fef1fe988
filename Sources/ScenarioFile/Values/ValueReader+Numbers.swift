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
      throw fault(error, text, demand.name, dimension)
    }
    guard bounds.contains(value) else { throw outside(text, value, demand, dimension, bounds) }
    if demand.isWhole, value != value.rounded() {
      let (low, high) = (value.rounded(.down), value.rounded(.up))
      let fix = [low, high].map { Quantity.write($0, dimension, in: units) }.joined(
        separator: " or ")
      throw .notWhole(demand.name, text: text, fix: fix)
    }
    return value
  }

  private func fault(
    _ problem: Quantity.Problem, _ text: String, _ name: String, _ dimension: Dimension
  ) -> ValueFault {
    switch problem {
    case .notANumber:
      return .notANumber(
        name, text: text, noun: dimension.noun, example: dimension.example(in: units))
    case .thousands(let fix): return .thousands(name, text: text, fix: fix)
    case .missingUnit:
      let fix =
        dimension == .rate
        ? "\(text) /year, or a chance such as 2 %/year" : "\(text) \(dimension.baseUnit(in: units))"
      return .missingUnit(name, text: text, noun: dimension.noun, fix: fix)
    case .wrongUnit:
      return .wrongUnit(
        name, text: text, noun: dimension.noun, units: dimension.unitsInWords(in: units),
        example: dimension.example(in: units))
    case .wrongCurrency(let written):
      return .wrongCurrency(
        name, text: text, written: written, currency: units.money,
        unit: dimension.baseUnit(in: units))
    case .chance: return .chance(name, text: text)
    }
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
