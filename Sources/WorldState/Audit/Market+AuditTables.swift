import Inputs
import Kernel

extension Market {
  /// Every job has its place on exactly one staff list.
  func auditStaff(_ staff: borrowing StaffLinks, _ findings: inout Findings) {
    var listed: Int64 = 0
    var owed: Int64 = 0
    var placesHeld: Int64 = 0
    var parts: Int64 = 0
    for index in employers.places {
      let size = employers[index].staff
      var length: Int32 = 0
      var previous = PersonIndex.nowhere
      var member = employers[index].firstStaff
      var irregulars: Int32 = 0
      var places: UInt16 = 0
      var patents: UInt16 = 0
      while member != .nowhere, length <= size {
        let link = staff.links[member.rawValue]
        findings.expect(
          link.employer == index && link.previous == previous && link.isEmployed,
          "employer \(employers[index].id) lists person \(people[member].id), "
            + "who is \(people[member].activity) elsewhere")
        length += 1
        if link.isIrregular { irregulars += 1 }
        if link.holdsPlace { places += 1 }
        if link.isOnPatent { patents += 1 }
        previous = member
        member = link.next
      }
      findings.expect(
        size == length,
        "employer \(employers[index].id) has staff: \(size); listed: \(length)")
      findings.expect(
        employers[index].irregulars == irregulars,
        "employer \(employers[index].id) has irregulars: \(employers[index].irregulars); "
          + "listed: \(irregulars)")
      findings.expect(
        employers[index].permitsUsed == places,
        "employer \(employers[index].id) has places filled: \(employers[index].permitsUsed); "
          + "listed: \(places)")
      findings.expect(
        employers[index].patents == patents,
        "employer \(employers[index].id) has workers on patents: \(employers[index].patents); "
          + "listed: \(patents)")
      findings.expect(
        !employers[index].marks.contains(.closed)
          || size == 0 && employers[index].vacancies == 0 && employers[index].target == 0,
        "employer \(employers[index].id) is closed, and has staff: \(size), "
          + "vacancies: \(employers[index].vacancies)")
      listed += Int64(length)
      owed += Int64(prospects[index.rawValue].finesOwed)
      placesHeld += Int64(employers[index].freePlaces.total) + Int64(employers[index].permitsUsed)
      if irregulars > 0 { parts += Int64(irregulars) * Int64(employers[index].parts) }
    }
    findings.expectEqual(
      "places that employers have", placesHeld, "places given less those lost", placesInForce)
    findings.expectEqual("fines that employers owe", owed, "kept", finesOwed)
    findings.expectEqual("parts of firms with irregular workers", parts, "counted", irregularParts)
    var jobs: Int64 = 0
    for index in 0..<staff.links.count where staff.links[index].isEmployed { jobs += 1 }
    findings.expectEqual("people in jobs", jobs, "people on staff lists", listed)
  }

  /// The sampled sets hold whom they should, and nobody else.
  func auditTables(_ findings: inout Findings) {
    var working: Int64 = 0
    var searching: Int64 = 0
    var irregular: Int64 = 0
    for index in people.places {
      let person = people[index]
      if Int(index) + 8 < people.count {
        workers.fetchAhead(people[Int(index) + 8].id)
      }
      if person.activity.isEmployed {
        working += 1
        findings.expect(
          workers.contains(person.id, at: index),
          "person \(person.id) is not in the table of workers")
        guard person.isIrregular else { continue }
        irregular += 1
        findings.expect(
          irregularWorkers.contains(person.id, at: index),
          "person \(person.id) is not in the table of irregular workers")
      } else if person.activity == .searching {
        searching += 1
        findings.expect(
          person.isMigrant
            ? migrantSeekers.contains(person.id, at: index)
            : seekers.contains(person.id, at: index),
          "person \(person.id) is not in the table of seekers")
      }
    }
    findings.expectEqual(
      "irregular workers in the table", Int64(irregularWorkers.count), "counted", irregular)
    findings.expectEqual("workers in the table", Int64(workers.count), "counted", working)
    findings.expectEqual(
      "seekers in the tables", Int64(seekers.count + migrantSeekers.count), "counted", searching)
    var open: Int64 = 0
    for index in employers.places {
      for number in 0..<employers[index].vacancies {
        open += 1
        findings.expect(
          vacancies.contains(
            hash: Employer.vacancyHash(employer: index, number: number), payload: index.rawValue),
          "vacancy \(number) of employer \(employers[index].id) is not in the table")
      }
    }
    findings.expectEqual("vacancies in the table", Int64(vacancies.count), "counted", open)
  }

  /// Every pending day within the horizon stands in the calendar.
  func auditCalendar(_ staff: borrowing StaffLinks, _ findings: inout Findings) {
    let marks = Column<UInt8>(repeating: 0, count: people.count)
    mark(marks, staff.dues)
    for index in people.places {
      guard marks[index.rawValue] == 0, staff.dues[index.rawValue] != .never else { continue }
      let person = people[index]
      findings.expect(
        person.activity == .nobody,
        "person \(person.id) is due on day \(person.due), which the calendar does not know")
    }
  }

  /// Marks whoever has an entry on their pending day.
  private func mark(_ marks: borrowing Column<UInt8>, _ dues: borrowing Column<DayNumber>) {
    calendar.forEachEntry { index, day in
      if Int(dues[index]) == day { marks[index] = 1 }
    }
  }
}
