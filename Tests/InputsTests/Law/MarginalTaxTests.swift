import Inputs
import Testing

@Suite struct MarginalTaxTests {
  @Test func `What is added to pay may be more than the pay`() {
    let tax = MarginalTax(flat: 0.9).declared(1, plus: 0.5)
    #expect(abs(tax.amount(on: 10_000) - 14_000) < 1e-9)
    #expect(abs(tax.pay(costing: 24_000) - 10_000) < 1e-6)
  }

  /// Flat, progressive, regressive, falling to nothing, and with the most brackets that fit.
  static let scales: [[(above: Double, rate: Double)]] = [
    [],
    [(0, 0.1)],
    [(9752, 0.1)],
    [(1030, 0.05), (15_450, 0.08), (41_200, 0.13), (206_000, 0.15), (618_000, 0.2)],
    [(0, 0.2), (15_450, 0.15), (41_200, 0.12), (206_000, 0.09), (618_000, 0.07)],
    [(0, 0.3), (50_000, 0)],
    (0..<8).map { (Double($0) * 10_000, 0.9 - 0.1 * Double($0)) },
  ]

  private func tax(_ scale: [(above: Double, rate: Double)]) -> MarginalTax {
    var tax = MarginalTax()
    for bracket in scale { tax.append(above: bracket.above, rate: bracket.rate) }
    return tax
  }

  /// By the definition: each rate on what lies between its threshold and the next.
  private func plainly(_ scale: [(above: Double, rate: Double)], on pay: Double) -> Double {
    scale.indices.reduce(0) { sum, index in
      let upTo = index + 1 < scale.count ? scale[index + 1].above : .infinity
      return sum + max(0, min(pay, upTo) - scale[index].above) * scale[index].rate
    }
  }

  static let pays = [0, 1, 1029, 1030, 9752, 15_449.5, 20_000, 41_200, 50_000, 250_000, 1e6, 1e8]

  @Test(arguments: scales.indices) func `each rate falls on its own bracket`(number: Int) {
    let scale = Self.scales[number]
    for pay in Self.pays {
      #expect(abs(tax(scale).amount(on: pay) - plainly(scale, on: pay)) < 1e-6)
    }
  }

  @Test(arguments: scales.indices) func `the pay that leaves a net leaves just it`(number: Int) {
    let tax = tax(Self.scales[number])
    for net in Self.pays {
      let pay = tax.pay(leaving: net)
      #expect(abs(pay - tax.amount(on: pay) - net) < max(1e-6, net * 1e-14))
    }
  }

  @Test(arguments: scales.indices) func `the pay that costs a total costs just it`(number: Int) {
    let tax = tax(Self.scales[number])
    for total in Self.pays {
      let pay = tax.pay(costing: total)
      #expect(abs(pay + tax.amount(on: pay) - total) < max(1e-6, total * 1e-14))
    }
  }

  @Test func `whole tenge are rounded to the nearest`() {
    let tax = MarginalTax(flat: 0.1)
    #expect(tax.wholeAmount(on: 14) == 1 && tax.wholeAmount(on: 15) == 2)
    #expect(tax.wholeAmount(on: 0) == 0)
  }

  @Test(arguments: scales.indices.dropLast(), [0, 0.33, 0.5, 1])
  func `declaring a part is the tax on that part, plus the rest's extra`(
    number: Int, share: Double
  ) {
    let full = tax(Self.scales[number])
    let part = full.declared(share, plus: 0.03)
    for pay in Self.pays {
      let expected = full.amount(on: share * pay) + 0.03 * pay
      #expect(abs(part.amount(on: pay) - expected) < max(1e-6, pay * 1e-13))
    }
  }
}
