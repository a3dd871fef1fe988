import Inputs

/// A commented scenario to begin from, which is valid as it stands.
package enum ScenarioTemplate {
  /// - Parameters:
  ///   - base: The scenario to extend, as seen from the new file.
  ///   - name: The new scenario's name.
  package static func text(extending base: String, name: String) -> String {
    """
    # A scenario states only what differs from the one it extends.
    # Check it with: kosh scenario validate FILE.  What may stand here: kosh scenario keys.
    kosh: 1
    name: \(YAMLText.scalar(name))
    question: What would be different, and for whom?
    extends: \(YAMLText.scalar(base))

    # Which days are simulated. Unless written here, all is taken from the scenario above.
    # run:
    #   until: 2008-12-31
    #   scale: 1:10                  # a tenth of the country, to try things out

    # How people and employers act, with the range within which a value may lie.
    # behaviour:
    #   demand:
    #     response: {value: 1, range: [0, 2], source: assumed}

    # Dated measures. One of a name that the base knows is changed key by key; `none` removes it.
    # One that amends a kind changes what is in force, and restates nothing:
    #   inspections-trebled: {amends: policing, from: 2007-01-01, inspections: ×3}
    measures:
    \(LeverKind.all.map(example).joined(separator: "\n"))
    """ + "\n"
  }

  /// A kind of measure as a commented example, all of its keys in it.
  private static func example(_ kind: LeverKind) -> String {
    var lines = ["  # \(kind.meaning)", "  # \(kind.name):", "  #   from: 2007-01-01"]
    lines += kind.keys.map { "  #   \($0.name): …   # \($0.kind.unitText). \($0.meaning)" }
    return lines.joined(separator: "\n")
  }
}
