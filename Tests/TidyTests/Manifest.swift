/// What Package.swift says of our targets: their order, and what each may import of ours.
struct Manifest {
  let order: [String]
  let dependencies: [String: [String]]

  init(text: String) {
    // Read as text: asking the package manager would wait for the build that runs this test.
    let target =
      #/
        (?: room | \.target | \.systemLibrary | \.executableTarget ) \( \s*
        (?:name:\s*)? "(\w+)",
        (?: \s* (?:dependencies:\s*)? \[ ([^\]]*) \] )?
      /#
    var order: [String] = []
    var dependencies: [String: [String]] = [:]
    for match in text.matches(of: target) {
      let name = String(match.1)
      order.append(name)
      dependencies[name] = (match.2 ?? "").matches(of: /"(\w+)"/).map { String($0.1) }
    }
    (self.order, self.dependencies) = (order, dependencies)
  }
}
