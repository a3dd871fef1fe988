import Kernel
import Measurement
import ScenarioFile
import Simulation

/// What a comparison keeps of one run: its national series, the margins of its cells, its digest.
package struct ComparedRun: Sendable, Equatable {
  /// As `kosh run` gives it.
  package var digest: String
  package var months: [Day]
  /// A row a month, in the order of the run's indicators; nil is a mean of nobody.
  package var national: [[Double?]]
  package var margins: Margins
  /// What the run gives for the facts it was asked about, in their order.
  package var evidence: [Double?]
  package var persons: Int
  package var employers: Int
  package var events: Int

  package init(
    digest: String, months: [Day], national: [[Double?]], margins: Margins,
    evidence: [Double?] = [], persons: Int = 0, employers: Int = 0, events: Int = 0
  ) {
    self.digest = digest
    self.months = months
    self.national = national
    self.margins = margins
    self.evidence = evidence
    self.persons = persons
    self.employers = employers
    self.events = events
  }

  /// Gathers the records of one run as they come.
  package struct Gatherer: RunGatherer {
    private var digest = Digest()
    private var months: [Day] = []
    private var national: [[Double?]] = []
    private var counter = Margins.Counter()
    private var evidence: EvidenceCounter

    /// - Parameter facts: what the run is asked for, at its scale.
    package init(_ facts: [DocumentedFact], scale: Double) {
      evidence = EvidenceCounter(facts, scale: scale)
    }

    package mutating func add(_ record: DayRecord) {
      digest.add(record)
      evidence.add(record)
    }

    package mutating func add(_ record: MonthRecord) {
      digest.add(record)
      months.append(record.month)
      national.append(record.national)
      counter.add(record)
      evidence.add(record)
    }

    package func gathered(_ summary: RunSummary) -> ComparedRun {
      ComparedRun(
        digest: digest.text, months: months, national: national, margins: counter.margins,
        evidence: evidence.values, persons: summary.labourForce, employers: summary.employers,
        events: summary.events)
    }
  }
}

extension ComparedRun {
  /// The run as bytes with their checksum, for this build to read back.
  var bytes: [UInt8] {
    var writer = StateWriter()
    writer.write(digest)
    writer.write(months.map(\.number))
    writer.write(national.count)
    for row in national {
      // Presence beside value: a value may be any number.
      writer.write(row.map { $0 == nil ? UInt8(0) : 1 })
      writer.write(row.map { $0 ?? 0 })
    }
    writer.write(margins.keys.count)
    for (key, series) in zip(margins.keys, margins.series) {
      for text in [key.dimension, key.member, key.indicator] { writer.write(text) }
      writer.write(series)
    }
    writer.write(evidence.map { $0 == nil ? UInt8(0) : 1 })
    writer.write(evidence.map { $0 ?? 0 })
    for count in [persons, employers, events] { writer.write(count) }
    return Array(Digest.ofBytes(writer.bytes).utf8) + writer.bytes
  }

  /// The run that such bytes hold; nil where they are not whole.
  init?(bytes: [UInt8]) {
    guard bytes.count > 64 else { return nil }
    let body = Array(bytes[64...])
    guard Array(Digest.ofBytes(body).utf8) == Array(bytes[..<64]),
      let run = try? ComparedRun(body: body)
    else { return nil }
    self = run
  }

  private init(body: [UInt8]) throws(StateFault) {
    var reader = StateReader(body)
    digest = try reader.readText()
    months = try reader.readArray(of: Int32.self).map { Day(number: $0) }
    national = []
    for _ in 0..<(try reader.read(Int.self)) {
      let known = try reader.readArray(of: UInt8.self)
      let values = try reader.readArray(of: Double.self)
      national.append(zip(known, values).map { $0 == 0 ? nil : $1 })
    }
    margins = Margins()
    for _ in 0..<(try reader.read(Int.self)) {
      let key = MarginKey(
        dimension: try reader.readText(), member: try reader.readText(),
        indicator: try reader.readText())
      margins.keys.append(key)
      margins.series.append(try reader.readArray(of: Double.self))
    }
    let known = try reader.readArray(of: UInt8.self)
    let values = try reader.readArray(of: Double.self)
    evidence = zip(known, values).map { $0 == 0 ? nil : $1 }
    persons = try reader.read(Int.self)
    employers = try reader.read(Int.self)
    events = try reader.read(Int.self)
    guard reader.isAtEnd else { throw .truncated }
  }
}
