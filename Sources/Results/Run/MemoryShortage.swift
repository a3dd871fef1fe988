/// Less memory than a simulation takes: told before it begins, since it could only be ended in the midst of it.
package struct MemoryShortage: Error, Equatable {
  package var needed: Int
  package var available: Int

  /// - Throws: ``MemoryShortage``, where it is known that fewer bytes are there than needed.
  package static func check(_ needed: Int, available: Int? = AvailableMemory.known) throws {
    if let available, needed > available {
      throw MemoryShortage(needed: needed, available: available)
    }
  }
}
