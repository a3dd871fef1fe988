import Inputs
import Kernel

/// What a kept state of the offices consists of; see ``Market``'s.
extension Offices {
  /// In the place of the last day of an amnesty, where none has files on the desks.
  private static var noAmnesty: Int { .min }

  package func write(to writer: inout StateWriter) {
    writer.write(applications)
    calendar.write(to: &writer)
    writer.write(freeApplication)
    writer.write(quotaLeft.map { $0 == nil ? UInt8(0) : 1 })
    writer.write(quotaLeft.map { $0 ?? 0 })
    writer.write(requests)
    writer.write(lastRequests)
    writer.write(granted)
    writer.write(grantedBefore)
    writer.write(permitCapacity)
    for desk in desks { desk.write(to: &writer) }
    writer.write(amnesty?.last ?? Self.noAmnesty)
  }

  /// Offices that were written by ``write(to:)``, of as many regions as these.
  package mutating func read(
    from reader: inout StateReader, under inputs: Inputs
  ) throws(StateFault) {
    applications = try reader.readColumn(of: Application.self)
    calendar = try SleepersCalendar(from: &reader)
    freeApplication = try reader.read(Place<Application>.self)
    let limited = try reader.readArray(of: UInt8.self)
    let left = try reader.readArray(of: Int64.self)
    quotaLeft = zip(limited, left).map { $0 == 0 ? nil : $1 }
    requests = try reader.readArray(of: Int64.self)
    lastRequests = try reader.readArray(of: Int64.self)
    granted = try reader.readArray(of: Int64.self)
    grantedBefore = try reader.read(Int64.self)
    permitCapacity = try reader.read(Double.self)
    let counts = [quotaLeft.count, requests.count, lastRequests.count, granted.count]
    guard counts.allSatisfy({ $0 == desks.count * Skill.allCases.count }) else {
      throw .otherLayout
    }
    for region in desks.indices { desks[region] = try Desk(from: &reader) }
    let last = try reader.read(Int.self)
    // Where the window is still open, its law is found anew with the next day.
    if last != Self.noAmnesty {
      amnesty = LawInForce(inputs, on: inputs.firstWorldDay + last).amnesty
    }
  }
}
