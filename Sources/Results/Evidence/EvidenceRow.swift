import Kernel
import Measurement
import ScenarioFile

/// A documented fact and what a run's replicates give for it.
package struct EvidenceRow: Sendable, Equatable {
  package var fact: DocumentedFact
  /// By replicate; nil where a run does not hold what the fact needs.
  package var values: [Double?]

  package init(fact: DocumentedFact, values: [Double?]) {
    self.fact = fact
    self.values = values
  }

  package var known: [Double] { values.compactMap { $0 } }

  /// Over replicates; nil where none has a value.
  package var mean: Double? {
    known.isEmpty ? nil : known.reduce(0, +) / Double(known.count)
  }

  /// Whether the mean lies within what the fact allows; nil where there is none.
  package var agrees: Bool? {
    mean.map { ($0 >= fact.low ?? -.infinity) && ($0 <= fact.high ?? .infinity) }
  }

  /// A row a fact, from the values of each replicate.
  package static func rows(
    _ facts: [DocumentedFact], _ replicates: [[Double?]]
  ) -> [EvidenceRow] {
    facts.enumerated().map { place, fact in
      EvidenceRow(fact: fact, values: replicates.map { place < $0.count ? $0[place] : nil })
    }
  }
}

extension RunRecords {
  /// What the records give for each fact.
  package func evidence(_ facts: [DocumentedFact], scale: Double) -> [Double?] {
    var counter = EvidenceCounter(facts, scale: scale)
    for record in days { counter.add(record) }
    for record in months { counter.add(record) }
    return counter.values
  }
}

extension DocumentedFact.Unit {
  /// A value of this unit for a reader; an en dash where there is none.
  package func text(_ value: Double?) -> String {
    guard let value, value.isFinite else { return "–" }
    return switch self {
    case .share: NumberText.fixed(100 * value, decimals: 1) + " %"
    case .ratio: NumberText.fixed(value, decimals: value.magnitude < 10 ? 2 : 1)
    case .money, .pay:
      value.magnitude >= 1e7
        ? NumberText.fixed(value / 1e6, decimals: 0) + " m" : NumberText.fixed(value, decimals: 0)
    case .persons: NumberText.fixed(value, decimals: 0)
    }
  }
}
