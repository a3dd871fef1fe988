import Inputs
import Kernel

/// What is written down about the few lives that `kosh trace` follows; nothing about all others.
public struct Diary: Sendable {
  /// An identity that none has, and that no event names: ``Identity/nobody`` stands in events that are about an employer
  /// alone.
  private static var noIdentity: UInt32 { .max - 1 }

  /// Identity of the person followed; ``noIdentity`` when none is.
  public var person = PersonID(noIdentity)
  /// Identity of the employer followed.
  public var employer = EmployerID(noIdentity)
  /// The kind of event whose first persons are looked for.
  public var wanted: LifeEvent.Kind?
  public var entries: [LifeEvent] = []

  public init() {}

  /// Writes an event down if it is about someone followed.
  @inlinable @inline(__always)
  public mutating func note(
    _ kind: LifeEvent.Kind, person: PersonID, employer: EmployerID = .nobody, amount: Int32 = 0,
    skill: Skill? = nil, day: Int
  ) {
    if person == self.person || employer == self.employer || kind == wanted {
      write(
        LifeEvent(
          kind: kind, day: day, person: person, employer: employer, amount: amount, skill: skill))
    }
  }

  @inline(never) @usableFromInline
  mutating func write(_ event: LifeEvent) { entries.append(event) }
}

/// One event of one life or firm.
public struct LifeEvent: Sendable, Equatable {
  public enum Kind: String, Sendable, CaseIterable {
    case entered, hiredFormally = "hired-formally", hiredInformally = "hired-informally"
    case changedJob = "changed-job", separated, laidOff = "laid-off"
    case startedOwnAccount = "own-account", gaveUpOwnAccount = "gave-up-own-account"
    case changedSector = "changed-sector", arrivedInSector = "arrived-in-sector"
    case cameFromHome = "arrived", leftForHome = "left-for-home", wentHome = "returned",
      reachedTarget = "reached-target"
    case hiredIrregularly = "hired-irregularly", movedOn = "moved-on", arrivedInMarket = "came-on"
    case permitRenewed = "permit-renewed", permitLost = "permit-lost"
    case patentBought = "patent-bought", patentRenewed = "patent-renewed"
    case patentEnded = "patent-ended"
    case permitGiven = "permit-given", appliedForPlaces = "applied", gotPlaces = "places-given"
    case refusedPlaces = "places-refused", inspected, bribed, fined, identified, expelled
    case fineUnpaid = "fine-unpaid", documentsTaken = "documents-taken", stopped
    case bannedReturn = "banned-return", heardOfAmnesty = "heard", filedForWorkers = "filed"
    case workerHeard = "worker-heard", workerFiled = "worker-filed"
    case legalised, fileLost = "file-lost", cardLapsed = "card-lapsed", suspended
    case gainedFreedom = "free", dismissed, termsMadeLawful = "made-lawful", termsMadeIrregular =
      "made-irregular"
    case overstayed, payDelayed = "pay-delayed", payKept = "pay-kept", payRecovered =
      "pay-recovered"
    case forcedWork = "forced-work", passportTaken = "passport-taken"
    case passportReturned = "passport-returned", injured, leftAbuse = "left-abuse"
    case leftLabourForce = "left", payRevised = "pay-revised", reviewedPosts = "reviewed-posts"
    case closed, openedAgain = "opened"
  }
  public var kind: Kind
  /// Days since the world's first day.
  public var day: Int
  public var person: PersonID
  public var employer: EmployerID
  /// Money a month, posts, or a market's number, by kind.
  public var amount: Int32
  /// The category of places that an event is about.
  public var skill: Skill?

  @usableFromInline
  init(
    kind: Kind, day: Int, person: PersonID, employer: EmployerID, amount: Int32, skill: Skill? = nil
  ) {
    self.kind = kind
    self.day = day
    self.person = person
    self.employer = employer
    self.amount = amount
    self.skill = skill
  }
}
