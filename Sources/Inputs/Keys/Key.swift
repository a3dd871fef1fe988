import Kernel

/// One key of a scenario file: its name, meaning and kind stand together with the property it fills.
///
/// Lists of keys are the single source for reading, checking, `scenario show`, `keys`, `schema`,
/// `--set`, sweeps and the codebook: a property without a key cannot be set by anyone.
package struct Key<Root: Sendable>: Sendable {
  package let name: String
  package let kind: ValueKind
  /// One sentence for the person who writes the file.
  package let meaning: String
  /// Whether a file, after `extends`, may leave it out; then the property keeps its initial value.
  package let isOptional: Bool
  /// Whether only whole numbers make sense, in the base unit of the key's dimension; of things counted always.
  package var isWhole = false
  package let read: @Sendable (Root) -> Value
  package let write: @Sendable (inout Root, Value) -> Void
}

/// A section of the scenario file: a plain struct and the list of its keys.
package protocol KeyGroup: Sendable, Equatable {
  /// The values a file may leave out; required keys hold placeholders until they are read.
  init()
  static var keys: [Key<Self>] { get }
}

extension Key {
  package typealias Path<V> = WritableKeyPath<Root, V> & Sendable

  package static func number(
    _ name: String, _ path: Path<Double>, _ dimension: Dimension, _ bounds: ClosedRange<Double>,
    optional: Bool = false, _ meaning: String
  ) -> Key {
    Key(
      name: name, kind: .number(dimension, bounds), meaning: meaning, isOptional: optional,
      isWhole: dimension == .count,
      read: { .number($0[keyPath: path]) },
      write: { if case .number(let number) = $1 { $0[keyPath: path] = number } })
  }

  /// A whole number; fractions are refused by the reader.
  package static func count(
    _ name: String, _ path: Path<Int>, _ dimension: Dimension = .count, _ bounds: ClosedRange<Int>,
    optional: Bool = false, _ meaning: String
  ) -> Key {
    Key(
      name: name, kind: .number(dimension, Double(bounds.lowerBound)...Double(bounds.upperBound)),
      meaning: meaning, isOptional: optional, isWhole: true,
      read: { .number(Double($0[keyPath: path])) },
      write: { if case .number(let number) = $1 { $0[keyPath: path] = Int(number) } })
  }

  package static func optionalNumber(
    _ name: String, _ path: Path<Double?>, _ dimension: Dimension, _ bounds: ClosedRange<Double>,
    _ meaning: String
  ) -> Key {
    Key(
      name: name, kind: .optionalNumber(dimension, bounds), meaning: meaning, isOptional: true,
      isWhole: dimension == .count,
      read: { $0[keyPath: path].map(Value.number) ?? .none },
      write: {
        if case .number(let number) = $1 {
          $0[keyPath: path] = number
        } else {
          $0[keyPath: path] = nil
        }
      })
  }

  package static func date(_ name: String, _ path: Path<Day>, _ meaning: String) -> Key {
    Key(
      name: name, kind: .date, meaning: meaning, isOptional: false,
      read: { .date($0[keyPath: path]) },
      write: { if case .date(let day) = $1 { $0[keyPath: path] = day } })
  }

  package static func optionalDate(_ name: String, _ path: Path<Day?>, _ meaning: String) -> Key {
    Key(
      name: name, kind: .optionalDate, meaning: meaning, isOptional: true,
      read: { $0[keyPath: path].map(Value.date) ?? .none },
      write: {
        if case .date(let day) = $1 { $0[keyPath: path] = day } else { $0[keyPath: path] = nil }
      })
  }

  package static func flag(
    _ name: String, _ path: Path<Bool>, optional: Bool = true, _ meaning: String
  ) -> Key {
    Key(
      name: name, kind: .flag, meaning: meaning, isOptional: optional,
      read: { .flag($0[keyPath: path]) },
      write: { if case .flag(let flag) = $1 { $0[keyPath: path] = flag } })
  }

  package static func choice<Choice: RawRepresentable<String> & CaseIterable & Sendable>(
    _ name: String, _ path: Path<Choice>, optional: Bool = true, _ meaning: String
  ) -> Key {
    Key(
      name: name, kind: .choice(Choice.allCases.map(\.rawValue)), meaning: meaning,
      isOptional: optional,
      read: { .word($0[keyPath: path].rawValue) },
      write: {
        if case .word(let word) = $1, let choice = Choice(rawValue: word) {
          $0[keyPath: path] = choice
        }
      })
  }

  /// A list of regions, sectors, origins or skills; all of them where it is left out.
  package static func names(
    _ name: String, _ path: Path<Members>, _ kind: ValueKind, _ meaning: String
  ) -> Key {
    Key(
      name: name, kind: kind, meaning: meaning, isOptional: true,
      read: { .members($0[keyPath: path]) },
      write: { if case .members(let members) = $1 { $0[keyPath: path] = members } })
  }

  /// Free text, on one line.
  package static func text(_ name: String, _ path: Path<String>, _ meaning: String) -> Key {
    Key(
      name: name, kind: .text, meaning: meaning, isOptional: false,
      read: { .word($0[keyPath: path]) },
      write: { if case .word(let word) = $1 { $0[keyPath: path] = word } })
  }

  /// Text, or nothing.
  package static func optionalText(
    _ name: String, _ path: Path<String?>, _ meaning: String
  ) -> Key {
    optionalWord(name, path, .optionalText, meaning)
  }

  /// Months, each by its first day.
  package static func monthList(
    _ name: String, _ path: Path<[Day]>, _ meaning: String
  ) -> Key {
    Key(
      name: name, kind: .monthList, meaning: meaning, isOptional: true,
      read: { .months($0[keyPath: path]) },
      write: { if case .months(let months) = $1 { $0[keyPath: path] = months } })
  }

  package static func taxScale(_ name: String, _ path: Path<String?>, _ meaning: String) -> Key {
    optionalWord(name, path, .taxScale, meaning)
  }

  private static func optionalWord(
    _ name: String, _ path: Path<String?>, _ kind: ValueKind, _ meaning: String
  ) -> Key {
    Key(
      name: name, kind: kind, meaning: meaning, isOptional: true,
      read: { $0[keyPath: path].map(Value.word) ?? .none },
      write: {
        if case .word(let word) = $1 { $0[keyPath: path] = word } else { $0[keyPath: path] = nil }
      })
  }

  /// The same key, seen from a value that holds this one at `path`.
  package func within<Outer>(
    _ path: WritableKeyPath<Outer, Root> & Sendable
  ) -> Key<Outer> {
    Key<Outer>(
      name: name, kind: kind, meaning: meaning, isOptional: isOptional, isWhole: isWhole,
      read: { read($0[keyPath: path]) },
      write: { write(&$0[keyPath: path], $1) })
  }
}
