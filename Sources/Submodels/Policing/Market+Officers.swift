import Inputs
import Kernel
import Transitions
import WorldState

/// What officers do beyond the law: they keep documents, and stop people who have every right to be there.
///
/// Runs within a check (``police(_:_:)``). A migrant found without authorisation who may stay loses their documents by chance;
/// without them the law gives no permit, card or patent until they have been home. A lawful migrant who is checked, at a
/// workplace or in the street, is by chance treated as a violator: pays an officer to be left alone, and may lose documents.
/// - Reads: law, staff. - Writes: marks, savings, transfers. - Draws: a person's `.documents` and `.stopped`.
/// - Source: EVIDENCE E10.11. - Simplified: nobody complains, and nobody gets documents back from an officer.
extension Market {
  /// An officer keeps a migrant's documents, or not.
  mutating func keepDocuments(of person: PersonIndex, _ law: LocalLaw, _ today: Today) {
    let record = people[person]
    guard law.policing.documents > 0, record.marks.contains(.papers),
      !record.marks.contains(.passportHeld)
    else { return }
    let uniform = today.luck.uniform(record.id, .documents, occasion: today.number)
    guard uniform < law.policing.documents else { return }
    people[person].marks.remove(.papers)
    people[person].marks.insert(.documentsTaken)
    flows[.documentsTaken] += 1
    diary.note(.documentsTaken, person: record.id, day: today.number)
  }

  /// A lawful migrant is checked: left alone, or not.
  mutating func stop(_ person: PersonIndex, _ law: LocalLaw, _ today: Today) {
    guard law.policing.falsePositives > 0 else { return }
    let id = people[person].id
    let uniform = today.luck.uniform(id, .stopped, occasion: today.number)
    guard uniform < law.policing.falsePositives else { return }
    flows[.lawfulStopped] += 1
    let paid = bribe(law.policing.bribeShare * law.workerFine, by: person, today)
    transfers.add(.lawfulLosses, whole: paid)
    diary.note(.stopped, person: id, amount: paid, day: today.number)
    keepDocuments(of: person, law, today)
  }

  /// The lawful migrants among the staff of a visited employer, as many as the police check.
  mutating func stopStaff(
    of employer: EmployerIndex, checked: Int, _ law: LocalLaw, _ today: Today
  ) {
    guard law.policing.falsePositives > 0 else { return }
    var left = checked
    var staff = staff(of: employer)
    while left > 0, let member = staff.next(people) {
      guard people[member].isMigrant, !people[member].isIrregular else { continue }
      left -= 1
      stop(member, law, today)
    }
  }
}
