import Kernel

/// A section of the scenario file with its keys, as seen from all inputs.
///
/// ``all`` is the one list from which files are read, checked, printed and documented.
package struct Section: Sendable {
  /// As in `--set`: `run`, `behaviour.demand`.
  package let path: String
  /// A few words for the documentation.
  package let meaning: String
  package let keys: [Key<Inputs>]

  package init<Group: KeyGroup>(
    _ path: String, _ property: WritableKeyPath<Inputs, Group> & Sendable, _ meaning: String
  ) {
    self.path = path
    self.meaning = meaning
    keys = Group.keys.map { $0.within(property) }
  }

  /// Every section with fixed keys, in the order of the documentation.
  package static let all: [Section] = [
    Section(
      "country", \.country.profile,
      "The country's name, its currency, the unit in which its laws write sums and its offices' calendar."
    ),
    Section("run", \.run, "Which days are simulated, with which random draws, and at what scale."),
    Section(
      "behaviour.population", \.behaviour.population,
      "The native labour force and its initial state."),
    Section("behaviour.demand", \.behaviour.demand, "Employers and the posts they want."),
    Section("behaviour.search", \.behaviour.search, "How job seekers and vacancies meet."),
    Section("behaviour.hiring", \.behaviour.hiring, "The choice between formal and informal jobs."),
    Section(
      "behaviour.wages", \.behaviour.wages, "Productivity, bargaining and reservation wages."),
    Section("behaviour.working_life", \.behaviour.workingLife, "How jobs end."),
    Section(
      "behaviour.migration", \.behaviour.migration,
      "Who comes, for how long, and how they move on."),
    Section(
      "behaviour.abuse", \.behaviour.abuse,
      "What is done to migrants at work, and what they do about it."),
    Section(
      "behaviour.beliefs", \.behaviour.beliefs,
      "What employers believe about detection, and how news spreads."),
    Section(
      "behaviour.filing", \.behaviour.filing,
      "Who applies for permits and under amnesties, and what lawful status is worth."),
    Section("behaviour.taxes", \.behaviour.taxes, "How much of pay is declared to the treasury."),
  ]
}
