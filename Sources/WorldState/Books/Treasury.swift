/// Who pays, by status, in the treasury's ledger.
package enum Payer: Int, CaseIterable, Sendable {
  case nativeFormal = 0
  case nativeInformal = 1

  package var name: String {
    switch self {
    case .nativeFormal: "native_formal"
    case .nativeInformal: "native_informal"
    }
  }
}

/// What the treasury and the funds have received since the world's first day, by region and payer.
package struct Treasury: Sendable, Equatable {
  /// `[region × payers + payer]`.
  package private(set) var received: [MonthDues]
  package private(set) var lastMonth: [MonthDues]

  package init(regionCount: Int) {
    received = Array(repeating: MonthDues(), count: regionCount * Payer.allCases.count)
    lastMonth = received
  }

  package mutating func beginMonth() {
    for index in lastMonth.indices { lastMonth[index] = MonthDues() }
  }

  package mutating func receive(_ dues: MonthDues, region: Int, payer: Payer) {
    let index = region * Payer.allCases.count + payer.rawValue
    received[index] += dues
    lastMonth[index] += dues
  }

  package func lastMonth(region: Int, payer: Payer) -> MonthDues {
    lastMonth[region * Payer.allCases.count + payer.rawValue]
  }
}
