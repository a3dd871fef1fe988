import Inputs
import Kernel

/// What the regional offices have on their desks: applications for permits on their way, quotas, files of an
/// amnesty. Worked on between the markets' days, in a fixed order.
public struct Offices: ~Copyable {
  /// Applications by the day of their decision; records of those decided are free.
  public var applications: Column<Application>
  public var calendar: SleepersCalendar
  public var due: Column<UInt32>
  public var freeApplication = Place<Application>.nowhere
  /// What is left of the year's permits, by region and skill (see ``cell(region:_:)``), simulated; nil without a quota.
  public var quotaLeft: [Int64?]
  /// Places asked for this year, by cell, and last year: what quotas are split by. Places given this year.
  public var requests: [Int64]
  public var lastRequests: [Int64]
  public var granted: [Int64]
  /// Places given in all earlier years.
  public var grantedBefore: Int64 = 0
  /// Places that the permit offices may yet decide on; below zero, they decided on more than their day's.
  public var permitCapacity = 0.0
  /// Files of the amnesty, by region, first come first served.
  public var desks: [Desk]
  /// The amnesty whose files are on the desks; nothing when there is none.
  package var amnesty: AmnestyInForce?

  public init(horizon: Int, regionCount: Int) {
    applications = Column(repeating: Application(), count: 0, capacity: 64)
    calendar = SleepersCalendar(horizon: horizon, capacity: 64)
    due = Column(repeating: 0, count: 0, capacity: 16)
    let cells = regionCount * Skill.allCases.count
    quotaLeft = Array(repeating: nil, count: cells)
    requests = Array(repeating: 0, count: cells)
    lastRequests = requests
    granted = requests
    desks = Array(repeating: Desk(), count: regionCount)
  }

  /// Where the permits of a region and category are counted.
  public static func cell(region: Int, _ skill: Skill) -> Int {
    region * Skill.allCases.count + Int(skill.rawValue)
  }

  /// The category of a cell.
  public static func skill(ofCell cell: Int) -> Skill {
    Skill.allCases[cell % Skill.allCases.count]
  }

  /// Places given since the beginning. The audit compares it with what employers received.
  public var grantedSoFar: Int64 { granted.reduce(grantedBefore, +) }

  /// Puts an application on its way; one that would be decided after the last day is never heard of again.
  public mutating func submit(_ application: Application) {
    guard application.decision < calendar.horizon else { return }
    var index = freeApplication
    if index == .nowhere {
      index = applications.append(application)
    } else {
      freeApplication = applications[index].next
      applications[index] = application
    }
    calendar.add(index.rawValue, on: application.decision)
  }

  /// Frees the record of one that has been decided.
  public mutating func close(_ index: Place<Application>) {
    applications[index].next = freeApplication
    freeApplication = index
  }
}

/// An employer asks for places of one category.
@frozen public struct Application: BitwiseCopyable, Sendable {
  public var market: MarketNumber = 0
  /// Index in the market.
  public var employer: EmployerIndex = 0
  public var skill = Skill.low
  public var count: UInt16 = 0
  /// Day of filing, which makes its draws; and of the decision.
  public var filed = 0
  public var decision = 0
  /// In a free record, the next free one.
  public var next = Place<Application>.nowhere

  public init() {}
}

/// A regional desk of the amnesty: employers' files in their order.
public struct Desk: Sendable, Equatable {
  public private(set) var queue: [Filing] = []
  private var first = 0
  /// Capacity not used up. Below zero, a file was larger than it, and is made up for.
  private var credit = 0.0
  /// Workers in the queue.
  public private(set) var waiting: Int64 = 0

  public init() {}

  public mutating func add(_ filing: Filing) {
    queue.append(filing)
    waiting += Int64(filing.count)
  }

  /// The next file, if there is one.
  public mutating func take() -> Filing? {
    guard first < queue.count else { return nil }
    let filing = queue[first]
    first += 1
    waiting -= Int64(filing.count)
    if first == queue.count {
      queue.removeAll(keepingCapacity: true)
      first = 0
    }
    return filing
  }

  /// Workers' worth of idle capacity that a desk has left for the next file. To a whole region's desk it is a moment; in a small
  /// sample, to whose desk a file comes every few days, it keeps chance from making queues that no region knows.
  private static var spare: Double { 20 }

  /// The files of a day, at so many workers a day.
  public mutating func work(_ perDay: Double) -> [Filing] {
    credit = min(credit + perDay, max(perDay, Self.spare))
    var done: [Filing] = []
    while credit > 0, let filing = take() {
      credit -= Double(filing.count)
      done.append(filing)
    }
    return done
  }
}

/// A file of an amnesty: an employer's, whose workers are marked in its staff, or a worker's own.
@frozen public struct Filing: BitwiseCopyable, Sendable, Equatable {
  public var market: MarketNumber
  /// Who filed, or where the worker is who did.
  public var employer: EmployerIndex
  public var count: UInt16
  /// The worker who applied alone, and where the record stood then; nobody in an employer's file.
  public var person = PersonID.nobody
  public var place = PersonIndex.nowhere

  public init(market: MarketNumber, employer: EmployerIndex, count: UInt16) {
    self.market = market
    self.employer = employer
    self.count = count
  }

  /// A worker's own.
  public init(market: MarketNumber, worker: Person, at place: PersonIndex) {
    self.init(market: market, employer: worker.employer, count: 1)
    person = worker.id
    self.place = place
  }
}

/// An employer with a free place asks for a worker from abroad.
@frozen public struct Invitation: BitwiseCopyable, Sendable {
  public var market: MarketNumber
  public var employer: EmployerIndex
  public var skill: Skill

  public init(market: MarketNumber, employer: EmployerIndex, skill: Skill) {
    self.market = market
    self.employer = employer
    self.skill = skill
  }
}

extension Desk {
  func write(to writer: inout StateWriter) {
    writer.write(queue)
    writer.write(first)
    writer.write(credit)
    writer.write(waiting)
  }

  init(from reader: inout StateReader) throws(StateFault) {
    queue = try reader.readArray(of: Filing.self)
    first = try reader.read(Int.self)
    credit = try reader.read(Double.self)
    waiting = try reader.read(Int64.self)
  }
}
