#if arch(x86_64)
  import Foundation
  import Kernel
  import Testing

  /// The measured distance from the true values, in units in the last place (ulp).
  ///
  /// The oracle is the C library on 80-bit numbers, whose eleven further bits make it as good as
  /// exact here. Only this kind of processor has them; the results' bits are the same on all.
  @Suite struct ExactUlpTests {
    @Test func `exp is within 0.9 ulp of the true value`() {
      let bound = worst(over: grid(from: -708, through: 709.7, count: 2_000_001)) {
        ulps(exactExp($0), exp(Float80($0)))
      }
      print("exactExp, ulp from the true value: \(bound)")
      #expect(bound.size <= 0.9)
    }

    @Test func `log is within 0.85 ulp of the true value`() {
      let aroundOne = worst(over: grid(from: 0.25, through: 4, count: 2_000_001)) {
        ulps(exactLog($0), log(Float80($0)))
      }
      let everywhere = worst(over: grid(from: -708, through: 709.7, count: 2_000_001)) {
        let x = exactExp($0)
        return ulps(exactLog(x), log(Float80(x)))
      }
      print("exactLog, ulp from the true value: \(aroundOne) over 0.25...4, \(everywhere) over all")
      #expect(aroundOne.size <= 0.85)
      #expect(everywhere.size <= 0.85)
    }

    @Test func `the logistic function is within 2.5 ulp of the true value`() {
      let bound = worst(over: grid(from: -700, through: 40, count: 2_000_001)) {
        ulps(exactLogistic($0), 1 / (1 + exp(-Float80($0))))
      }
      print("exactLogistic, ulp from the true value: \(bound)")
      #expect(bound.size <= 2.5)
    }

    @Test func `Gumbel numbers are within 10⁻¹⁵ of the true values, relatively where above 1`() {
      let bound = worst(over: grid(from: 0x1p-54, through: 1 - 0x1p-53, count: 1_000_001)) {
        let oracle = -log(-log(Float80($0)))
        return Double(abs(Float80(standardGumbel(uniform: $0)) - oracle) / max(1, abs(oracle)))
      }
      print("standardGumbel, distance from the true value: \(bound)")
      #expect(bound.size <= 1e-15)
    }

    private func ulps(_ value: Double, _ oracle: Float80) -> Double {
      Double(abs(Float80(value) - oracle) / Float80(Double(oracle).ulp))
    }
  }
#endif
