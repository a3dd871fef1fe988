import Inputs
import Kernel

extension Homeland {
  /// Recomputes the homeland from its records: each finding is a sentence; none means that all agrees.
  public func audit(_ today: Today) -> [String] {
    var findings = Findings(place: "homeland \(traits.number)")
    var away: Int64 = 0
    var spells: Int64 = 0
    let marks = Column<UInt8>(repeating: 0, count: people.count)
    calendar.forEachEntry { index, day in
      if Int(people[index].due) == day { marks[index] = 1 }
    }
    for place in people.places {
      let person = people[place]
      spells += Int64(person.spell)
      if person.activity == .away { away += 1 }
      findings.expect(
        person.activity == .away || person.id == traits.firstPerson + Int(place),
        "person \(person.id) stands in the place of \(traits.firstPerson + Int(place))")
      findings.expect(
        person.activity == .away || person.activity == .atHome,
        "person \(person.id) is \(person.activity) at home")
      findings.expect(
        Int(person.due) > today.number,
        "person \(person.id) was due on day \(person.due), and it is day \(today.number)")
      findings.expect(
        person.due == .never || marks[place.rawValue] == 1,
        "person \(person.id) is due on day \(person.due), which the calendar does not know")
    }
    findings.expectEqual("people away", away, "heads abroad", abroad)
    findings.expectEqual(
      "spells in the records", spells, "spells begun less those that left", flows[.spells])
    findings.expect(outbox.count == 0, "\(outbox.count) people never left")
    return findings.sentences
  }
}
