import Testing

/// Imports point back along the data's way, and the outside comes in by known doors.
@Suite struct ImportTests {
  private let checkout: Checkout
  private let manifest: Manifest

  init() throws {
    checkout = try Checkout()
    manifest = Manifest(text: checkout.text(of: "Package.swift") ?? "")
  }

  @Test func `every folder of Sources is a room of the plan and a target`() {
    let known = House.roomsOfC.union(House.rooms.keys)
    expectNone(
      checkout.roomFolders.filter { !known.contains($0) }.map {
        Finding(
          file: "Sources/\($0)",
          advice: "no such room in the plan: add it, with what it may import, to House.rooms")
      })
    expectNone(
      checkout.roomFolders.flatMap { House.suites[$0] ?? [$0] }.filter {
        !manifest.order.contains($0)
      }.map {
        Finding(file: "Sources/\($0)", advice: "is no target: add it to Package.swift in its place")
      })
    #expect(manifest.order.count >= House.rooms.count, "Package.swift was not understood")
  }

  @Test func `targets depend only on earlier ones, as the plan allows`() {
    var findings: [Finding] = []
    for (place, name) in manifest.order.enumerated() {
      for dependency in manifest.dependencies[name] ?? [] {
        if !manifest.order.prefix(place).contains(dependency) {
          findings.append(
            Finding(
              file: "Package.swift",
              advice: "\(name) depends on \(dependency), which stands after it: data flows one way")
          )
        }
        let folder = House.suites.first { $0.value.contains(name) }?.key ?? name
        if let room = House.rooms[folder], !room.ours.contains(dependency) {
          findings.append(
            Finding(
              file: "Package.swift",
              advice: "\(name) depends on \(dependency), against the plan in House.rooms"))
        }
      }
    }
    expectNone(findings)
  }

  @Test func `a file imports only what its room may`() {
    let ours = Set(manifest.order)
    var findings: [Finding] = []
    for (name, room) in House.rooms {
      let dependencies = (House.suites[name] ?? [name]).flatMap {
        manifest.dependencies[$0] ?? []
      }
      for source in checkout.room(name) {
        let fromDoor = House.doors[source.file]?.modules ?? []
        for (module, line) in source.imports {
          if ours.contains(module) {
            if !dependencies.contains(module) {
              findings.append(
                Finding(
                  file: source.file, line: line,
                  advice: "\(name) does not depend on \(module): move the code to a later room"))
            }
          } else if !room.outside.contains(module) && !fromDoor.contains(module) {
            findings.append(
              Finding(
                file: source.file, line: line,
                advice: "\(name) may not import \(module): see House.rooms and House.doors"))
          }
        }
      }
    }
    expectNone(findings)
  }

  @Test func `in the Kernel only the doors touch unsafe memory`() {
    expectNone(
      checkout.room("Kernel").filter { House.doors[$0.file] == nil }.flatMap { source in
        source.occurrences(of: /\b(Unsafe\w*|OpaquePointer|withUnsafe\w*|unsafeBitCast)\b/).map {
          Finding(
            file: source.file, line: $0.line,
            advice: "'\($0.found)' outside the doors: build on Column instead")
        }
      })
  }

  @Test func `every door still exists`() {
    expectNone(
      House.doors.keys.filter { !checkout.files.contains($0) }.map {
        Finding(file: $0, advice: "is gone: strike it from House.doors")
      })
  }
}
