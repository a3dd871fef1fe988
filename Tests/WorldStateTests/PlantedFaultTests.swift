import Kernel
import TestSupport
import Testing
import WorldState

/// Faults planted by hand are found by the audit, in a sentence that names them.
@Suite struct PlantedFaultTests {
  /// The audit's findings on a small lived world in which `plant` has broken something.
  ///
  /// - Parameter plant: returns words that some sentence must contain.
  private func expectCaught(_ plant: (inout Market, Today) -> [String]) throws {
    let world = try LivedWorld(
      TinyCountry.inputs(scale: 0.08, until: "2020-03-31", burnInMonths: 2))
    let today = world.today
    var words: [String] = []
    let findings = world.auditing { words = plant(&$0, today) }
    #expect(!words.isEmpty)
    #expect(
      findings.contains { sentence in words.allSatisfy { sentence.contains($0) } },
      "wanted \(words), found \(findings)")
  }

  private func first(_ market: borrowing Market, _ activity: Activity) -> PersonIndex {
    for index in market.people.places where market.people[index].activity == activity {
      return index
    }
    preconditionFailure("nobody is \(activity)")
  }

  @Test func `a world without a fault passes`() throws {
    let world = try LivedWorld(
      TinyCountry.inputs(scale: 0.08, until: "2020-03-31", burnInMonths: 2))
    #expect(world.auditing { _ in } == [])
  }

  @Test func `pay in another bracket than it is counted in is missed`() throws {
    try expectCaught { market, _ in
      market.payBrackets.count(1, wage: 12_345)
      return ["pay bracket \(PayBracket.of(12_345)) jobs"]
    }
  }

  @Test func `natives' work that nobody does is missed`() throws {
    try expectCaught { market, _ in
      market.nativeWork += 1
      return ["natives' work"]
    }
  }

  @Test func `a lost person is missed`() throws {
    try expectCaught { market, _ in
      let lost = first(market, .searching)
      market.people[lost].activity = .nobody
      return ["free records", "records on the free list"]
    }
  }

  @Test func `a person forgotten in the outbox is missed`() throws {
    try expectCaught { market, _ in
      market.outbox.append(Departure(person: market.people[0], to: 0))
      return ["1 people never arrived"]
    }
  }

  @Test func `a person counted but not there is missed`() throws {
    try expectCaught { market, _ in
      market.flows[.entries] += 1
      return ["heads at the beginning and all who came less all who went"]
    }
  }

  @Test func `a worker on a patent whom the employer does not count is named`() throws {
    try expectCaught { market, _ in
      let employer = market.people[first(market, .employedFormally)].employer
      market.employers[employer].patents += 1
      return ["employer \(market.employers[employer].id) has workers on patents: 1; listed: 0"]
    }
  }

  @Test func `a place for a migrant that no office gave is missed`() throws {
    try expectCaught { market, _ in
      market.employers[0].freePlaces[.skilled] += 1
      return ["places that employers have", "places given less those lost"]
    }
  }

  @Test func `parts of firms that are counted wrongly are missed`() throws {
    try expectCaught { market, _ in
      market.irregularParts += 1
      return ["parts of firms with irregular workers"]
    }
  }

  @Test func `a double job is named, with person and employer`() throws {
    try expectCaught { market, _ in
      let worker = first(market, .employedFormally)
      let home = market.people[worker].employer
      let other: EmployerIndex = home == 0 ? 1 : 0
      market.employers[other].firstStaff = worker
      market.employers[other].staff += 1
      let (person, employer) = (market.people[worker].id, market.employers[other].id)
      return ["employer \(employer) lists person \(person)"]
    }
  }

  @Test func `a job without a place on a staff list is named`() throws {
    try expectCaught { market, _ in
      let seeker = first(market, .searching)
      market.people[seeker].activity = .employedFormally
      return ["person \(market.people[seeker].id) is employedFormally, with employer"]
    }
  }

  @Test func `a stale entry in a table is counted`() throws {
    try expectCaught { market, _ in
      let worker = first(market, .employedInformally)
      market.seekers.insert(market.people[worker].id, at: worker)
      return ["seekers in the table", "counted"]
    }
  }

  @Test func `who is missing from a table is named`() throws {
    try expectCaught { market, _ in
      for seeker in market.people.places
      where market.people[seeker].activity == .searching && !market.people[seeker].isMigrant {
        let id = market.people[seeker].id
        market.seekers.remove(id, at: seeker)
        return ["person \(id) is not in the table of seekers"]
      }
      return []
    }
  }

  @Test func `a vacancy missing from its table is named`() throws {
    try expectCaught { market, _ in
      for index in market.employers.places where market.employers[index].vacancies > 0 {
        market.vacancies.remove(
          hash: Employer.vacancyHash(employer: index, number: 0), payload: index.rawValue)
        return ["vacancy 0 of employer \(market.employers[index].id) is not in the table"]
      }
      return []
    }
  }

  @Test func `a ledger that is one unit of money off is named, with both amounts`() throws {
    try expectCaught { market, _ in
      let kept = market.ledgers[1].formal.wages.running
      market.ledgers[1].formal.wages.running = kept + 1
      return ["group 1 formal wages a month, kept: \(kept + 1)", "counted: \(kept)"]
    }
  }

  @Test func `a tax ledger that is one unit of money off is named`() throws {
    try expectCaught { market, _ in
      market.ledgers[0].formal.incomeTax.running -= 1
      return ["group 0 formal income tax a month"]
    }
  }

  @Test func `a calendar day that was skipped is found by whom it left asleep`() throws {
    try expectCaught { market, today in
      let sleeper = first(market, .searching)
      market.people[sleeper].due = DayNumber(today.number)
      return [
        "person \(market.people[sleeper].id) was due on day \(today.number)",
        "it is day \(today.number)",
      ]
    }
  }

  @Test func `a pending day of which the calendar knows nothing is named`() throws {
    try expectCaught { market, today in
      let sleeper = first(market, .searching)
      // No epoch of this person lies there.
      market.people[sleeper].due = DayNumber(market.calendar.horizon)
      return ["person \(market.people[sleeper].id) is due on day", "calendar does not know"]
    }
  }

  @Test func `an ability that is not the person's own is named`() throws {
    try expectCaught { market, _ in
      let person = first(market, .ownAccount)
      market.people[person].ability ^= 1
      return ["person \(market.people[person].id) has ability", "was given another"]
    }
  }

  @Test func `what seekers ask for must be an amount`() throws {
    try expectCaught { market, _ in
      market.options.natives.y = .nan
      return ["seekers ask for nan a month"]
    }
    try expectCaught { market, _ in
      market.searches[SearchRecord.migrants].finds = -1
      return ["search of kind 3 remembers"]
    }
  }

  @Test func `a counter that wrapped is found`() throws {
    try expectCaught { market, _ in
      let person = first(market, .employedFormally)
      market.people[person].spell = 0
      return ["spells in the records", "spells begun less those that left"]
    }
  }
}
