import Testing

extension Tag {
  /// Takes more than a second; runs in CI all the same.
  @Tag package static var slow: Self
}
