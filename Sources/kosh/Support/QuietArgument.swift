import ArgumentParser

/// `--quiet` of a command that has no forecast and no progress: scripts may add it to every command.
struct QuietArgument: ParsableArguments {
  @Flag(help: "Nothing on standard error but warnings and errors.")
  var quiet = false
}
