/// Some members of a list, or all of them: regions, sectors and origins of a country, or skills.
///
/// The names that a file writes become places in the list when the file is read, so that the day loop asks for a place and
/// never for a name. The first 64 places are held in line; a country may have more.
@usableFromInline package struct Members: Sendable, Equatable {
  @usableFromInline let first: UInt64
  /// Nothing where all are meant, so that copying the usual set costs nothing.
  @usableFromInline let listed: Listed?

  /// What a set of some members has beside its first places.
  @usableFromInline final class Listed: Sendable {
    let names: [String]
    /// Places from 64 on, 64 to a word.
    @usableFromInline let others: [UInt64]

    init(names: [String], others: [UInt64]) {
      self.names = names
      self.others = others
    }
  }

  package static let all = Members(first: .max, listed: nil)

  private init(first: UInt64, listed: Listed?) {
    self.first = first
    self.listed = listed
  }

  /// The members called `names` of a list; a name that the list lacks is nobody's.
  package init(_ names: [String], of list: [String]) {
    var words = [UInt64](repeating: 0, count: max(1, (list.count + 63) / 64))
    for (place, name) in list.enumerated() where names.contains(name) {
      words[place / 64] |= 1 << UInt64(place % 64)
    }
    first = words[0]
    listed = Listed(names: names, others: Array(words.dropFirst()))
  }

  package var isAll: Bool { listed == nil }

  /// As they are written, in that order; none where all are meant.
  package var names: [String] { listed?.names ?? [] }

  /// - Parameter place: in the list, from 0 on.
  @inlinable @inline(__always)
  package func contains(_ place: Int) -> Bool {
    place < 64 ? first >> UInt64(truncatingIfNeeded: place) & 1 == 1 : containsBeyond(place)
  }

  @usableFromInline func containsBeyond(_ place: Int) -> Bool {
    guard let listed else { return true }
    let word = place / 64 - 1
    return word < listed.others.count && listed.others[word] >> UInt64(place % 64) & 1 == 1
  }

  /// Whether each of these members is in one of some other sets.
  ///
  /// - Parameter count: how long the list is.
  package func areIn(_ others: [Members], count: Int) -> Bool {
    (0..<count).allSatisfy { place in !contains(place) || others.contains { $0.contains(place) } }
  }

  @usableFromInline package static func == (one: Members, other: Members) -> Bool {
    one.isAll == other.isAll && one.names == other.names
  }
}

extension Members {
  /// Skills by their names.
  package init(skills names: [String]) { self.init(names, of: Skill.allCases.map(\.name)) }

  @inlinable package func contains(_ skill: Skill) -> Bool { contains(Int(skill.rawValue)) }
}
