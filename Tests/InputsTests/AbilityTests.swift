import Inputs
import Kernel
import Testing

/// The worth of work by ability.
@Suite struct AbilityTests {
  private func abilities(_ spread: Double) -> [Double] {
    var wages = WageBehaviour()
    wages.abilitySpread = spread
    return wages.abilities
  }

  @Test func `without a spread all are alike, to the bit`() {
    #expect(abilities(0) == Array(repeating: 1, count: 256))
  }

  @Test(arguments: [0.1, 0.5, 0.8])
  func `it is 1 on average, and its logarithm spreads as far as the key says`(spread: Double) {
    let abilities = abilities(spread)
    #expect(abs(abilities.reduce(0, +) / 256 - 1) < 1e-12)
    #expect(zip(abilities, abilities.dropFirst()).allSatisfy(<))
    let logs = abilities.map(exactLog)
    let mean = logs.reduce(0, +) / 256
    let variance = logs.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 256
    // The tails beyond the outermost steps are missing.
    #expect(abs(variance.squareRoot() / spread - 1) < 0.01)
  }
}
