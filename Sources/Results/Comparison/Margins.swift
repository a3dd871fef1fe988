import Kernel
import Measurement

/// Whose sums these are: a value of one dimension of the cells, or of who pays.
package struct MarginKey: Sendable, Hashable, Comparable {
  /// `region`, `sector`, `origin`, `authorisation` or `payer`.
  package var dimension: String
  /// A region's name, and so on.
  package var member: String
  /// A column of the table of cells, or a kind of money.
  package var indicator: String

  package init(dimension: String, member: String, indicator: String) {
    self.dimension = dimension
    self.member = member
    self.indicator = indicator
  }

  package static func < (a: MarginKey, b: MarginKey) -> Bool {
    (a.dimension, a.member, a.indicator) < (b.dimension, b.member, b.indicator)
  }
}

/// A run's cells and money summed over all but one dimension: what comparisons keep of them.
package struct Margins: Sendable, Equatable {
  /// In rising order.
  package var keys: [MarginKey]
  /// A series a key, a number a month.
  package var series: [[Double]]

  package init(keys: [MarginKey] = [], series: [[Double]] = []) {
    self.keys = keys
    self.series = series
  }

  /// Sums months as they come.
  package struct Counter {
    private static let dimensions = ["region", "sector", "origin", "authorisation"]
    private var monthCount = 0
    /// By dimension: the members so far, and for each its sums, `[month × indicators + indicator]`.
    private var places: [[String: Int]]
    private var sums: [[[Double]]]
    private var money: [MarginKey: [Double]] = [:]

    package init() {
      places = Array(repeating: [:], count: Self.dimensions.count)
      sums = Array(repeating: [], count: Self.dimensions.count)
    }

    package mutating func add(_ record: MonthRecord) {
      let width = Cells.indicators.count
      let month = monthCount
      monthCount += 1
      for cell in record.cells {
        let members = [cell.region, cell.sector, cell.origin, cell.authorisation]
        for dimension in members.indices {
          let place = place(of: members[dimension], dimension)
          let missing = monthCount * width - sums[dimension][place].count
          if missing > 0 {
            sums[dimension][place] += Array(repeating: 0, count: missing)
          }
          for column in 0..<width {
            sums[dimension][place][month * width + column] += cell.values[column]
          }
        }
      }
      for row in record.money {
        let key = MarginKey(dimension: "payer", member: row.payer, indicator: row.kind)
        let missing = monthCount - money[key, default: []].count
        if missing > 0 { money[key, default: []] += Array(repeating: 0, count: missing) }
        money[key, default: []][month] += row.amount
      }
    }

    private mutating func place(of member: String, _ dimension: Int) -> Int {
      if let place = places[dimension][member] { return place }
      places[dimension][member] = sums[dimension].count
      sums[dimension].append([])
      return sums[dimension].count - 1
    }

    package var margins: Margins {
      var all = money.mapValues { $0 + Array(repeating: 0, count: monthCount - $0.count) }
      let width = Cells.indicators.count
      for (dimension, name) in Self.dimensions.enumerated() {
        for (member, place) in places[dimension] {
          let sums = sums[dimension][place]
          for (column, indicator) in Cells.indicators.enumerated() {
            let key = MarginKey(dimension: name, member: member, indicator: indicator.name)
            all[key] = (0..<monthCount).map { month in
              let index = month * width + column
              return index < sums.count ? sums[index] : 0
            }
          }
        }
      }
      let keys = all.keys.sorted()
      return Margins(keys: keys, series: keys.map { all[$0] ?? [] })
    }
  }
}
