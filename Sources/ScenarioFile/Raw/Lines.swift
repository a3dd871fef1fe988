/// Text → lines, at line feeds alone; a carriage return before one is dropped.
enum Lines {
  /// By scalars, since the characters "\r\n" are one `Character`.
  static func split(_ text: String) -> [Substring] {
    text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false).map {
      Substring($0.last == "\r" ? $0.dropLast() : $0)
    }
  }
}
