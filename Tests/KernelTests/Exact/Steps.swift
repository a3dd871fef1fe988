/// How many representable numbers apart two finite numbers of one sign are.
func steps(from one: Double, to other: Double) -> Int64 {
  abs(Int64(bitPattern: one.bitPattern) - Int64(bitPattern: other.bitPattern))
}

/// `count` numbers from `first` to `last`, evenly spaced, both included.
func grid(from first: Double, through last: Double, count: Int) -> some Sequence<Double> {
  (0..<count).lazy.map { first + (last - first) * (Double($0) / Double(count - 1)) }
}

/// The largest error over a grid, and where it occurs.
struct WorstError: CustomStringConvertible {
  private(set) var size = 0.0
  private(set) var place = 0.0

  mutating func note(_ error: Double, at place: Double) {
    // Written so that NaN counts as the worst of all.
    if !(error <= size) { (size, self.place) = (error, place) }
  }

  var description: String { "\(size) at \(place)" }
}

/// The largest value of `error` over `places`.
func worst(over places: some Sequence<Double>, _ error: (Double) -> Double) -> WorstError {
  var worst = WorstError()
  for place in places { worst.note(error(place), at: place) }
  return worst
}
