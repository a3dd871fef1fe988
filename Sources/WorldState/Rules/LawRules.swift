import Inputs
import Kernel

/// What the law on permits, police and amnesty says on a day, with what people make of it. Money is in KZT of the day
/// where it is the law's, else at reference pay; rates are a year, spans of time days.
@frozen public struct LawRules: BitwiseCopyable, Sendable {
  public var permits: PermitRules
  public var patents: PatentRules
  public var police: PoliceRules
  public var amnesty: AmnestyRules
  public var beliefs: BeliefRules
  public var filing: FilingRules

  package init(_ inputs: Inputs, on day: Day, mci: Double) {
    permits = PermitRules(inputs, on: day)
    patents = PatentRules(inputs, on: day, mci: mci)
    police = PoliceRules(inputs, on: day, mci: mci)
    amnesty = AmnestyRules(inputs, on: day)
    beliefs = BeliefRules(inputs)
    filing = FilingRules(inputs)
  }
}

/// How an employer comes to a permit.
@frozen public struct PermitRules: BitwiseCopyable, Sendable {
  /// Whether there is any procedure.
  public var areGiven = false
  /// Complexity counted in.
  public var testDays = 0.0
  public var handlingDays = 0.0
  public var refusal = 0.0
  /// Cost of a place, KZT at reference pay; what of it officials take.
  public var cost = 0.0
  public var rent = 0.0
  /// KZT of the day.
  public var fee = 0.0
  /// Categories whose places may be filled again, a bit for each skill.
  public var refilled: UInt8 = 0
  public var validMonths = 12
  /// Sectors free of the labour-market test, a bit each, by skill.
  public var waivedSectors: (UInt64, UInt64, UInt64) = (0, 0, 0)
  /// Places decided on a year, real ones.
  public var capacity = 0.0

  package init(_ inputs: Inputs, on day: Day) {
    guard let law = inputs.permits(on: day) else { return }
    areGiven = true
    let complexity = law.complexity
    testDays = law.testDays * complexity
    handlingDays = (law.reviewDays + law.certificationDays) * complexity
    refusal = min(1, law.refusal * complexity)
    cost = (law.costs + law.specialTerms + law.rent) * complexity
    rent = law.rent * complexity
    fee = law.fee
    validMonths = law.validMonths
    // A notification needs nobody to decide on it.
    capacity = min(law.capacity / max(complexity, 1e-9), 1e12)
    let sectors = inputs.country.sectors.map(\.name)
    func waived(_ skill: Skill) -> UInt64 {
      sectors.indices.reduce(0) {
        inputs.isOnShortageList(sectors[$1], skill, on: day) ? $0 | 1 << UInt64($1) : $0
      }
    }
    waivedSectors = (waived(.low), waived(.skilled), waived(.specialist))
    for skill in Skill.allCases where law.mayRefill(skill) { refilled |= 1 << skill.rawValue }
  }

  /// Whether another worker of the skill may fill a place that one left.
  @inlinable public func mayRefill(_ skill: Skill) -> Bool { refilled >> skill.rawValue & 1 == 1 }

  /// Whether an employer of the sector need not look for natives first.
  public func isWaived(sector: Int, _ skill: Skill) -> Bool {
    let sectors =
      switch skill {
      case .low: waivedSectors.0
      case .skilled: waivedSectors.1
      case .specialist: waivedSectors.2
      }
    return sectors >> UInt64(sector) & 1 == 1
  }
}

/// How often irregular work is looked for, and what follows.
@frozen public struct PoliceRules: BitwiseCopyable, Sendable {
  /// Inspections and street checks a year, real ones, an operation counted in.
  public var inspections: Double
  public var streetChecks: Double
  public var targeting: Double
  public var checked: Int
  public var expulsion: Double
  public var banDays: Int
  public var dismissal: Double
  public var bribe: Double
  public var bribeShare: Double
  public var inspectionCost: Double
  public var expulsionCost: Double
  /// Fines, KZT of the day.
  public var workerFine: Double
  public var employerFine: Double
  public var repeatFine: Double
  public var suspensionDays: Int
  public var suspensionLoss: Double
  /// What a detection costs an employer a worker, as he expects: fine or bribe, KZT of the day.
  public var expectedCost: Double
  /// Day on which an operation in force or to come was announced; far away where there is none.
  public var isAnnouncementDay: Bool

