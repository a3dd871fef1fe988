import Inputs
import Kernel
import WorldState

/// The truncated Zipf law of employer sizes: P(size > s) falls as s^−exponent from 1 to the largest.
///
/// At a smaller scale employers are sampled systematically by size within a market. An employer's simulated posts are
/// capped at a tenth of its market's, so that no single one is the market; those above the cap are drawn
/// as much oftener, which keeps every size's part of the posts.
struct EmployerSizes {
  /// Probability of size n at index n − 1.
  private let probabilities: [Double]

  init(exponent: Double, largest: Int) {
    var tail = (1...largest + 1).map { exactPow(Double($0), -exponent) }
    let floor = tail[largest]
    let mass = 1 - floor
    for index in tail.indices { tail[index] = (tail[index] - floor) / mass }
    probabilities = (0..<largest).map { tail[$0] - tail[$0 + 1] }
  }

  /// Calls `body` for each employer of a market, smallest first, with its nominal size and its
  /// simulated posts; these sum to `posts`.
  ///
  /// - Parameter uniform: a draw on (0, 1): where the systematic sample begins.
  func forEachEmployer(posts: Int, uniform: Double, _ body: (Int, Double) -> Void) {
    guard posts > 0 else { return }
    let cap = max(1, posts / 10)
    // Employers per employer of the uncapped law, and posts per employer of it.
    var weights = 0.0
    var mean = 0.0
    for index in probabilities.indices {
      let size = index + 1
      weights += probabilities[index] * (size > cap ? Double(size) / Double(cap) : 1)
      mean += probabilities[index] * Double(size)
    }
    let wanted = max(1, Double(posts) * weights / mean)
    let perWeight = wanted / weights
    var sampled = 0
    var simulated = 0
    walk(perWeight, cap, uniform) { size in
      sampled += 1
      simulated += min(size, cap)
    }
    if sampled == 0 { return body(min(posts, probabilities.count), Double(posts)) }
    let correction = Double(posts) / Double(simulated)
    walk(perWeight, cap, uniform) { size in body(size, Double(min(size, cap)) * correction) }
  }

  private func walk(_ perWeight: Double, _ cap: Int, _ uniform: Double, _ body: (Int) -> Void) {
    var exact = uniform
    var given = 0
    for index in probabilities.indices {
      let size = index + 1
      exact += perWeight * probabilities[index] * (size > cap ? Double(size) / Double(cap) : 1)
      let upTo = Int(exact)
      while given < upTo {
        body(size)
        given += 1
      }
    }
  }
}
