import Kernel

/// What a kept state of a market consists of: every part that the next day reads.
///
/// A new part of ``Market`` gets a line in both lists, in the same place. What is empty between days (the
/// outbox, who is due) and who is followed are left out.
extension Market {
  package func write(to writer: inout StateWriter) {
    writer.write(traits)
    writer.write(conditions)
    writer.write(people)
    writer.write(employers)
    writer.write(prospects)
    calendar.write(to: &writer)
    workers.write(to: &writer)
    seekers.write(to: &writer)
    migrantSeekers.write(to: &writer)
    irregularWorkers.write(to: &writer)
    vacancies.write(to: &writer)
    writer.write(ledgers)
    writer.write(payBrackets)
    writer.write(nativeWork)
    writer.write(flows.all)
    writer.write(transfers.all)
    writer.write(foundedWith)
    writer.write(placesInForce)
    writer.write(irregularParts)
    writer.write(smoothedSeekers)
    writer.write(smoothedVacancies)
    writer.write(yearlyTightness)
    writer.write(restTightness)
    writer.write(labour)
    writer.write(posts)
    writer.write(promise)
    writer.write(options)
    writer.write(searches)
    writer.write(board)
    writer.write(applications)
    writer.write(filings)
    writer.write(invitations)
    writer.write(freePerson)
  }

  /// A market that was written by ``write(to:)``.
  package static func read(from reader: inout StateReader) throws(StateFault) -> Market {
    let traits = try reader.read(MarketTraits.self)
    let conditions = try reader.read(MarketConditions.self)
    let people = try reader.readColumn(of: Person.self)
    let employers = try reader.readColumn(of: Employer.self)
    let prospects = try reader.readColumn(of: Prospects.self)
    guard prospects.count == employers.count else { throw .otherLayout }
    var market = Market(
      traits: traits, people: people, employers: employers, horizon: 1, expectedPeople: 0,
      expectedWorkers: 0, expectedSeekers: 0, expectedVacancies: 0)
    market.conditions = conditions
    market.prospects = prospects
    market.calendar = try SleepersCalendar(from: &reader)
    market.workers = try SampledSet(from: &reader)
    market.seekers = try SampledSet(from: &reader)
    market.migrantSeekers = try SampledSet(from: &reader)
    market.irregularWorkers = try SampledSet(from: &reader)
    market.vacancies = try SampledSet(from: &reader)
    market.ledgers = try reader.readColumn(of: GroupLedger.self)
    market.payBrackets = try reader.readColumn(of: PayBracket.self)
    guard market.payBrackets.count == PayBracket.count else { throw .otherLayout }
    market.nativeWork = try reader.read(Int64.self)
    let counts = try reader.readArray(of: Int64.self)
    guard counts.count == Flow.allCases.count else { throw .otherLayout }
    for flow in Flow.allCases { market.flows[flow] = counts[flow.rawValue] }
    let sums = try reader.readArray(of: Int64.self)
    guard sums.count == Transfer.allCases.count else { throw .otherLayout }
    for transfer in Transfer.allCases { market.transfers[transfer] = sums[transfer.rawValue] }
    market.foundedWith = try reader.read(Int64.self)
    market.placesInForce = try reader.read(Int64.self)
    market.irregularParts = try reader.read(Int64.self)
    market.smoothedSeekers = try reader.read(Double.self)
    market.smoothedVacancies = try reader.read(Double.self)
    market.yearlyTightness = try reader.read(Double.self)
    market.restTightness = try reader.read(Double.self)
    market.labour = try reader.read(LabourSupply.self)
    market.posts = try reader.read(Double.self)
    market.promise = try reader.read(MarketPromise.self)
    market.options = try reader.read(OutsideOptions.self)
    market.searches = try reader.readColumn(of: SearchRecord.self)
    guard market.searches.count == SearchRecord.kindCount else { throw .otherLayout }
    market.board = try reader.read(MarketBoard.self)
    market.applications = try reader.readColumn(of: Application.self)
    market.filings = try reader.readColumn(of: Filing.self)
    market.invitations = try reader.readColumn(of: Invitation.self)
    market.freePerson = try reader.read(PersonIndex.self)
    return market
  }
}
