/// How surely one of two values rises with the other, from −1 to 1, by their ranks alone (Spearman 1904), so that neither
/// units nor far-off values matter; values that are equal share their mean rank. Nil where one of the two never changes.
package func rankCorrelation(
  _ first: [Double], _ second: [Double]
) throws(StatisticsError) -> Double? {
  guard first.count == second.count else { throw .unequalLengths(first.count, second.count) }
  guard first.count > 2 else { throw .tooFewValues(needed: 3, given: first.count) }
  let (one, other) = (try centredRanks(first), try centredRanks(second))
  let (lengthOne, lengthOther) = (dot(one, one), dot(other, other))
  guard lengthOne > 0, lengthOther > 0 else { return nil }
  return dot(one, other) / (lengthOne * lengthOther).squareRoot()
}

/// Ranks less their mean.
private func centredRanks(_ values: [Double]) throws(StatisticsError) -> [Double] {
  if let odd = values.first(where: \.isNaN) {
    throw .outOfRange(argument: "a value", value: odd, range: "only numbers have an order")
  }
  let order = values.indices.sorted { (values[$0], $0) < (values[$1], $1) }
  var ranks = [Double](repeating: 0, count: values.count)
  let middle = Double(values.count - 1) / 2
  var start = 0
  while start < order.count {
    var end = start
    while end + 1 < order.count, values[order[end + 1]] == values[order[start]] { end += 1 }
    for place in start...end { ranks[order[place]] = Double(start + end) / 2 - middle }
    start = end + 1
  }
  return ranks
}
