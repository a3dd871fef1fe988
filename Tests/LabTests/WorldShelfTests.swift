import Foundation
import Simulation
import TestSupport
import Testing

import Lab

/// Worlds put aside come back as they were, within the room that they may take.
@Suite struct WorldShelfTests {
  private let folder = TemporaryFolder()

  /// A state of a few parts, told apart by its number.
  private func state(_ number: UInt8, megabytes: Int = 1) -> RunState {
    RunState(
      islands: [[number, 1], [], [UInt8](repeating: number, count: megabytes << 20)],
      common: [number, 2, 3])
  }

  private func same(_ one: RunState?, _ other: RunState) -> Bool {
    one?.islands == other.islands && one?.common == other.common
  }

  @Test func `worlds come back as they were, and the folder holds no file of them`() throws {
    let shelf = WorldShelf(in: folder.path, most: 100 << 20)
    let places = try (0..<5).map { try #require(shelf.put(state($0))) }
    for (number, place) in places.enumerated() {
      #expect(same(shelf.world(at: place), state(UInt8(number))))
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).isEmpty)
  }

  @Test func `room that is given back is used again, and there is no more than was said`() throws {
    let shelf = WorldShelf(in: folder.path, most: 8 << 20)
    let first = try #require(shelf.put(state(1, megabytes: 3)))
    let second = try #require(shelf.put(state(2, megabytes: 3)))
    #expect(shelf.put(state(3, megabytes: 3)) == nil)
    shelf.remove(first)
    let third = try #require(shelf.put(state(3, megabytes: 2)))
    #expect(same(shelf.world(at: second), state(2, megabytes: 3)))
    #expect(same(shelf.world(at: third), state(3, megabytes: 2)))
    shelf.remove(second)
    shelf.remove(third)
    #expect(shelf.put(state(4, megabytes: 7)) != nil)
  }

  @Test func `where no file can be made nothing is kept, and nothing fails`() {
    let shelf = WorldShelf(in: folder.path + "/missing", most: 8 << 20)
    #expect(shelf.put(state(1)) == nil)
  }
}
