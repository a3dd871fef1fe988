import Kernel
import Measurement
import ScenarioFile

/// A finished comparison as reports read it: from memory, or from its folder.
package struct ComparisonResults: Sendable, Equatable {
  package var manifest: ComparisonManifest
  /// The baseline first.
  package var scenarios: [ComparedScenario]
  /// National indicators, in the order of the runs' columns.
  package var indicators: [Indicator]
  package var months: [Day]
  package var regions: [TilePlace]
  /// National effects first, in the order of scenarios and indicators, then those of margins.
  package var effects: [Effect]
  /// What documents say, beside the baseline's replicates.
  package var evidence: [EvidenceRow]
  /// The same facts beside each variant's replicates; empty where they are not known.
  package var variantEvidence: [[EvidenceRow]] = []
  /// On which assumptions headline effects depend, the strongest first; empty without worlds.
  package var assumptions: [Assumption] = []
  package var money: MoneyUnits
  /// Whether these are known to be the numbers of the manifest's digest.
  package var isChecked = true

  package init(
    manifest: ComparisonManifest, scenarios: [ComparedScenario], indicators: [Indicator],
    months: [Day], regions: [TilePlace], effects: [Effect], evidence: [EvidenceRow] = [],
    money: MoneyUnits
  ) {
    self.manifest = manifest
    self.scenarios = scenarios
    self.indicators = indicators
    self.months = months
    self.regions = regions
    self.effects = effects
    self.evidence = evidence
    self.money = money
  }

  /// A variant's national effect; nil where the runs have no such indicator.
  package func effect(
    _ indicator: NationalIndicator, variant: Int, in unit: MoneyUnit = .own
  ) -> Effect? {
    effects.first {
      $0.dimension == unit.dimension && $0.indicator == indicator.name && $0.variant == variant
    }
  }

  /// A variant's effects by one dimension and indicator, in the order of their members.
  package func effects(by dimension: String, _ column: Cells.Column, variant: Int) -> [Effect] {
    effects.filter {
      $0.dimension == dimension && $0.indicator == column.name && $0.variant == variant
    }
  }
}

/// One of the scenarios compared.
package struct ComparedScenario: Sendable, Equatable {
  /// Its file's name without folder and ending, told apart from others of that name.
  package var name: String
  /// What the scenario calls itself, and what it asks.
  package var title: String
  package var question: String
  package var scenarioSHA256: String
  /// SHA-256 of the digests of its runs, one after the other.
  package var digest: String
  package var persons: Int
  package var employers: Int
  package var measures: [MeasureDates]
  /// The first month in which any national number differs from the baseline's; nil where none does.
  package var firstDifference: Day?
  /// What it changes of the baseline, as far as that is known.
  package var changes: [PolicyChanges.Row] = []

  package init(
    name: String, title: String, question: String, scenarioSHA256: String, digest: String,
    persons: Int, employers: Int, measures: [MeasureDates], firstDifference: Day? = nil
  ) {
    self.name = name
    self.title = title
    self.question = question
    self.scenarioSHA256 = scenarioSHA256
    self.digest = digest
    self.persons = persons
    self.employers = employers
    self.measures = measures
    self.firstDifference = firstDifference
  }
}

/// A region's place on the tile map.
package struct TilePlace: Sendable, Equatable {
  package var name: String
  package var column: Int
  package var row: Int

  package init(name: String, column: Int, row: Int) {
    self.name = name
    self.column = column
    self.row = row
  }
}

/// What a variant does to one indicator, of the nation or of a part of it, period by period.
package struct Effect: Sendable, Equatable {
  /// The dimension of effects on the whole country.
  package static let nation = "nation"
  /// The dimension of costs: public money given up for each unit of an effect.
  package static let cost = "cost"
  /// The period from the first month that differs to the end; and the whole time.
  package static let after = "after"
  package static let all = "all"

  /// The variant's place among the scenarios, from 1.
  package var variant: Int
  package var dimension: String
  /// Empty for the nation.
  package var member: String
  package var indicator: String
  package var unit: String
  /// Months as 2020-08, years as 2020, ``after`` and ``all``: means over their months.
  package var periods: [String]
  package var estimates: [Estimate]

  package init(
    variant: Int, dimension: String, member: String, indicator: String, unit: String,
    periods: [String], estimates: [Estimate]
  ) {
    self.variant = variant
    self.dimension = dimension
    self.member = member
    self.indicator = indicator
    self.unit = unit
    self.periods = periods
    self.estimates = estimates
  }

  package func estimate(_ period: String) -> Estimate? {
    periods.firstIndex(of: period).map { estimates[$0] }
  }
}

