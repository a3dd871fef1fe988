import Inputs
import Kernel

/// Those of one origin who may come: a shard of its people, each with a place of their own for good.
///
/// Identities of a shard follow each other, so that a person's place is their identity less the first. One who is
/// abroad leaves a place marked ``Activity/away``; the record is in a market.
public struct Homeland: ~Copyable {
  public let traits: HomelandTraits
  public var people: Column<Person>
  public var calendar: SleepersCalendar
  // `var`, as in `Market`, for the thread sanitizer's sake.
  public var flows = FlowCounts()
  /// People who leave for a market today.
  public var outbox: Column<Departure>
  /// Scratch: who may be due today.
  public var due: Column<UInt32>
  public var diary = Diary()
  /// Heads now abroad.
  public var abroad: Int64 = 0

  public init(traits: HomelandTraits, people: consuming Column<Person>, horizon: Int) {
    self.traits = traits
    calendar = SleepersCalendar(horizon: horizon, capacity: people.count)
    self.people = people
    outbox = Column(
      repeating: Departure(person: Person(id: 0, activity: .nobody, skill: .low), to: 0),
      count: 0, capacity: 16)
    due = Column(repeating: 0, count: 0, capacity: 64)
  }

  /// Epochs a year of one at home.
  @inlinable
  public func bound(of person: Person) -> Double {
    person.marks.contains(.experienced) ? traits.experiencedBound : traits.bound
  }

  /// Begins a stay at home.
  @inlinable
  public mutating func beginHomeSpell(_ place: PersonIndex, _ today: Today) {
    people[place].activity = .atHome
    people[place].spell += 1
    people[place].epochs = 0
    people[place].since = DayNumber(today.number)
    flows[.spells] += 1
    scheduleEpoch(place, today)
  }

  /// Draws the day on which a person next thinks of leaving.
  @inlinable
  public mutating func scheduleEpoch(_ place: PersonIndex, _ today: Today) {
    let record = people[place]
    let uniform = today.luck.uniform(
      record.id, .epoch, occasion: Int(record.spell),
      index: Int(record.epochs))
    people[place].epochs = record.epochs + 1
    let wait = -exactLog(uniform) * (Rates.daysPerYear / bound(of: record))
    let day = today.number + 1 + (wait < 100_000 ? Int(wait) : 100_000)
    if day < calendar.horizon {
      people[place].due = DayNumber(day)
      calendar.add(place.rawValue, on: day)
    } else {
      people[place].due = .never
    }
  }

  /// Where one of this homeland's people has a place.
  public func place(of person: PersonID) -> PersonIndex {
    PersonIndex(person - traits.firstPerson)
  }

  /// Takes the record of one who leaves; the place stays.
  public mutating func takeOut(_ place: PersonIndex) -> Person {
    let record = people[place]
    flows[.spells] -= Int64(record.spell)
    people[place].activity = .away
    people[place].due = .never
    people[place].spell = 0
    abroad += 1
    return record
  }

  /// Puts one who has come home in their place.
  public mutating func putBack(_ record: Person) -> PersonIndex {
    let place = self.place(of: record.id)
    precondition(people[place].activity == .away, "only one who was away can come home")
    flows[.spells] += Int64(record.spell)
    people[place] = record
    abroad -= 1
    return place
  }

  public var byteCount: Int { people.byteCount + calendar.byteCount }
}

/// What makes one homeland differ from another and does not change while the world runs.
@frozen public struct HomelandTraits: BitwiseCopyable, Sendable {
  /// From 0 on, over all origins.
  public var number: Int
  /// Origin's number, from 1 on.
  public var origin: UInt8
  /// Identity of the first of its people.
  public var firstPerson: PersonID
  /// Epochs a year of one who has never been abroad, and of one who has.
  public var bound: Double
  public var experiencedBound: Double

  public init(
    number: Int, origin: UInt8, firstPerson: PersonID, bound: Double, experiencedBound: Double
  ) {
    self.number = number
    self.origin = origin
    self.firstPerson = firstPerson
    self.bound = bound
    self.experiencedBound = experiencedBound
  }
}
