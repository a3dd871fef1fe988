import ArgumentParser

@main
struct Kosh: ParsableCommand {
  func run() throws { print("kosh") }
}
