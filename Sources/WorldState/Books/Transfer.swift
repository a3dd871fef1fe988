import Kernel

/// Money beside pay and its taxes, since the world's first day.
public enum Transfer: Int, CaseIterable, Sendable {
  // Between private hands: reported, in no budget.
  /// Pay that migrants earned and did not get; of it, what they got back.
  case unpaidWages
  case recoveredWages
  /// Paid by employers to migrants injured at work.
  case injuryCompensation
  /// Taken by officers, and by officials of permit offices and desks.
  case bribes
  case extortion
  /// What employers spend on the procedure itself.
  case permitCosts
  // Of the treasury: income, then spending.
  case permitFees
  case patentTax
  case fines
  case inspectionCost
  case expulsionCost
}

/// Sums by transfer.
public struct TransferSums: ~Copyable {
  @usableFromInline let sums: Column<Int64>

  public init() { sums = Column(repeating: 0, count: Transfer.allCases.count) }

  @inlinable public subscript(transfer: Transfer) -> Int64 {
    @inline(__always) get { sums[transfer.rawValue] }
    @inline(__always) nonmutating set { sums[transfer.rawValue] = newValue }
  }

  /// Adds a payment, its fraction dropped.
  @inlinable public func add(_ transfer: Transfer, _ amount: Double) {
    self[transfer] = WholeMoney.sum(self[transfer], adding: amount)
  }

  /// All sums, in the order of ``Transfer/allCases``.
  public var all: [Int64] { (0..<sums.count).map { sums[$0] } }
}
