import Testing

/// The rules are only as good as their reading of Swift.
@Suite struct SourceTextTests {
  @Test func `comments and strings are not code`() {
    let source = SourceText(
      file: "a.swift",
      text: """
        let a = "try! \\" try!" // try!
        /* try! /* try! */ try! */ let b = #"try! " \\"# + "x"
        let c = \"\"\"
          try!
          \"\"\"
        try! d()
        """)
    #expect(source.occurrences(of: /try!/).map(\.line) == [6])
    #expect(source.code.count == source.lines.count)
    #expect(source.code[1].contains("let b"))
  }

  @Test func `every way to import is seen`() {
    let source = SourceText(
      file: "a.swift",
      text: """
        import One
        package import Two
        @preconcurrency import Three
        import struct Four.Thing
        // import Five
        internal import func Six.call
        let importance = 7
        """)
    #expect(source.imports.map(\.module) == ["One", "Two", "Three", "Four", "Six"])
    #expect(source.imports.map(\.line) == [1, 2, 3, 4, 6])
  }

  @Test func `the manifest's targets are read in order, with what they depend on`() {
    let manifest = Manifest(
      text: """
        .systemLibrary(name: "C", path: "x"), .target(name: "H", path: "y"),
        room("A", ["H"]),
        room(
          "B", ["H", "A"],
          [yams]),
        .executableTarget(
          name: "tool",
          dependencies: ["A", "B", parser])
        """)
    #expect(manifest.order == ["C", "H", "A", "B", "tool"])
    #expect(manifest.dependencies["B"] == ["H", "A"])
    #expect(manifest.dependencies["tool"] == ["A", "B"])
    #expect(manifest.dependencies["H"] == [])
  }
}
