import Kernel

/// An emulator as its runs alone give it, before what it says of itself was checked.
struct EmulatorFit: Sendable {
  let trend: Trend
  var covariance: Covariance { kriging.covariance }
  /// Variance that no input explains.
  var nuggetVariance: Double { kriging.covariance.nugget * kriging.variance }
  private let points: [[Double]]
  private let inputs: CovarianceInputs
  private let kriging: Kriging
  private let middle: Double

  /// Inputs of the smooth part, at most; runs from which the covariance is judged, at most.
  private static let mostActive = 8
  private static let mostJudged = 250

  /// - Parameter given: a covariance to take; nil for the best.
  init(
    _ points: [[Double]], _ values: [Double], like given: Covariance? = nil
  ) throws(StatisticsError) {
    // Inputs from −1 to 1, so that a square and a product say little of the level and the slope.
    let centred = points.map { $0.map { 2 * $0 - 1 } }
    let middle = values.reduce(0, +) / Double(values.count)
    let offsets = values.map { $0 - middle }
    let trend = Trend(centred, offsets)
    let inputs = CovarianceInputs(trend, most: Self.mostActive)
    let covariance: Covariance
    if let given {
      covariance = given
    } else {
      let judged = min(Self.mostJudged, points.count)
      covariance = try Self.best(
        RunPairs(Array(centred.prefix(judged)), inputs, trend), Array(offsets.prefix(judged)),
        inputs)
    }
    kriging = try Kriging(covariance, RunPairs(centred, inputs, trend), offsets)
    (self.trend, self.inputs, self.points, self.middle) = (trend, inputs, centred, middle)
  }

  /// The expected outcome at inputs from 0 to 1, and how far off that may be, less what no input explains.
  func predict(_ point: [Double]) -> Emulator.Prediction {
    let place = point.map { 2 * $0 - 1 }
    let row = trend.row(at: place)
    let (near, count) = (covariances(place), points.count)
    var (explained, rest) = (0.0, row)
    kriging.inverse.withUnsafeBufferPointer { inverse in
      for run in 0..<count {
        var sum = 0.0
        let start = run * count
        for other in 0..<count { sum += inverse[start + other] * near[other] }
        explained += near[run] * sum
        for term in rest.indices { rest[term] -= near[run] * kriging.weightedTrend[run][term] }
      }
    }
    let whole = covariance.smooth + covariance.linear * inputs.product(place, place)
    let share = max(0, whole - explained) + dot(rest, kriging.trendMatrix.solving(rest))
    return Emulator.Prediction(
      mean: mean(row, near), variance: share * kriging.variance)
  }

  func mean(at point: [Double]) -> Double {
    let place = point.map { 2 * $0 - 1 }
    return mean(trend.row(at: place), covariances(place))
  }

  @inline(never)
  private func mean(_ row: [Double], _ near: [Double]) -> Double {
    middle + dot(row, kriging.coefficients) + dot(near, kriging.weights)
  }

  private func covariances(_ place: [Double]) -> [Double] {
    points.map {
      covariance.value(distance: inputs.distance(place, $0), product: inputs.product(place, $0))
    }
  }

  /// The covariance under which every run is foretold best from all the others.
  private static func best(
    _ pairs: RunPairs, _ values: [Double], _ inputs: CovarianceInputs
  ) throws(StatisticsError) -> Covariance {
    func misfit(_ place: [Double]) -> Double {
      (try? Kriging(Covariance(at: place, inputs), pairs, values))?.misfit ?? 1e12
    }
    let starts = [[0.0, 2, -2], [0, -1, -1], [-1, 2, -2], [1, 3, -2]]
    let misfits = starts.map(misfit)
    let first = starts.indices.min { misfits[$0] < misfits[$1] } ?? 0
    do {
      let found = try minimum(
        from: starts[first], initialSteps: [0.5, 1, 1], tolerance: 0.05, mostSteps: 40, of: misfit)
      return Covariance(at: found.point, inputs)
    } catch let error as StatisticsError {
      throw error
    } catch {
      preconditionFailure("only statistics fail here: \(error)")
    }
  }
}

extension Covariance {
  /// From anywhere: the logarithm of the reach, and of the smooth and the straight part to what is left.
  fileprivate init(at place: [Double], _ inputs: CovarianceInputs) {
    let bounded = place.map { min(12, max(-12, $0)) }
    let smooth = inputs.active.isEmpty ? 0 : exactExp(bounded[1])
    let linear = inputs.others.isEmpty ? 0 : exactExp(bounded[2])
    let sum = 1 + smooth + linear
    self.init(
      smooth: smooth / sum, linear: linear / sum, reach: min(8, max(0.1, exactExp(bounded[0]))))
  }
}
