import Kernel

/// What a kept state of a homeland consists of; see ``Market``'s.
extension Homeland {
  package func write(to writer: inout StateWriter) {
    writer.write(traits)
    writer.write(people)
    calendar.write(to: &writer)
    writer.write(flows.all)
    writer.write(outbox)
    writer.write(abroad)
  }

  /// A homeland that was written by ``write(to:)``.
  package static func read(from reader: inout StateReader) throws(StateFault) -> Homeland {
    let traits = try reader.read(HomelandTraits.self)
    let people = try reader.readColumn(of: Person.self)
    var homeland = Homeland(traits: traits, people: people, horizon: 1)
    homeland.calendar = try SleepersCalendar(from: &reader)
    let counts = try reader.readArray(of: Int64.self)
    guard counts.count == Flow.allCases.count else { throw .otherLayout }
    for flow in Flow.allCases { homeland.flows[flow] = counts[flow.rawValue] }
    homeland.outbox = try reader.readColumn(of: Departure.self)
    homeland.abroad = try reader.read(Int64.self)
    return homeland
  }
}
