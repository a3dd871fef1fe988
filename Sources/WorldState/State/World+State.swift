import Inputs
import Kernel

/// What a kept state of the country holds beside its islands: boards, offices and the treasury.
extension World {
  /// Each island's state, markets first, then homelands; made in parallel.
  package func islandStates(_ crew: Crew) -> [[UInt8]] {
    let marketCount = markets.count
    let states = Islands<[UInt8]>(count: marketCount + homelands.count, crew: crew) { _ in [] }
    markets.forEachReading(crew) { index, market in
      var writer = StateWriter(reserving: market.byteCount)
      market.write(to: &writer)
      states.with(index) { $0 = writer.bytes }
    }
    homelands.forEachReading(crew) { index, homeland in
      var writer = StateWriter(reserving: homeland.byteCount)
      homeland.write(to: &writer)
      states.with(marketCount + index) { $0 = writer.bytes }
    }
    return (0..<states.count).map { index in states.with(index) { $0 } }
  }

  package func writeCommon(to writer: inout StateWriter) {
    writer.write(boards.entries)
    writer.write(boards.national)
    writer.write(boards.origins)
    writer.write(boards.destinations)
    writer.write(boards.nationalDetection)
    writer.write(boards.communities)
    offices.write(to: &writer)
    treasury.write(to: &writer)
  }

  /// A country from its islands' states and what ``writeCommon(to:)`` wrote; what does not depend on the
  /// past is made from `inputs`.
  package static func restored(
    _ inputs: Inputs, replicate: UInt32, islands states: [[UInt8]],
    common reader: inout StateReader, crew: Crew
  ) throws(StateFault) -> World {
    let country = inputs.country
    let marketCount = country.regions.count * country.sectors.count
    guard states.count >= marketCount else { throw .otherLayout }
    let triedMarkets = Islands<Restored<Market>>(count: marketCount, crew: crew) { index in
      Restored(states[index]) { reader throws(StateFault) in try Market.read(from: &reader) }
    }
    let triedHomelands = Islands<Restored<Homeland>>(
      count: states.count - marketCount, crew: crew
    ) { index in
      Restored(states[marketCount + index]) { reader throws(StateFault) in
        try Homeland.read(from: &reader)
      }
    }
    for index in 0..<triedMarkets.count {
      if let fault = triedMarkets.with(index, { $0.fault }) { throw fault }
    }
    for index in 0..<triedHomelands.count {
      if let fault = triedHomelands.with(index, { $0.fault }) { throw fault }
    }
    let boards = Boards(
      marketCount: marketCount, regionCount: country.regions.count,
      originCount: country.origins.count, scale: inputs.run.scale)
    var world = World(
      inputs: inputs, luck: Luck(seed: UInt64(inputs.run.seed), replicate: replicate),
      horizon: inputs.run.until - inputs.firstWorldDay + 1,
      markets: Islands<Market>(count: marketCount, crew: crew) { index in
        triedMarkets.with(index) { $0.take() }
      },
      homelands: Islands<Homeland>(count: triedHomelands.count, crew: crew) { index in
        triedHomelands.with(index) { $0.take() }
      }, boards: boards)
    try refill(boards.entries, from: &reader)
    try refill(boards.national, from: &reader)
    try refill(boards.origins, from: &reader)
    try refill(boards.destinations, from: &reader)
    try refill(boards.nationalDetection, from: &reader)
    try refill(boards.communities, from: &reader)
    try world.offices.read(from: &reader, under: inputs)
    world.treasury = try Treasury(from: &reader)
    return world
  }

  /// Puts kept records in the place of as many others.
  private static func refill<Record>(
    _ column: borrowing Column<Record>, from reader: inout StateReader
  ) throws(StateFault) {
    let kept = try reader.readColumn(of: Record.self)
    guard kept.count == column.count else { throw .otherLayout }
    for index in 0..<kept.count { column[index] = kept[index] }
  }
}

/// An island that could be read, or why it could not: one cannot be half made, so each is tried, and what
/// went wrong is asked for later.
private struct Restored<Island: ~Copyable>: ~Copyable {
  private var island: Island?
  let fault: StateFault?

  init(_ state: [UInt8], _ read: (inout StateReader) throws(StateFault) -> Island) {
    var reader = StateReader(state)
    do throws(StateFault) {
      island = try read(&reader)
      fault = reader.isAtEnd ? nil : .otherLayout
    } catch {
      island = nil
      fault = error
    }
  }

  /// The island, once.
  mutating func take() -> Island {
    guard let taken = island.take() else { preconditionFailure("an island is taken once") }
    return taken
  }
}
