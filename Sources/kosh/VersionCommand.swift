import ArgumentParser
import Results
import Statistics

/// `kosh version`
struct VersionCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "version",
    abstract: "Prints the version, commit, GSL version and toolchain.",
    discussion: """
      The commit is the one checked out where the program was built, 'unknown' once it has been \
      moved elsewhere.

      Example: kosh version
      """)

  func run() {
    print("kosh \(Build.version)")
    print("commit \(Build.commit)")
    print("GSL \(GSL.version)")
    print("toolchain \(Build.toolchain)")
  }
}
