import Inputs
import Kernel
import WorldState

/// The random words of one meeting, drawn before it is held so that memory can be fetched ahead.
///
/// A meeting touches some twenty cache lines that nothing else has touched for weeks. Its draws do not depend on the state
/// of the market, so those of the next meetings are made early, and the lines they point to are asked for.
/// That is a hint alone: what a meeting finds is looked up when it is held.
struct MeetingPlan: BitwiseCopyable {
  /// Candidates shown to a vacancy.
  static var shown: Int { 3 }
  /// How many meetings are planned ahead.
  static var lead: Int { 4 }

  /// Key of the meeting's draws.
  var occasion: UInt32
  var vacancy: Philox.Words
  var candidates: (Candidate, Candidate, Candidate)

  struct Candidate: BitwiseCopyable {
    /// On (0, 1): whether one without or one with a job is looked for.
    var kind: Double
    var words: Philox.Words
  }

  /// - Parameter meeting: its number on this day, below 2^16, as are days.
  init(_ meeting: Int, market: UInt32, _ today: Today) {
    let occasion = UInt32(today.number) << 16 | UInt32(meeting)
    self.occasion = occasion
    let luck = today.luck
    vacancy = luck.words(market, Purpose.vacancy.rawValue, occasion: occasion)
    let kinds = luck.words(market, Purpose.candidateKind.rawValue, occasion: occasion)
    func candidate(_ shown: UInt32, _ kind: UInt32) -> Candidate {
      Candidate(
        kind: openUniform(kind),
        words: luck.words(market, Purpose.candidate.rawValue + shown, occasion: occasion))
    }
    candidates = (candidate(0, kinds.0), candidate(1, kinds.1), candidate(2, kinds.2))
  }
}

extension Market {
  /// Asks for the slots of the tables that a planned meeting will look at.
  @inline(__always)
  func fetchSlots(_ plan: MeetingPlan, unemployedPart: Double) {
    vacancies.fetchAhead(plan.vacancy)
    fetchSlots(plan.candidates.0, unemployedPart)
    fetchSlots(plan.candidates.1, unemployedPart)
    fetchSlots(plan.candidates.2, unemployedPart)
  }

  @inline(__always)
  private func fetchSlots(_ candidate: MeetingPlan.Candidate, _ unemployedPart: Double) {
    if candidate.kind < unemployedPart {
      seekers.fetchAhead(candidate.words)
    } else {
      workers.fetchAhead(candidate.words)
    }
  }

  /// Asks for the records that those slots name now.
  @inline(__always)
  func fetchRecords(_ plan: MeetingPlan, unemployedPart: Double) {
    if let slot = vacancies.slot(at: plan.vacancy) { employers.fetchAhead(slot.payload) }
    fetchRecord(plan.candidates.0, unemployedPart)
    fetchRecord(plan.candidates.1, unemployedPart)
    fetchRecord(plan.candidates.2, unemployedPart)
  }

  @inline(__always)
  private func fetchRecord(_ candidate: MeetingPlan.Candidate, _ unemployedPart: Double) {
    if candidate.kind < unemployedPart {
      guard let slot = seekers.slot(at: candidate.words) else { return }
      people.fetchAhead(slot.payload)
      // If hired, he will stand in the other table under the same hash.
      workers.fetchAhead(hash: slot.hash)
    } else if let slot = workers.slot(at: candidate.words) {
      people.fetchAhead(slot.payload)
    }
  }
}
