import Inputs
import Kernel
import Transitions
import WorldState

/// A migrant's job goes on or ends, epoch by epoch.
///
/// Runs when a worker wakes. Causes are the end of the job, the return of one who came for long, an injury, the employer's
/// second look at an irregular job, and abuse (see `suffer`). One whose passport is held cannot go home.
/// - Reads: rates, law. - Writes: activity, jobs, books, the outbox.
/// - Draws: per epoch, `.epoch` and `.cause`; of an irregular job judged anew, `.channel`.
/// - Source: MODEL 6.6; EVIDENCE E11, E8.
extension Market {
  mutating func epochOfMigrantJob(_ person: PersonIndex, _ today: Today, _ boards: Boards) {
    let life = today.rules.behaviour.workingLife
    let record = people[person]
    let isFormal = record.activity == .employedFormally
    let isHeld = record.marks.contains(.passportHeld)
    let bound = jobBound(of: record, isFormal: isFormal)
    let draw = causeDraw(person, bound: bound, today)
    var causes =
      (isFormal ? life.boundSeparation : life.irregularSeparation) * traits.separationIndex
    if draw < causes { return separate(person, .separations, .separated, today) }
    causes +=
      today.rules.behaviour.migration.returnRate(of: record)
      / stayPart(of: record, pay: Double(record.wage), today)
    if draw < causes {
      if !isHeld { return goHome(person, today, boards) }
      return scheduleEpoch(person, bound: bound, today)
    }
    causes += traits.injuryRate
    if draw < causes { return injure(person, today, boards) }
    if !isFormal {
      causes += life.judgement
      if draw < causes { return judge(person, today) }
    }
    let part = isFormal ? today.rules.behaviour.abuse.lawfulFactor : 1
    suffer(person, (draw - causes) / part, today)
  }

  /// The employer asks again whether to keep an irregular worker, and on which terms.
  private mutating func judge(_ person: PersonIndex, _ today: Today) {
    let terms = presentTerms(of: person, today)
    if terms.bestSurplus < 0 {
      return separate(person, .layoffs, .dismissed, today)
    }
    let record = people[person]
    let uniform = today.luck.uniform(
      record.id, .channel, occasion: Int(record.spell),
      index: Int(record.epochs))
    if uniform < terms.formalChance(today) {
      if mayGetPermit(record) { givePermit(person, at: record.employer, today) }
      makeLawful(person, terms, today)
    } else {
      scheduleEpoch(person, bound: traits.irregularJobBound, today)
    }
  }
}
