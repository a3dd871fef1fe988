import Kernel
import Testing

/// What the exact functions do where their formulas end.
@Suite struct ExactEdgeTests {
  /// The one NaN that may leave the Kernel: processors disagree on the sign of those they make.
  private func isTheOneNaN(_ x: Double) -> Bool { x.bitPattern == Double.nan.bitPattern }

  private let anyNaN = [
    Double.nan, -Double.nan, Double.signalingNaN, Double(nan: 7, signaling: false),
  ]

  @Test func `exp of zero is one, of minus infinity zero, of infinity infinite`() {
    #expect(exactExp(0) == 1)
    #expect(exactExp(-0.0) == 1)
    #expect(exactExp(-.infinity).bitPattern == 0)
    #expect(exactExp(.infinity) == .infinity)
    #expect(exactExp(.leastNonzeroMagnitude) == 1)
  }

  @Test func `exp overflows right after the largest number's logarithm`() {
    let last = 709.782712893384
    #expect(exactExp(last).isFinite)
    #expect(exactExp(last) > 1.797693134862e308)
    #expect(exactExp(last.nextUp) == .infinity)
  }

  @Test func `exp underflows gradually: the smallest subnormal, then zero`() {
    let last = -745.1332191019411
    #expect(exactExp(last) == .leastNonzeroMagnitude)
    #expect(exactExp(-745.1332191019413).bitPattern == 0)
    #expect(exactExp(-708.4).isSubnormal)
    #expect(exactExp(-708.3).isNormal)
  }

  @Test func `exp does not step back where its two paths meet`() {
    for seam in [-708.0, 709.0] {
      #expect(exactExp(seam.nextDown) <= exactExp(seam))
      #expect(exactExp(seam) <= exactExp(seam.nextUp))
    }
  }

  @Test func `log of zero is minus infinity, whatever the zero's sign`() {
    #expect(exactLog(0) == -.infinity)
    #expect(exactLog(-0.0) == -.infinity)
    #expect(exactLog(.infinity) == .infinity)
    #expect(exactLog(1).bitPattern == 0)
  }

  @Test func `log of the smallest numbers is that of their exponents`() {
    #expect(exactLog(.leastNonzeroMagnitude) == -744.4400719213812)
    #expect(exactLog(0x1p-1022) == -708.3964185322641)
    #expect(exactLog(0x1p-1022) >= exactLog((0x1p-1022).nextDown))
    #expect(exactLog(.greatestFiniteMagnitude) == 709.782712893384)
  }

  @Test func `the logs of 2ᵏ and 2⁻ᵏ differ in sign alone`() {
    for exponent in 0...1022 {
      let x = Double(sign: .plus, exponent: exponent, significand: 1)
      #expect(exactLog(x) == 0 - exactLog(1 / x))
    }
  }

  @Test func `not a number stays one, and always the same one`() {
    for nan in anyNaN {
      #expect(isTheOneNaN(exactExp(nan)))
      #expect(isTheOneNaN(exactLog(nan)))
      #expect(isTheOneNaN(exactLogistic(nan)))
      #expect(isTheOneNaN(exactPow(nan, 2)))
      #expect(isTheOneNaN(exactPow(2, nan)))
      #expect(isTheOneNaN(standardNormal(uniform: nan)))
      #expect(isTheOneNaN(0 + exactLog(nan)))
    }
    for outside in [-1.0, -Double.leastNonzeroMagnitude, -.infinity] {
      #expect(isTheOneNaN(exactLog(outside)))
    }
    for outside in [-0.1, 1.1, -.infinity, .infinity] {
      #expect(isTheOneNaN(standardNormal(uniform: outside)))
    }
    #expect(isTheOneNaN(exactPow(-2, 2)))
    #expect(isTheOneNaN(exactPow(-2, 1)))
  }

  @Test func `powers of zero, one and infinity are IEEE-754's`() {
    #expect(exactPow(0, 2) == 0)
    #expect(exactPow(0, -2) == .infinity)
    #expect(exactPow(0, 0) == 1)
    #expect(exactPow(.nan, 0) == 1)
    #expect(exactPow(1, .nan) == 1)
    #expect(exactPow(1, .infinity) == 1)
    #expect(exactPow(0.5, .infinity) == 0)
    #expect(exactPow(2, .infinity) == .infinity)
    #expect(exactPow(.infinity, -1) == 0)
    #expect(exactPow(3.7, 1) == 3.7)
  }

  @Test func `the logistic function stays between 0 and 1 and is one half at zero`() {
    #expect(exactLogistic(0) == 0.5)
    #expect(exactLogistic(-.infinity) == 0)
    #expect(exactLogistic(.infinity) == 1)
    #expect(exactLogistic(800) == 1)
    #expect(exactLogistic(-700) > 0)
  }

  @Test func `uniform numbers at their ends give the distributions' ends`() {
    #expect(standardExponential(uniform: 0) == .infinity)
    #expect(standardExponential(uniform: 1).bitPattern == 0)
    #expect(standardGumbel(uniform: 0) == -.infinity)
    #expect(standardGumbel(uniform: 1) == .infinity)
    #expect(standardNormal(uniform: 0) == -.infinity)
    #expect(standardNormal(uniform: 1) == .infinity)
    #expect(standardNormal(uniform: 0.5) == 0)
  }

  @Test func `the normal number of 1 − u is minus that of u`() {
    for step in 1..<512 {
      let uniform = Double(step) / 1024
      #expect(standardNormal(uniform: 1 - uniform) == -standardNormal(uniform: uniform))
    }
  }

  @Test func `every 53-bit uniform's ends give finite numbers`() {
    for uniform in [0x1p-54, 0x1p-53, 1 - 0x1p-53] {
      #expect(standardExponential(uniform: uniform).isFinite)
      #expect(standardGumbel(uniform: uniform).isFinite)
      #expect(standardNormal(uniform: uniform).isFinite)
    }
  }
}
