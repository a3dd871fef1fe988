/// By what right a person works. Natives stand outside it.
public enum Authorisation: UInt8, BitwiseCopyable, Sendable, CaseIterable {
  /// None: any job is irregular employment.
  case none
  /// An employer's permit: for that employer, in its region.
  case permit
  /// An amnesty's card, for the employer who filed or for any.
  case cardBound, cardPortable
  /// Bought by the migrant, for any employer whom the law on patents admits.
  case patent
  /// As free as a native: exempt, or under free movement.
  case freeAccess

  /// Whether it holds with one employer alone.
  @inlinable public var isBound: Bool { self == .permit || self == .cardBound }

  public var name: String {
    switch self {
    case .none: "none"
    case .permit: "permit"
    case .cardBound: "card_bound"
    case .cardPortable: "card_portable"
    case .patent: "patent"
    case .freeAccess: "free_access"
    }
  }
}

/// By what right a person is present: a state apart from the right to work.
public enum Stay: UInt8, BitwiseCopyable, Sendable {
  /// A native, or a migrant at home.
  case native
  /// Visa-free until `stayUntil`, visa runs counted in.
  case visaFree
  /// On a permit or a card, or under free movement, as long as it is valid.
  case permitted
  /// Stayed longer than allowed, or entered unlawfully.
  case overstayed
}

/// What is true or not of a migrant.
@frozen public struct Marks: OptionSet, BitwiseCopyable, Sendable {
  public let rawValue: UInt16
  @inlinable public init(rawValue: UInt16) { self.rawValue = rawValue }

  /// Came lawfully; holds a valid passport; is registered with the police.
  public static let lawfulEntry = Marks(rawValue: 1)
  public static let papers = Marks(rawValue: 2)
  public static let registered = Marks(rawValue: 4)
  /// The employer holds the passport, so that they cannot leave.
  public static let passportHeld = Marks(rawValue: 8)
  /// Has been abroad before.
  public static let experienced = Marks(rawValue: 16)
  /// Came for long, not for a season.
  public static let longStay = Marks(rawValue: 32)
  /// Exempt by law from permits.
  public static let exempt = Marks(rawValue: 64)
  /// A file in an amnesty is on its way for them.
  public static let filed = Marks(rawValue: 256)
  /// Has heard of the amnesty of these days; has applied in it without the employer.
  public static let heardOfAmnesty = Marks(rawValue: 1024)
  public static let appliedAlone = Marks(rawValue: 2048)
  /// Came in spite of a ban.
  public static let barred = Marks(rawValue: 512)
  /// The police keep the documents; cleared at home, where there are new ones.
  public static let documentsTaken = Marks(rawValue: 1 << 13)
  /// Holds a permanent post.
  public static let permanentPost = Marks(rawValue: 128)
}
