import Inputs
import Kernel

/// Spells: the stretches of a life between which nothing but epochs happens.
extension Market {
  /// Begins a person's next spell and draws its first epoch.
  @inlinable
  public mutating func beginSpell(
    _ person: PersonIndex, _ activity: Activity, bound: Double, _ today: Today
  ) {
    people[person].activity = activity
    people[person].spell += 1
    people[person].epochs = 0
    people[person].since = DayNumber(today.number)
    flows[.spells] += 1
    scheduleEpoch(person, bound: bound, today)
  }

  /// Draws the day of the next epoch of the present spell, at `bound` epochs a year.
  @inlinable
  public mutating func scheduleEpoch(_ person: PersonIndex, bound: Double, _ today: Today) {
    let record = people[person]
    let uniform = today.luck.uniform(
      record.id, .epoch, occasion: Int(record.spell),
      index: Int(record.epochs))
    people[person].epochs = record.epochs + 1
    let wait = bound > 0 ? -exactLog(uniform) * (Rates.daysPerYear / bound) : .infinity
    let day = today.number + 1 + (wait < 100_000 ? Int(wait) : 100_000)
    let epoch = day < calendar.horizon ? DayNumber(day) : .never
    if record.isMigrant {
      people[person].epochDue = epoch
      setDue(person, today)
    } else {
      people[person].due = epoch
      if epoch != .never { calendar.add(person.rawValue, on: day) }
    }
  }

  /// A uniform draw on (0, `bound`), to be compared with the rates of the spell's causes.
  @inlinable @inline(__always)
  package func causeDraw(_ person: PersonIndex, bound: Double, _ today: Today) -> Double {
    let record = people[person]
    return bound
      * today.luck.uniform(
        record.id, .cause, occasion: Int(record.spell),
        index: Int(record.epochs))
  }

  /// Puts a person among the seekers; the spell is the caller's.
  @inlinable
  public mutating func enterSearch(_ person: PersonIndex) {
    let record = people[person]
    if record.isMigrant {
      migrantSeekers.insert(record.id, at: person)
    } else {
      seekers.insert(record.id, at: person)
    }
    ledgers[Group.of(record)].searching += 1
  }

  @inlinable
  public mutating func leaveSearch(_ person: PersonIndex) {
    let record = people[person]
    if record.isMigrant {
      migrantSeekers.remove(record.id, at: person)
    } else {
      seekers.remove(record.id, at: person)
    }
    ledgers[Group.of(record)].searching -= 1
  }

  /// Searching from today on, after a job or own-account work that the caller has ended.
  @inlinable
  public mutating func startSearch(_ person: PersonIndex, _ today: Today) {
    enterSearch(person)
    beginSpell(person, .searching, bound: searchBound(of: people[person]), today)
  }

  /// From search into own-account work.
  public mutating func startOwnAccount(_ person: PersonIndex, _ today: Today) {
    leaveSearch(person)
    ledgers[Group.of(people[person])].ownAccount += 1
    flows[.ownAccountEntries] += 1
    beginSpell(person, .ownAccount, bound: traits.ownAccountBound, today)
  }

  /// Out of own-account work; the caller says what follows.
  public mutating func leaveOwnAccount(_ person: PersonIndex) {
    ledgers[Group.of(people[person])].ownAccount -= 1
  }

  /// Removes one who has no job and is not counted anywhere any more; frees the record.
  public mutating func removeRecord(_ person: PersonIndex) {
    flows[.spells] -= Int64(people[person].spell)
    people[person].activity = .nobody
    people[person].due = .never
    people[person].next = freePerson
    freePerson = person
  }

  /// Gives a record that came from elsewhere a place here; returns its index.
  public mutating func addRecord(_ record: Person) -> PersonIndex {
    flows[.spells] += Int64(record.spell)
    guard freePerson != .nowhere else { return people.append(record) }
    let index = freePerson
    freePerson = people[index].next
    people[index] = record
    return index
  }
}
