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
  /// What migrants paid out of their savings: fines, and bribes where the law looks at what they have.
  case takenFromSavings
  /// What lawful migrants paid officers who stopped them without reason: a part of bribes.
  case lawfulLosses
  /// What expulsions cost those who were expelled and their employers.
  case expulsionPaid
  // Of the treasury: income, then spending.
  case permitFees
  case patentTax
  /// Fines as they are imposed; of them, what was paid, and what nobody asks for any more. The rest is owed.
  case fines
  case finesCollected
  case finesWaived
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

  /// Adds a whole payment.
  @inlinable public func add(_ transfer: Transfer, whole amount: Int32) {
    add(transfer, Double(amount))
  }

  /// All sums, in the order of ``Transfer/allCases``.
  public var all: [Int64] { (0..<sums.count).map { sums[$0] } }
}
