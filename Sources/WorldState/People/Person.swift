import Kernel

/// What a person does.
package enum Activity: UInt8, BitwiseCopyable, Sendable {
  /// No person: a free record.
  case nobody
  /// A native who will enter the labour force on the pending day.
  case notYetIn
  case searching
  case ownAccount
  case employedInformally
  case employedFormally

  @inlinable package var isEmployed: Bool {
    self == .employedInformally || self == .employedFormally
  }
}

/// Permit categories know three levels of skill.
package enum Skill: UInt8, BitwiseCopyable, Sendable, CaseIterable {
  case low, skilled, specialist
}

/// One person, in one cache line.
///
/// Days are counted from the world's first day. `employer`, `next` and `previous` are indices in the
/// person's island and mean nothing outside it; `id` is who it is, everywhere and for good.
@frozen package struct Person: BitwiseCopyable, Sendable {
  package static var nobody: UInt32 { .max }
  /// A pending day that is never reached.
  package static var never: UInt16 { .max }

  package var id: UInt32
  /// Index of the employer; ``nobody`` without one.
  package var employer: UInt32
  /// Neighbours in the employer's staff list, newest first. In a free record `next` is the next free one.
  package var next: UInt32
  package var previous: UInt32
  /// Gross contract wage, KZT a month; 0 without a job.
  package var wage: Int32
  /// The next day on which something can happen to this person.
  package var due: UInt16
  /// The day on which the present spell began.
  package var since: UInt16
  /// Spells begun, the present one included: the occasion of its draws.
  package var spell: UInt16
  /// Epochs of the present spell so far.
  package var epochs: UInt16
  package var activity: Activity
  package var skill: Skill
  /// Origin's number; 0 is the country itself.
  package var origin: UInt8
  package var authorisation: UInt8
  /// Room for what only migrants have, so that a record fills its cache line.
  package var reserved: InlineArray<8, UInt32>

  package init(id: UInt32, activity: Activity, skill: Skill) {
    self.id = id
    employer = Self.nobody
    next = Self.nobody
    previous = Self.nobody
    wage = 0
    due = Self.never
    since = 0
    spell = 0
    epochs = 0
    self.activity = activity
    self.skill = skill
    origin = 0
    authorisation = 0
    reserved = .init(repeating: 0)
  }
}
