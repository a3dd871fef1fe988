import Inputs
import Kernel

/// A labour market: one sector of one region. It owns its people's and employers' records, its vacancies,
/// tables, calendar and books, and is worked on by one worker at a time.
///
/// The methods here and in the files beside keep what belongs together together (lists, tables, counts and ledgers);
/// they decide nothing. Decisions are the Submodels'.
public struct Market: ~Copyable {
  public let traits: MarketTraits
  public var conditions = MarketConditions()
  public var people: Column<Person>
  public var employers: Column<Employer>
  /// By employer.
  public var prospects: Column<Prospects>
  public var calendar: SleepersCalendar
  /// People in jobs, by identity.
  public var workers: SampledSet
  /// Natives who search without a job, by identity.
  public var seekers: SampledSet
  /// Migrants who do.
  public var migrantSeekers: SampledSet
  /// Migrants who work without the authorisation that they need.
  public var irregularWorkers: SampledSet
  /// Parts of the firms in which these work, summed over them; see ``Employer/parts``.
  public var irregularParts: Int64 = 0
  /// Employers here to the firms for which they stand.
  public let partsPerFirm: Double
  /// Open vacancies, by employer and number.
  public var vacancies: SampledSet
  /// By group.
  public var ledgers: Column<GroupLedger>
  /// Jobs by what they pay.
  public var payBrackets = Column(repeating: PayBracket(), count: PayBracket.count)
  /// What the work of natives in jobs is worth by skill and ability, in thousandths of a mean native's.
  public var nativeWork: Int64 = 0
  public let flows = FlowCounts()
  public let transfers = TransferSums()
  /// Employers' places for migrants, free and filled, as offices gave them and the law took them away. The audit compares it
  /// with the employers'.
  public var placesInForce: Int64 = 0
  /// Heads on the world's first day.
  public var foundedWith: Int64 = 0
  /// 30-day averages for matching.
  public var smoothedSeekers = 0.0
  public var smoothedVacancies = 0.0
  /// Vacancies per effective seeker, averaged over a year, so that the season does not show; and what it
  /// was at rest, set when the burn-in ends.
  public var yearlyTightness = 0.0
  public var restTightness = 0.0
  /// Labour that posts follow.
  public var labour = LabourSupply()
  /// Posts to those at rest, as far as they have answered to surplus and labour; season, trend and shocks apart.
  public var posts = 1.0
  public var promise = MarketPromise()
  /// What seekers here ask for; and how search went lately, by kind of seeker (``SearchRecord``).
  public var options: OutsideOptions
  public var searches: Column<SearchRecord>
  /// What this market publishes at the day's end.
  public var board = MarketBoard()
  /// People who leave for another market today.
  public var outbox: Column<Departure>
  /// What employers send to the offices today.
  public var applications: Column<Application>
  public var filings: Column<Filing>
  public var invitations: Column<Invitation>
  /// Scratch: who may be due today.
  public var due: Column<UInt32>
  public var diary = Diary()
  /// First free person record; ``Person/nobody`` when there is none.
  public var freePerson = PersonIndex.nowhere

  public init(
    traits: MarketTraits, people: consuming Column<Person>, employers: consuming Column<Employer>,
    horizon: Int, expectedPeople: Int, expectedWorkers: Int, expectedSeekers: Int,
    expectedMigrantSeekers: Int = 0, expectedIrregulars: Int = 0, expectedVacancies: Int,
    origins: Int = 0
  ) {
    self.traits = traits
    options = OutsideOptions(traits)
    searches = Column(repeating: SearchRecord(), count: SearchRecord.kindCount)
    calendar = SleepersCalendar(horizon: horizon, capacity: expectedPeople)
    var firms = 0.0
    for index in 0..<employers.count { firms += 1 / Double(employers[index].parts) }
    partsPerFirm = firms > 0 ? Double(employers.count) / firms : 1
    self.people = people
    prospects = Column(repeating: Prospects(), count: employers.count)
    self.employers = employers
    workers = SampledSet(expected: expectedWorkers, slotsPerMember: 1.6)
    seekers = SampledSet(expected: expectedSeekers, slotsPerMember: 1.8)
    migrantSeekers = SampledSet(expected: expectedMigrantSeekers, slotsPerMember: 1.8)
    irregularWorkers = SampledSet(expected: expectedIrregulars, slotsPerMember: 1.8)
    vacancies = SampledSet(expected: expectedVacancies, slotsPerMember: 2)
    ledgers = Column(repeating: GroupLedger(), count: Group.count(origins: origins))
    outbox = Column(
      repeating: Departure(person: Person(id: 0, activity: .nobody, skill: .low), to: 0),
      count: 0, capacity: 16)
    applications = Column(repeating: Application(), count: 0, capacity: 4)
    filings = Column(repeating: Filing(market: 0, employer: 0, count: 0), count: 0, capacity: 4)
    invitations = Column(
      repeating: Invitation(market: 0, employer: 0, skill: .low), count: 0, capacity: 4)
    due = Column(repeating: 0, count: 0, capacity: 64)
  }

  /// Heads present, as those at the beginning and all who came less all who went. The audit compares it with ``present``.
  public var presentByMoves: Int64 {
    foundedWith + flows[.entries] - flows[.exits] + flows[.sectorArrivals]
      - flows[.sectorDepartures] + flows[.arrivals] - flows[.returns]
  }

  /// Heads present, by the ledgers.
  public var present: Int64 {
    var heads: Int64 = 0
    for group in 0..<ledgers.count { heads += ledgers[group].present }
    return heads
  }

  public var migrantsPresent: Int64 {
    var heads: Int64 = 0
    for group in 0..<ledgers.count where !Group.isNative(group) { heads += ledgers[group].present }
    return heads
  }

  public var byteCount: Int {
    people.byteCount + employers.byteCount + prospects.byteCount + calendar.byteCount
      + workers.byteCount
      + irregularWorkers.byteCount + seekers.byteCount + migrantSeekers.byteCount
      + vacancies.byteCount
  }
}

/// A person on the way to another market. The record moves whole.
@frozen public struct Departure: BitwiseCopyable, Sendable {
  public var person: Person
  /// The destination's number: a market's, or past those a homeland's.
  public var to: MarketNumber

  public init(person: Person, to: MarketNumber) {
    self.person = person
    self.to = to
  }
}
