import Inputs
import Kernel

/// A labour market: one sector of one region. It owns its people's and employers' records, its vacancies,
/// tables, calendar and books, and is worked on by one worker at a time.
///
/// The methods here and in the files beside keep what belongs together together (lists, tables, counts and ledgers);
/// they decide nothing. Decisions are the Submodels'.
package struct Market: ~Copyable {
  package let traits: MarketTraits
  package var conditions = MarketConditions()
  package var people: Column<Person>
  package var employers: Column<Employer>
  package var calendar: SleepersCalendar
  /// People in jobs, by identity.
  package var workers: SampledSet
  /// People who search without a job, by identity.
  package var seekers: SampledSet
  /// Open vacancies, by employer and number.
  package var vacancies: SampledSet
  /// By group.
  package var ledgers: Column<GroupLedger>
  package let flows = FlowCounts()
  /// Heads of the labour force on the world's first day.
  package var foundedWith: Int64 = 0
  /// 30-day averages for matching.
  package var smoothedSeekers = 0.0
  package var smoothedVacancies = 0.0
  /// Vacancies per effective seeker, averaged over a year, so that the season does not show; and what it
  /// was at rest, set when the burn-in ends.
  package var yearlyTightness = 0.0
  package var restTightness = 0.0
  /// What this market publishes at the day's end.
  package var board = MarketBoard()
  /// People who leave for another market today.
  package var outbox: Column<Departure>
  /// Scratch: who may be due today.
  package var due: Column<UInt32>
  package var diary = Diary()
  /// First free person record; ``Person/nobody`` when there is none.
  package var freePerson = Person.nobody

  package init(
    traits: MarketTraits, people: consuming Column<Person>, employers: consuming Column<Employer>,
    horizon: Int, expectedPeople: Int, expectedWorkers: Int, expectedSeekers: Int, expectedVacancies: Int
  ) {
    self.traits = traits
    calendar = SleepersCalendar(horizon: horizon, capacity: expectedPeople)
    self.people = people
    self.employers = employers
    workers = SampledSet(expected: expectedWorkers, slotsPerMember: 1.8)
    seekers = SampledSet(expected: expectedSeekers, slotsPerMember: 2.5)
    vacancies = SampledSet(expected: expectedVacancies, slotsPerMember: 3)
    ledgers = Column(repeating: GroupLedger(), count: Group.count)
    outbox = Column(
      repeating: Departure(person: Person(id: 0, activity: .nobody, skill: .low), to: 0),
      count: 0, capacity: 16)
    due = Column(repeating: 0, count: 0, capacity: 64)
  }

  /// Heads of the labour force.
  package var present: Int64 {
    var heads: Int64 = 0
    for group in 0..<ledgers.count { heads += ledgers[group].present }
    return heads
  }

  package var byteCount: Int {
    people.byteCount + employers.byteCount + calendar.byteCount + workers.byteCount + seekers.byteCount + vacancies.byteCount
  }
}

/// A person on the way to another market. The record moves whole.
@frozen package struct Departure: BitwiseCopyable, Sendable {
  package var person: Person
  /// The destination's number.
  package var to: UInt32

  package init(person: Person, to: UInt32) {
    self.person = person
    self.to = to
  }
}
