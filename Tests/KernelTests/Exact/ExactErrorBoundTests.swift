import CGSL
import Foundation
import Kernel
import Testing

/// The measured distance between the Kernel's functions and the GNU Scientific Library's.
///
/// The article ExactArithmetic quotes what this suite prints.
@Suite struct ExactErrorBoundTests {
  init() { gsl_set_error_handler_off() }

  @Test func `exp is never more than one step from GSL's, subnormal results included`() {
    let everywhere = worst(over: grid(from: -708, through: 709.7, count: 2_000_001)) {
      Double(steps(from: exactExp($0), to: gsl_sf_exp($0)))
    }
    let nearZero = worst(over: grid(from: -1, through: 1, count: 2_000_001)) {
      Double(steps(from: exactExp($0), to: gsl_sf_exp($0)))
    }
    // GSL calls these an underflow and gives zero; the C library that it calls does not.
    let subnormal = worst(over: grid(from: -745.1, through: -708, count: 200_001)) {
      Double(steps(from: exactExp($0), to: exp($0)))
    }
    print(
      "exactExp, steps from GSL: \(everywhere) over -708...709.7, \(nearZero) over -1...1,",
      "\(subnormal) over subnormal results")
    #expect(everywhere.size <= 1)
    #expect(nearZero.size <= 1)
    #expect(subnormal.size <= 1)
  }

  @Test func `log is never more than one step from GSL's, from subnormals to the largest number`() {
    let aroundOne = worst(over: grid(from: 0.25, through: 4, count: 2_000_001)) {
      Double(steps(from: exactLog($0), to: gsl_sf_log($0)))
    }
    let uniforms = worst(over: grid(from: 0x1p-54, through: 1, count: 2_000_001)) {
      Double(steps(from: exactLog($0), to: gsl_sf_log($0)))
    }
    let everywhere = worst(over: grid(from: -744, through: 709.7, count: 2_000_001)) {
      let x = exactExp($0)
      return Double(steps(from: exactLog(x), to: gsl_sf_log(x)))
    }
    print(
      "exactLog, steps from GSL: \(aroundOne) over 0.25...4, \(uniforms) over uniforms,",
      "\(everywhere) over all magnitudes")
    #expect(aroundOne.size <= 1)
    #expect(uniforms.size <= 1)
    #expect(everywhere.size <= 1)
  }

  @Test func `powers are off by at most 2⁻⁵² × (1.5 + |exponent · log base|)`() {
    var bound = WorstError()
    for exponent in [-3.7, -1, -0.5, 0.3, 0.5, 0.7, 1.5, 2, 10] {
      for logBase in grid(from: -14, through: 14, count: 100_001) {
        let base = exactExp(logBase)
        // The C library's pow, correct to one unit, is what GSL and everyone calls.
        let allowed = 0x1p-52 * (1.5 + abs(exponent * logBase))
        bound.note(abs(exactPow(base, exponent) / pow(base, exponent) - 1) / allowed, at: base)
      }
    }
    print("exactPow, share of the allowed error used: \(bound)")
    #expect(bound.size <= 1)
  }

  @Test func `the logistic function is within 3 steps of the quotient of GSL's exponentials`() {
    let bound = worst(over: grid(from: -700, through: 700, count: 1_000_001)) {
      let odds = gsl_sf_exp(-abs($0))
      let oracle = $0 < 0 ? odds / (1 + odds) : 1 / (1 + odds)
      return Double(steps(from: exactLogistic($0), to: oracle))
    }
    print("exactLogistic, steps from GSL: \(bound)")
    #expect(bound.size <= 3)
  }

  @Test func `the inverse normal agrees with GSL's to a relative 10⁻¹⁵, into both tails`() {
    let middle = worst(over: grid(from: 0.0001, through: 0.9999, count: 1_000_001)) {
      relative(standardNormal(uniform: $0), gsl_cdf_ugaussian_Pinv($0))
    }
    // The eighth power crowds the grid towards 0; uniform numbers made by exp would flatter log.
    let tail = worst(over: grid(from: 0.005, through: 0.72, count: 1_000_001)) {
      let uniform = $0 * $0 * $0 * $0 * $0 * $0 * $0 * $0
      return relative(standardNormal(uniform: uniform), gsl_cdf_ugaussian_Pinv(uniform))
    }
    print("standardNormal, relative to GSL: \(middle) in the middle, \(tail) in the tail")
    #expect(middle.size <= 1e-15)
    #expect(tail.size <= 1e-15)
  }

  @Test func `the inverse normal undoes GSL's normal distribution`() {
    let bound = worst(over: grid(from: -8, through: 5, count: 200_001)) {
      abs(standardNormal(uniform: gsl_cdf_ugaussian_P($0)) - $0)
    }
    print("standardNormal after GSL's distribution, absolute: \(bound)")
    // Near 1 a uniform number has few digits left: 2⁻⁵³ there is 10⁻¹⁰ of a deviation at 5.
    #expect(bound.size <= 1e-10)
  }

  @Test func `Gumbel numbers agree with GSL's inverse to 10⁻¹⁵`() {
    let bound = worst(over: grid(from: 0x1p-54, through: 1 - 0x1p-53, count: 1_000_001)) {
      let oracle = gsl_cdf_gumbel1_Pinv($0, 1, 1)
      return abs(standardGumbel(uniform: $0) - oracle) / max(1, abs(oracle))
    }
    print("standardGumbel, from GSL: \(bound)")
    #expect(bound.size <= 1e-15)
  }

  private func relative(_ value: Double, _ oracle: Double) -> Double {
    oracle == 0 ? abs(value) : abs(value / oracle - 1)
  }
}
