/// A value as it is written, with its place; nothing is interpreted yet.
struct RawNode: Sendable {
  var place: Place
  var content: Content

  indirect enum Content: Sendable {
    /// One word or several; nothing is made of `no`, `1:10` or `2020-08-01` here.
    case text(String)
    /// Text below a `|`, with the column at which its lines begin.
    case block(String, column: Int)
    case list([RawNode])
    case section([RawEntry])
    /// A key without a value.
    case nothing
  }

  /// The text of a value on one line, or nil.
  var text: String? {
    if case .text(let text) = content { text } else { nil }
  }
}

/// A key and its value.
struct RawEntry: Sendable {
  var key: String
  var place: Place
  var value: RawNode
}
