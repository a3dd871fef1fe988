/// Which of many findings to tell, so that of those told at most a stated share is luck (Benjamini and Hochberg 1995).
///
/// - Parameters:
///   - probabilities: of each finding, how often luck alone would give one as large; from 0 to 1.
///   - share: of what is told, how much may be luck on average.
/// - Returns: by finding, whether to tell it.
package func discoveries(
  among probabilities: [Double], falseShare share: Double
) throws(StatisticsError) -> [Bool] {
  try requireOpenShare("the share of false discoveries", share)
  for probability in probabilities where !(probability >= 0 && probability <= 1) {
    throw .outOfRange(argument: "a probability", value: probability, range: "it lies from 0 to 1")
  }
  let sorted = probabilities.sorted()
  let count = Double(sorted.count)
  // The largest that lies on or below the line from 0 to the share; all that are as small are told.
  let last = sorted.indices.last { sorted[$0] <= share * Double($0 + 1) / count }
  guard let last else { return probabilities.map { _ in false } }
  return probabilities.map { $0 <= sorted[last] }
}
