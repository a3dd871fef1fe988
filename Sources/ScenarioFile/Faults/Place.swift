/// Where in which file something is written.
package struct Place: Hashable, Sendable, CustomStringConvertible {
  /// The file as its user would name it, or `--set`.
  package var file: String
  /// From 1; 0 for what concerns the whole file.
  package var line: Int
  /// From 1, in Unicode scalars; 0 for what concerns the whole file.
  package var column: Int

  package init(file: String, line: Int = 0, column: Int = 0) {
    self.file = file
    self.line = line
    self.column = column
  }

  package var description: String { line == 0 ? file : "\(file):\(line):\(column)" }
}