/// A paired difference over replicates: variant less baseline.
package struct Estimate: Sendable, Equatable {
  /// Means over replicates; nil where there was nobody to measure in any.
  package var base: Double?
  package var variant: Double?
  package var difference: Double?
  /// The 95 % interval of the difference; nil with fewer than two replicates.
  package var lower: Double?
  package var upper: Double?
  /// By how much common luck cuts the variance of the difference, and so the replicates needed; nil where
  /// nothing varies.
  package var pairingGain: Double?
  /// Pairs in which both runs have a value.
  package var replicates: Int
  /// How the difference lies over worlds; nil with fewer than two.
  package var overWorlds: WorldSpread?
  /// How often chance alone would give as much: over worlds so many of one sign, else a mean as far from 0; nil with
  /// fewer than two replicates.
  package var probability: Double?

  package init(
    base: Double? = nil, variant: Double? = nil, difference: Double? = nil, lower: Double? = nil,
    upper: Double? = nil, pairingGain: Double? = nil, replicates: Int = 0
  ) {
    self.base = base
    self.variant = variant
    self.difference = difference
    self.lower = lower
    self.upper = upper
    self.pairingGain = pairingGain
    self.replicates = replicates
  }

  /// A difference in the same unit as a part of the baseline's size, 0.01 for one per cent; nil where the
  /// baseline has none.
  package func relative(_ difference: Double?) -> Double? {
    guard let difference, let base else { return nil }
    return difference == 0 ? 0 : base == 0 ? nil : difference / base.magnitude
  }

  /// Whether the interval leaves out zero, and nine worlds in ten agree, where there are worlds.
  package var isClear: Bool {
    guard let lower, let upper else { return false }
    return (lower > 0 || upper < 0) && (overWorlds?.agrees ?? true)
  }

  /// Between which the difference lies for all that is said: in nine worlds of ten, or else by luck's interval.
  package var range: ClosedRange<Double>? {
    if let overWorlds { return overWorlds.p05...overWorlds.p95 }
    guard let lower, let upper, lower <= upper else { return nil }
    return lower...upper
  }
}

/// How an effect goes with one assumption over plausible worlds.
package struct Assumption: Sendable, Equatable {
  /// The variant's place among the scenarios, from 1.
  package var variant: Int
  package var indicator: String
  /// As in `--set`.
  package var key: String
  /// Spearman's, by ranks: 1 where the effect rises with the value throughout.
  package var correlation: Double
  /// Its 95 % interval.
  package var lower: Double
  package var upper: Double
  /// Whether it stands out from what chance would give among so many keys.
  package var isTold: Bool

  package init(
    variant: Int, indicator: String, key: String, correlation: Double, lower: Double,
    upper: Double, isTold: Bool
  ) {
    (self.variant, self.indicator, self.key) = (variant, indicator, key)
    (self.correlation, self.lower, self.upper) = (correlation, lower, upper)
    self.isTold = isTold
  }
}

/// A difference over plausible worlds, each by the mean of its replicates.
package struct WorldSpread: Sendable, Equatable {
  package var median: Double
  /// Nine worlds in ten lie between these.
  package var p05: Double
  package var p95: Double
  package var worlds: Int
  /// Worlds whose difference has the median's sign.
  package var sameSign: Int
  /// Part of the variance between replicates that is luck; nil where no world was lived twice, or nothing varies.
  package var luckShare: Double?

  package init(
    median: Double, p05: Double, p95: Double, worlds: Int, sameSign: Int, luckShare: Double? = nil
  ) {
    (self.median, self.p05, self.p95) = (median, p05, p95)
    (self.worlds, self.sameSign, self.luckShare) = (worlds, sameSign, luckShare)
  }

  /// The least part of worlds that agree on a sign of which a sentence is made.
  package static let enough = 0.9

  /// Whether nine worlds in ten agree on the sign.
  package var agrees: Bool { Double(sameSign) >= Self.enough * Double(worlds) }
}
