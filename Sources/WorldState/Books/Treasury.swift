import Kernel

/// Who pays, by status, in the treasury's ledger.
public enum Payer: Int, CaseIterable, Sendable {
  case nativeFormal = 0
  case nativeInformal = 1
  case migrantLawful = 2
  case migrantIrregular = 3

  public var name: String {
    switch self {
    case .nativeFormal: "native_formal"
    case .nativeInformal: "native_informal"
    case .migrantLawful: "migrant_lawful"
    case .migrantIrregular: "migrant_irregular"
    }
  }
}

/// What the treasury and the funds have received since the world's first day, by region and payer.
public struct Treasury: Sendable, Equatable {
  /// `[region × payers + payer]`.
  public private(set) var received: [MonthDues]
  public private(set) var lastMonth: [MonthDues]

  public init(regionCount: Int) {
    received = Array(repeating: MonthDues(), count: regionCount * Payer.allCases.count)
    lastMonth = received
  }

  public mutating func beginMonth() {
    for index in lastMonth.indices { lastMonth[index] = MonthDues() }
  }

  public mutating func receive(_ dues: MonthDues, region: Int, payer: Payer) {
    let index = region * Payer.allCases.count + payer.rawValue
    received[index] += dues
    lastMonth[index] += dues
  }

  public func lastMonth(region: Int, payer: Payer) -> MonthDues {
    lastMonth[region * Payer.allCases.count + payer.rawValue]
  }
}

extension Treasury {
  package func write(to writer: inout StateWriter) {
    writer.write(received)
    writer.write(lastMonth)
  }

  package init(from reader: inout StateReader) throws(StateFault) {
    received = try reader.readArray(of: MonthDues.self)
    lastMonth = try reader.readArray(of: MonthDues.self)
  }
}
