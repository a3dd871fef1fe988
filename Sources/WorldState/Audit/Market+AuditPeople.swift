import Inputs
import Kernel

extension Market {
  /// Heads, pay and dues, recomputed person by person under the law in force.
  func auditPeople(_ today: Today, _ findings: inout Findings) {
    let fresh = Column(repeating: GroupLedger(), count: ledgers.count)
    let brackets = Column(repeating: PayBracket(), count: PayBracket.count)
    var nativeWork: Int64 = 0
    var spells: Int64 = 0
    var freeRecords: Int64 = 0
    for index in 0..<people.count {
      let person = people[index]
      if person.activity == .nobody {
        freeRecords += 1
        continue
      }
      spells += Int64(person.spell)
      let group = Group.of(person)
      switch person.activity {
      case .searching: fresh[group].searching += 1
      case .ownAccount: fresh[group].ownAccount += 1
      case .employedFormally, .employedInformally:
        // One who has no employer is named where their record is audited.
        let isPlaced = Int(person.employer.rawValue) < employers.count
        fresh[group].countJob(
          1, wage: person.wage, worth: isPlaced ? worth(of: person, today) : 0,
          isFormal: person.activity == .employedFormally, status: person.payrollStatus,
          law: today.rules.law.payroll, daysLeft: today.daysLeft)
        brackets.count(1, wage: person.wage)
        if !person.isMigrant { nativeWork += work(of: person, today) }
      case .notYetIn, .nobody, .atHome, .away: break
      }
      if person.isMigrant { fresh[group].countMarks(1, of: person) }
      auditRecord(person, today, &findings)
    }
    for group in 0..<ledgers.count { compare(group, fresh[group], &findings) }
    findings.expectEqual("natives' work, kept", self.nativeWork, "counted", nativeWork)
    for bracket in 0..<brackets.count where payBrackets[bracket] != brackets[bracket] {
      let (kept, counted) = (payBrackets[bracket], brackets[bracket])
      findings.expectEqual(
        "pay bracket \(bracket) jobs, kept", kept.heads, "counted", counted.heads)
      findings.expectEqual(
        "pay bracket \(bracket) pay a month, kept", kept.pay, "counted", counted.pay)
    }
    findings.expectEqual(
      "spells in the records", spells, "spells begun less those that left", flows[.spells])
    findings.expectEqual(
      "free records", freeRecords, "records on the free list", freeListLength)
  }

  private func auditRecord(_ person: Person, _ today: Today, _ findings: inout Findings) {
    findings.expect(
      Int(person.due) > today.number,
      "person \(person.id) was due on day \(person.due), and it is day \(today.number)")
    findings.expect(
      person.activity.isEmployed == (person.employer != .nowhere),
      "person \(person.id) is \(person.activity), with employer \(person.employer)")
    findings.expect(
      person.ability == today.luck.ability(of: person.id),
      "person \(person.id) has ability \(person.ability), and was given another")
    findings.expect(
      person.activity != .atHome && person.activity != .away,
      "person \(person.id) is at home and in a market")
    findings.expect(
      Int(person.since) <= today.number,
      "person \(person.id) began a spell on day \(person.since), after today")
    findings.expect(
      person.authorisation != .patent
        || Int(person.authorisedUntil) > today.number && Int(person.patentsFrom) <= today.number,
      "person \(person.id) has a patent from day \(person.patentsFrom) "
        + "until before day \(person.authorisedUntil), and it is day \(today.number)")
  }

  private func compare(_ group: Int, _ fresh: GroupLedger, _ findings: inout Findings) {
    let kept = ledgers[group]
    for head in Head.ofRecords {
      findings.expectEqual(
        "group \(group) \(head.words), kept", kept[head], "counted", fresh[head])
    }
    compare("group \(group) formal", kept.formal, fresh.formal, &findings)
    compare("group \(group) informal", kept.informal, fresh.informal, &findings)
  }

  /// Names are put together where something differs alone: they would cost more than all that is compared.
  private func compare(
    _ name: @autoclosure () -> String, _ kept: JobLedger, _ fresh: JobLedger,
    _ findings: inout Findings
  ) {
    findings.expectEqual("\(name()) jobs, kept", kept.heads, "counted", fresh.heads)
    func compare(_ item: String, _ kept: Accrual, _ fresh: Accrual) {
      findings.expectEqual(
        "\(name()) \(item) a month, kept", kept.running, "counted", fresh.running)
    }
    compare("wages", kept.wages, fresh.wages)
    compare("worth", kept.worth, fresh.worth)
    compare("income tax", kept.incomeTax, fresh.incomeTax)
    compare("social tax", kept.socialTax, fresh.socialTax)
    compare("employer contributions", kept.employerContributions, fresh.employerContributions)
    compare("worker contributions", kept.workerContributions, fresh.workerContributions)
  }

  private var freeListLength: Int64 {
    var length: Int64 = 0
    var record = freePerson
    while record != .nowhere, length <= people.count {
      length += 1
      record = people[record].next
    }
    return length
  }
}
