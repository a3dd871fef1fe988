import Kernel

/// The economy around the labour market on a day, read from the drivers and the season.
package struct Economy: Sendable, Equatable {
  /// Nominal pay and productivity to the reference year.
  package var payIndex: Double
  /// Posts wanted at unchanged surplus, to the first day.
  package var employmentTrend: Double
  /// Consumer prices to the reference year.
  package var priceIndex: Double
  /// Persons of the native labour force.
  package var labourForce: Double
}

extension Country {
  /// Units of the currency per US dollar on a day; days before the first row of the drivers read the first row.
  package func exchangeRate(on day: Day) -> Double {
    (drivers.last { $0.date <= day } ?? drivers[0]).exchangeRate
  }

  /// - Parameter day: days before the first row of the drivers read the first row.
  package func economy(on day: Day) -> Economy {
    let after = drivers.firstIndex { $0.date > day } ?? drivers.count
    let last = drivers[max(0, after - 1)]
    let next = drivers[min(after, drivers.count - 1)]
    let span = Double(next.date - last.date)
    let part = span > 0 ? min(1, max(0, Double(day - last.date) / span)) : 0
    func between(_ a: Double, _ b: Double) -> Double { a + (b - a) * part }
    return Economy(
      payIndex: last.payIndex,
      employmentTrend: between(last.employmentTrend, next.employmentTrend)
        / drivers[0].employmentTrend,
      priceIndex: between(last.priceIndex, next.priceIndex),
      labourForce: between(last.labourForce, next.labourForce))
  }

  /// By how much more a region's population grows than the nation's, a year.
  package func growthApart(ofRegion region: Int) -> Double {
    let total = regions.reduce(0) { $0 + $1.population }
    let totalNext = regions.reduce(0) { $0 + $1.populationNextYear }
    let place = regions[region]
    return place.populationNextYear / place.population - totalNext / total
  }

  /// Posts wanted in a sector beside the nation's trend, to those of its first date; linear between dates.
  package func sectorDemand(_ sector: Int, on day: Day) -> Double {
    guard sector < sectorDemand.count, let first = sectorDemand[sector].first else { return 1 }
    let rows = sectorDemand[sector]
    let after = rows.firstIndex { $0.date > day } ?? rows.count
    let last = rows[max(0, after - 1)]
    let next = rows[min(after, rows.count - 1)]
    let span = Double(next.date - last.date)
    let part = span > 0 ? min(1, max(0, Double(day - last.date) / span)) : 0
    return (last.factor + (next.factor - last.factor) * part) / first.factor
  }
}
