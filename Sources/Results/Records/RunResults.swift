import Kernel
import Measurement

/// A run's results as reports read them: from memory after a run, or from its folder.
package struct RunResults: Sendable, Equatable {
  package var manifest: Manifest
  package var about: RunAbout
  /// The columns of ``national``, in their order.
  package var indicators: [Indicator]
  /// First days of the months measured.
  package var months: [Day]
  /// A row a month, a column an indicator; nil is a mean of nobody.
  package var national: [[Double?]]
  /// What documents say, beside every replicate.
  package var evidence: [EvidenceRow]
  package var money: MoneyUnits
  /// Whether these are known to be the numbers of the manifest's digest: results of earlier versions are read
  /// back unchecked.
  package var isChecked = true

  package init(
    manifest: Manifest, about: RunAbout, indicators: [Indicator], months: [Day],
    national: [[Double?]], evidence: [EvidenceRow] = [],
    money: MoneyUnits
  ) {
    self.manifest = manifest
    self.about = about
    self.indicators = indicators
    self.months = months
    self.national = national
    self.evidence = evidence
    self.money = money
  }

  /// An indicator's values, month by month; nil where the run has no such indicator.
  package func series(_ indicator: NationalIndicator) -> [Double?]? {
    guard let column = indicators.firstIndex(where: { $0.name == indicator.name }) else {
      return nil
    }
    return national.map { $0[column] }
  }
}

/// What a reader wants to know of a run that its manifest does not say.
package struct RunAbout: Sendable, Equatable {
  package var name: String
  /// What the scenario asks; may be empty.
  package var question: String
  /// Simulated persons and employers on the first day.
  package var persons: Int
  package var employers: Int
  package var measures: [MeasureDates]
  /// First days of the months that tables show first; none for months evenly apart.
  package var landmarks: [Day]

  package init(
    name: String, question: String, persons: Int, employers: Int, measures: [MeasureDates],
    landmarks: [Day]
  ) {
    self.landmarks = landmarks
    self.name = name
    self.question = question
    self.persons = persons
    self.employers = employers
    self.measures = measures
  }
}

/// When a measure of the scenario holds, for tables and charts.
package struct MeasureDates: Sendable, Equatable {
  package var name: String
  package var kind: String
  package var from: Day
  /// The last day on which it holds; nil while nobody ends it.
  package var until: Day?

  package init(name: String, kind: String, from: Day, until: Day?) {
    self.name = name
    self.kind = kind
    self.from = from
    self.until = until
  }
}
