import ArgumentParser
import Results
import Statistics

/// `kosh version`
struct VersionCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "version",
    abstract: "Prints the version, commit, GSL version and toolchain.",
    discussion: """
      The commit is the one that the program carries, as those of .ci/static-binary do, or the one checked out \
      where it was built; 'unknown', with the reason, where neither is there.

      Example: kosh version
      """)

  /// What 'kosh version' and 'kosh --version' print.
  static var text: String {
    """
    kosh \(Build.version)
    commit \(Build.commit)
    GSL \(GSL.version)
    toolchain \(Build.toolchain)
    """
  }

  @OptionGroup var quiet: QuietArgument

  func run() throws { try StandardOutput.write(Self.text) }
}
