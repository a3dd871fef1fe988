import Inputs
import Kernel

/// What a person does.
public enum Activity: UInt8, BitwiseCopyable, Sendable {
  /// No person: a free record.
  case nobody
  /// A native who will enter the labour force on the pending day.
  case notYetIn
  case searching
  case ownAccount
  case employedInformally
  /// With a contract; of a migrant, with authorisation for that job.
  case employedFormally
  /// A migrant in their homeland.
  case atHome
  /// A migrant's place in their homeland while they are abroad.
  case away

  @inlinable public var isEmployed: Bool {
    self == .employedInformally || self == .employedFormally
  }
}

/// One person, in one cache line.
///
/// Days are counted from the world's first day. `employer`, `next` and `previous` are indices in the
/// person's island and mean nothing outside it; `id` is who it is, everywhere and for good.
@frozen public struct Person: BitwiseCopyable, Sendable {

  public var id: PersonID
  /// Index of the employer; nowhere without one.
  public var employer: EmployerIndex
  /// Neighbours in the employer's staff list, newest first. In a free record `next` is the next free one.
  public var next: PersonIndex
  public var previous: PersonIndex
  /// Gross contract wage, a month; 0 without a job.
  public var wage: Int32
  /// The next day on which something can happen to this person.
  public var due: DayNumber
  /// The day on which the present spell began.
  public var since: DayNumber
  /// Spells begun, the present one included: the occasion of its draws.
  public var spell: UInt16
  /// Epochs of the present spell so far.
  public var epochs: UInt16
  public var activity: Activity
  /// Skill and right to be present, two bits each: all other bytes are taken.
  @usableFromInline var skillAndStay: UInt8
  /// Origin's number; 0 is the country itself.
  public var origin: UInt8
  public var authorisation: Authorisation
  // What only migrants have.
  /// Saved on this trip, and what they came for, in money.
  public var savings: Int32
  public var target: Int32
  /// Identity of the employer to whom the authorisation binds; nobody where it binds to none.
  public var boundTo: EmployerID
  /// The day of the next epoch; `due` is earlier when a known date comes first.
  public var epochDue: DayNumber
  /// The first day after the lawful stay, the planned stay, the authorisation, the ban.
  public var stayUntil: DayNumber
  public var plannedReturn: DayNumber
  public var authorisedUntil: DayNumber
  public var bannedUntil: DayNumber
  /// When the present stay abroad began, and up to when its savings are counted.
  public var arrived: DayNumber
  public var savedSince: DayNumber
  public var marks: Marks
  /// Stays abroad so far, the present one included.
  public var trips: UInt8
  /// The person's place among all of their skill, from the least able to the most, in 256 steps; for life.
  public var ability: UInt8
  /// From when a row of patents counts: the day on which the holder's first began; of others, the first day on which one
  /// may begin, after a wait that the law sets behind the last.
  public var patentsFrom: DayNumber

  public init(id: PersonID, activity: Activity, skill: Skill) {
    self.id = id
    employer = .nowhere
    next = .nowhere
    previous = .nowhere
    wage = 0
    due = .never
    since = .first
    spell = 0
    epochs = 0
    self.activity = activity
    skillAndStay = skill.rawValue
    ability = Self.middlingAbility
    origin = 0
    authorisation = .none
    savings = 0
    target = 0
    boundTo = .nobody
    epochDue = .never
    stayUntil = .never
    plannedReturn = .never
    authorisedUntil = .never
    bannedUntil = .first
    arrived = .first
    savedSince = .first
    marks = []
    trips = 0
    patentsFrom = .first
  }

  /// The ability of one who is made up, not drawn: near the mean worth of work, which lies above the median.
  package static var middlingAbility: UInt8 { 153 }

  @inlinable public var skill: Skill {
    @inline(__always) get {
      switch skillAndStay & 3 {
      case 0: .low
      case 1: .skilled
      default: .specialist
      }
    }
    @inline(__always) set { skillAndStay = skillAndStay & ~3 | newValue.rawValue }
  }

  /// By what right the person is present.
  @inlinable public var stay: Stay {
    @inline(__always) get {
      switch skillAndStay >> 2 {
      case 0: .native
      case 1: .visaFree
      case 2: .permitted
      default: .overstayed
      }
    }
    @inline(__always) set { skillAndStay = skillAndStay & 3 | newValue.rawValue << 2 }
  }

  /// Binds the authorisation to an employer, or to nobody. Whatever gives or takes one but a patent also ends the wait
  /// for the next patent.
  @inlinable public mutating func bind(to employer: EmployerID) {
    boundTo = employer
    patentsFrom = .first
  }

  @inlinable public var isMigrant: Bool { @inline(__always) get { origin != 0 } }

  /// Whether it is a migrant at work without the authorisation that they need. An informal job of one with free access
  /// is as a native's.
  @inlinable public var isIrregular: Bool {
    isMigrant && activity == .employedInformally && authorisation != .freeAccess
  }
}
