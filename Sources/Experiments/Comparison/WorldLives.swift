/// In which plausible world each replicate lives: world r for replicate r, for the baseline and all variants alike.
///
/// Some worlds are lived a second time, with other luck: two lives of one world differ by luck alone, which
/// tells how much of the spread over worlds is luck. Second lives count for nothing else.
package struct WorldLives: Sendable, Equatable {
  /// How many worlds there are; 0 where every replicate has the scenario's own values.
  package let worlds: Int
  package let replicates: Int
  package let secondLives: Int

  /// Every replicate with the scenario's own values.
  package init(replicates: Int) { self.init(worlds: 0, replicates: replicates, secondLives: 0) }

  /// - Parameter secondLives: worlds that are lived once more, beyond what replicates do.
  package init(worlds: Int, replicates: Int, secondLives: Int) {
    precondition(worlds <= replicates && secondLives <= worlds, "each world is lived")
    (self.worlds, self.replicates, self.secondLives) = (worlds, replicates, secondLives)
  }

  /// What a user asks for.
  package enum Wish: Sendable, Equatable {
    /// Worlds where the scenario names some.
    case usual
    /// Worlds so many.
    case some(Int)
    /// The scenario's own values alone.
    case none
  }

  /// Worlds that a comparison lives in, unless the user says how many.
  static let usualWorlds = 60
  /// Replicates without worlds, unless the user says how many.
  package static let usualReplicates = 10

  /// - Parameters:
  ///   - available: how many worlds the scenario names.
  ///   - replicates: as the user wrote it; then worlds are lived a second time only where there are more
  ///     replicates than worlds.
  ///   - tellsLuck: whether some worlds are lived a second time where the user wrote no number of replicates.
  /// - Throws: ``ComparisonFault``, where there are not so many worlds, or more than replicates.
  package init(
    _ wish: Wish, available: Int, replicates: Int?, tellsLuck: Bool = true
  ) throws(ComparisonFault) {
    var count = 0
    switch wish {
    case .none: break
    case .usual:
      count = replicates == 1 ? 0 : min(available, replicates ?? Self.usualWorlds)
    case .some(let asked):
      guard available > 0 else { throw .noWorlds }
      guard asked <= available else { throw .fewWorlds(asked, available: available) }
      if let replicates, replicates < asked { throw .fewReplicates(replicates, worlds: asked) }
      count = asked
    }
    let runs = replicates ?? (count > 0 ? count : Self.usualReplicates)
    let tells = tellsLuck && replicates == nil && count > 1
    self.init(
      worlds: count, replicates: runs, secondLives: tells ? min(count, max(2, (count + 4) / 5)) : 0)
  }

  /// Runs of each scenario.
  package var runs: Int { replicates + secondLives }

  /// The world of a run; nil where it has the scenario's own values. Runs from ``replicates`` on are second lives.
  package func world(of run: Int) -> Int? {
    if worlds == 0 { return nil }
    return (run < replicates ? run : run - replicates) % worlds
  }
}
