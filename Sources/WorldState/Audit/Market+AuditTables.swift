import Inputs
import Kernel

extension Market {
  /// Every job has its place on exactly one staff list.
  func auditStaff(_ findings: inout Findings) {
    var listed: Int64 = 0
    for index in 0..<UInt32(employers.count) {
      let employer = employers[index]
      var length: Int32 = 0
      var previous = Person.nobody
      var member = employer.firstStaff
      while member != Person.nobody, length <= employer.staff {
        let record = people[member]
        findings.expect(
          record.employer == index && record.previous == previous && record.activity.isEmployed,
          "employer \(employer.id) lists person \(record.id), who is \(record.activity) elsewhere")
        length += 1
        previous = member
        member = record.next
      }
      findings.expectEqual(
        "employer \(employer.id) has staff", Int64(employer.staff), "listed", Int64(length))
      listed += Int64(length)
    }
    var jobs: Int64 = 0
    for index in 0..<people.count where people[index].activity.isEmployed { jobs += 1 }
    findings.expectEqual("people in jobs", jobs, "people on staff lists", listed)
  }

  /// The sampled sets hold whom they should, and nobody else.
  func auditTables(_ findings: inout Findings) {
    var working: Int64 = 0
    var searching: Int64 = 0
    for index in 0..<UInt32(people.count) {
      let person = people[index]
      if person.activity.isEmployed {
        working += 1
        findings.expect(
          workers.contains(hash: scrambled(person.id), payload: index),
          "person \(person.id) is not in the table of workers")
      } else if person.activity == .searching {
        searching += 1
        findings.expect(
          seekers.contains(hash: scrambled(person.id), payload: index),
          "person \(person.id) is not in the table of seekers")
      }
    }
    findings.expectEqual("workers in the table", Int64(workers.count), "counted", working)
    findings.expectEqual("seekers in the table", Int64(seekers.count), "counted", searching)
    var open: Int64 = 0
    for index in 0..<UInt32(employers.count) {
      for number in 0..<employers[index].vacancies {
        open += 1
        findings.expect(
          vacancies.contains(
            hash: Employer.vacancyHash(employer: index, number: number), payload: index),
          "vacancy \(number) of employer \(employers[index].id) is not in the table")
      }
    }
    findings.expectEqual("vacancies in the table", Int64(vacancies.count), "counted", open)
  }

  /// Every pending day within the horizon stands in the calendar.
  func auditCalendar(_ today: Today, _ findings: inout Findings) {
    let personMarks = Column<UInt8>(repeating: 0, count: people.count)
    calendar.forEachEntry { index, day in
      if Int(people[index].due) == day { personMarks[index] = 1 }
    }
    for index in 0..<UInt32(people.count) {
      let person = people[index]
      guard person.activity != .nobody, person.due != Person.never else { continue }
      findings.expect(
        personMarks[index] == 1,
        "person \(person.id) is due on day \(person.due), which the calendar does not know")
    }
  }
}