  package init(_ inputs: Inputs, on day: Day, mci: Double) {
    let police = inputs.policing(on: day)
    let fines = inputs.sanctions(on: day)
    let operation = inputs.operation(on: day)
    let capacity = operation?.capacity ?? 1
    inspections = police.inspections * capacity
    streetChecks = police.streetChecks * capacity
    targeting = police.targeting
    checked = police.checked
    expulsion = operation?.expulsion ?? police.expulsion
    banDays = Int(Double(police.ban) * Rates.daysPerMonth + 0.5)
    dismissal = police.dismissal
    bribe = police.bribe
    bribeShare = police.bribeShare
    inspectionCost = police.inspectionCost
    expulsionCost = police.expulsionCost
    workerFine = fines.workerFine * mci
    employerFine = fines.employerFine * mci
    repeatFine = fines.repeatFine * mci
    suspensionDays = fines.suspensionDays
    suspensionLoss = fines.suspensionLoss
    // Half of those found are found again: the mean of the first and the repeated fine.
    let fine = (employerFine + repeatFine) / 2
    expectedCost =
      (1 - police.bribe) * fine + police.bribe * police.bribeShare * fine
    isAnnouncementDay = inputs.measures.contains {
      if case .operation(let law) = $0.lever { return law.announced == day }
      return false
    }
  }
}

/// The amnesty of a day.
@frozen public struct AmnestyRules: BitwiseCopyable, Sendable {
  public var isOpen = false
  /// Days since the world's first day: first and last of the window (never, where it has no end), publication, cut-off of entry, and since
  /// when one must have been with the employer.
  public var first = 0
  public var last = 0
  public var published = Int.max
  public var cutoff = 0
  public var employedSince = Int.max
  public var informedAtStart = 0.0
  public var employerFiles = true
  public var workerFiles = false
  public var needsPermanentPost = true
  /// A bit for each origin from 0 on, region from 0 on.
  public var origins: UInt64 = 0
  public var highRegions: UInt64 = 0
  public var cardMonths = 0
  public var portability = 0.0
  public var errors = 0.0
  public var extortion = 0.0
  public var extortionHigh = 0.0
  public var graceDays = 0
  /// Files a week, real ones.
  public var capacity = 0.0

  /// No amnesty.
  public static let closed = AmnestyRules()

  private init() {}

  package init(_ inputs: Inputs, on day: Day) {
    guard let (law, from, until) = inputs.amnesty(on: day) else { return }
    let zero = inputs.firstWorldDay
    isOpen = true
    first = from - zero
    last = until.map { $0 - zero } ?? Int(Person.never)
    published = law.published.map { $0 - zero } ?? Int.max
    cutoff = law.entryCutoff - zero
    employedSince = law.employedSince.map { $0 - zero } ?? Int.max
    informedAtStart = law.informedAtStart
    employerFiles = law.applicant != .worker
    workerFiles = law.applicant != .employer
    needsPermanentPost = law.contract == .permanent
    for (number, origin) in inputs.country.origins.enumerated()
    where law.origins.isEmpty || law.origins.contains(origin.name) {
      origins |= 1 << UInt64(number)
    }
    for (number, region) in inputs.country.regions.enumerated()
    where law.extortionRegions.isEmpty || law.extortionRegions.contains(region.name) {
      highRegions |= 1 << UInt64(number)
    }
    cardMonths = law.cardMonths
    portability = law.portability
    errors = law.errorShare
    extortion = law.extortion
    extortionHigh = law.extortionHigh
    graceDays = law.graceDays
    capacity = law.capacity
  }
}

/// How beliefs and news move.
@frozen public struct BeliefRules: BitwiseCopyable, Sendable {
  public var memoryDays: Double
  public var ownInspection: Float
  public var threat: Float
  public var operation: Float
  public var hearing: Double
  public var hearingPublished: Double
  public var hearingNeighbours: Double

  package init(_ inputs: Inputs) {
    let beliefs = inputs.behaviour.beliefs
    memoryDays = beliefs.memoryDays
    ownInspection = Float(beliefs.ownInspection)
    threat = Float(beliefs.threat)
    operation = Float(beliefs.operation)
    hearing = beliefs.hearing
    hearingPublished = beliefs.hearingPublished
    hearingNeighbours = beliefs.hearingNeighbours
  }
}

/// What filing costs and brings. KZT at reference pay.
@frozen public struct FilingRules: BitwiseCopyable, Sendable {
  public var hazard: Double
  public var deadlineFactor: Double
  public var deadlineDays: Double
  public var spread: Double
  public var immunity: Double
  public var paperwork: Double
  public var securityValue: Double
  public var securitySpread: Double
  public var portableValue: Double
  public var sponsoringScale: Double

  package init(_ inputs: Inputs) {
    let filing = inputs.behaviour.filing
    hazard = filing.hazard
    deadlineFactor = filing.deadlineFactor
    deadlineDays = filing.deadlineDays
    spread = filing.spread
    immunity = filing.immunity
    paperwork = filing.paperwork
    securityValue = filing.securityValue
    securitySpread = filing.securitySpread
    portableValue = filing.portableValue
    sponsoringScale = filing.sponsoringScale
  }
}
