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
  var occasion: Int
  var vacancy: Philox.Words
  var candidates: (Candidate, Candidate, Candidate)

  struct Candidate: BitwiseCopyable {
    /// On (0, 1): whether one without or one with a job is looked for.
    var kind: Double
    var words: Philox.Words

    init(kind: Double, words: Philox.Words) {
      self.kind = kind
      self.words = words
    }
  }

  /// - Parameter meeting: its number on this day, below 2^16, as are days.
  init(_ meeting: Int, market: MarketNumber, _ today: borrowing Today) {
    let occasion = today.number << 16 | meeting
    self.occasion = occasion
    let luck = today.luck
    vacancy = luck.words(market, .vacancy, occasion: occasion)
    let kinds = luck.words(market, .candidateKind, occasion: occasion)
    func candidate(_ shown: Int, _ kind: UInt32) -> Candidate {
      Candidate(
        kind: openUniform(kind),
        words: luck.words(
          market.rawValue, Purpose.candidate.rawValue + UInt32(shown), occasion: UInt32(occasion)))
    }
    candidates = (candidate(0, kinds.0), candidate(1, kinds.1), candidate(2, kinds.2))
  }
}

/// Whom a random draw among all who search finds: the parts of natives and of migrants without work, by their
/// weights; the rest are workers in a job.
struct SearchParts: BitwiseCopyable {
  var natives: Double
  /// Natives and migrants together.
  var jobless: Double
}

/// All who search, in terms of natives without work.
struct SearchWeights: BitwiseCopyable {
  var natives: Double
  var migrants: Double
  var workers: Double

  var all: Double { natives + migrants + workers }
}

extension Market {
  /// All who search, by their weights, in terms of natives without work.
  @inline(__always)
  func effectiveSeekers(_ today: Today) -> Double {
    Double(seekers.count) + today.rules.behaviour.migration.searchBonus
      * Double(migrantSeekers.count)
      + today.rules.behaviour.search.onTheJobWeight * Double(workers.count)
  }

  /// The same weights when each is counted against the others' alone: in a small market one must not stand in one's own way.
  @inline(__always)
  func searchWeights(_ today: Today) -> SearchWeights {
    let bonus = today.rules.behaviour.migration.searchBonus
    let usual = max(smoothedSeekers, 2 * bonus, 2)
    func against(_ weight: Double) -> Double { weight * usual / (usual - weight) }
    return SearchWeights(
      natives: Double(seekers.count) * against(1),
      migrants: Double(migrantSeekers.count) * against(bonus),
      workers: Double(workers.count) * against(today.rules.behaviour.search.onTheJobWeight))
  }

  @inline(__always)
  func searchParts(_ today: Today) -> SearchParts {
    let weights = searchWeights(today)
    let all = max(weights.all, 1e-9)
    return SearchParts(
      natives: weights.natives / all, jobless: (weights.natives + weights.migrants) / all)
  }

  /// Asks for the slots of the tables that a planned meeting will look at.
  @inline(__always)
  func fetchSlots(_ plan: MeetingPlan, _ parts: SearchParts) {
    vacancies.fetchAhead(plan.vacancy)
    fetchSlots(plan.candidates.0, parts)
    fetchSlots(plan.candidates.1, parts)
    fetchSlots(plan.candidates.2, parts)
  }

  @inline(__always)
  private func fetchSlots(_ candidate: MeetingPlan.Candidate, _ parts: SearchParts) {
    if candidate.kind >= parts.jobless {
      workers.fetchAhead(candidate.words)
    } else if candidate.kind < parts.natives {
      seekers.fetchAhead(candidate.words)
    } else {
      migrantSeekers.fetchAhead(candidate.words)
    }
  }

  /// Asks for the records that those slots name now.
  @inline(__always)
  func fetchRecords(_ plan: MeetingPlan, _ parts: SearchParts) {
    if let slot = vacancies.slot(at: plan.vacancy) { employers.fetchAhead(slot.payload) }
    fetchRecord(plan.candidates.0, parts)
    fetchRecord(plan.candidates.1, parts)
    fetchRecord(plan.candidates.2, parts)
  }

  @inline(__always)
  private func fetchRecord(_ candidate: MeetingPlan.Candidate, _ parts: SearchParts) {
    if candidate.kind >= parts.jobless {
      guard let slot = workers.slot(at: candidate.words) else { return }
      people.fetchAhead(slot.payload)
      return
    }
    let found =
      candidate.kind < parts.natives
      ? seekers.slot(at: candidate.words) : migrantSeekers.slot(at: candidate.words)
    guard let found else { return }
    people.fetchAhead(found.payload)
    // If hired, they will stand in the other table under the same hash.
    workers.fetchAhead(hash: found.hash)
  }
}
