import Inputs
import Kernel

/// What a kept state of the country holds beside its markets: boards and the treasury.
extension World {
  /// Each market's state, made in parallel.
  package func marketStates(_ crew: Crew) -> [[UInt8]] {
    let states = Islands<[UInt8]>(count: markets.count, crew: crew) { _ in [] }
    markets.forEachReading(crew) { index, market in
      var writer = StateWriter(reserving: market.byteCount)
      market.write(to: &writer)
      states.with(index) { $0 = writer.bytes }
    }
    return (0..<states.count).map { index in states.with(index) { $0 } }
  }

  package func writeCommon(to writer: inout StateWriter) {
    writer.write(boards.entries)
    writer.write(boards.national)
    treasury.write(to: &writer)
  }

  /// A country from its markets' states and what ``writeCommon(to:)`` wrote; what does not depend on the
  /// past is made from `inputs`.
  package static func restored(
    _ inputs: Inputs, replicate: UInt32, markets states: [[UInt8]],
    common reader: inout StateReader,
    crew: Crew
  ) throws(StateFault) -> World {
    let country = inputs.country
    guard states.count == country.regions.count * country.sectors.count else {
      throw .otherLayout
    }
    // A market cannot be half made, so each is tried, and what went wrong is asked for later.
    let tried = Islands<RestoredMarket>(count: states.count, crew: crew) {
      RestoredMarket(states[$0])
    }
    for index in 0..<tried.count {
      if let fault = tried.with(index, { $0.fault }) { throw fault }
    }
    let markets = Islands<Market>(count: states.count, crew: crew) { index in
      tried.with(index) { $0.take() }
    }
    var world = World(
      inputs: inputs, luck: Luck(seed: UInt64(inputs.run.seed), replicate: replicate),
      horizon: inputs.run.until - inputs.firstWorldDay + 1, markets: markets)
    let entries = try reader.readColumn(of: MarketBoard.self)
    let national = try reader.readColumn(of: Double.self)
    guard entries.count == world.boards.entries.count, national.count == world.boards.national.count
    else {
      throw .otherLayout
    }
    for index in 0..<entries.count { world.boards.entries[index] = entries[index] }
    for index in 0..<national.count { world.boards.national[index] = national[index] }
    world.treasury = try Treasury(from: &reader)
    return world
  }
}

/// A market that could be read, or why it could not.
private struct RestoredMarket: ~Copyable {
  private var market: Market?
  let fault: StateFault?

  init(_ state: [UInt8]) {
    var reader = StateReader(state)
    do throws(StateFault) {
      market = try Market.read(from: &reader)
      fault = reader.isAtEnd ? nil : .otherLayout
    } catch {
      market = nil
      fault = error
    }
  }

  /// The market, once.
  mutating func take() -> Market {
    guard let taken = market.take() else { preconditionFailure("a market is taken once") }
    return taken
  }
}
