import Kernel

/// Everything a run is given: typed, valid, in base units. A run is a function of this value alone.
package struct Inputs: Sendable, Equatable {
  package var name: String
  /// What the scenario asks, in a sentence; printed with the results.
  package var question: String
  package var run: RunSettings
  package var country: Country
  package var behaviour: Behaviour
  /// All dated measures, in the order of their names.
  package var measures: [Measure]
  /// All changes of what measures say, in the order of their names.
  package var amendments: [Amendment]

  package init(
    name: String, question: String, run: RunSettings, country: Country, behaviour: Behaviour,
    measures: [Measure], amendments: [Amendment] = []
  ) {
    self.name = name
    self.question = question
    self.run = run
    self.country = country
    self.behaviour = behaviour
    self.measures = measures
    self.amendments = amendments
  }

  /// The first day of the burn-in.
  package var firstWorldDay: Day { run.from.adding(months: -run.burnInMonths) }
}

/// The `run:` section: which days are simulated, with whose luck, how large.
package struct RunSettings: KeyGroup {
  package var from = Day(number: 0)
  /// The last simulated day, inclusive.
  package var until = Day(number: 0)
  /// Days simulated before `from` under the first day's law and drivers, in whole calendar months.
  package var burnInMonths = 24
  package var seed = 1
  /// Simulated persons for each real one, 0…1; 1 is the whole country.
  package var scale = 1.0

  package init() {}

  package static let keys: [Key<RunSettings>] = [
    .date("from", \.from, "First day of the results."),
    .date("until", \.until, "Last day of the simulation, inclusive."),
    .count(
      "burn_in", \.burnInMonths, .months, 0...120,
      "Time simulated before the first day, under that day's law and drivers, so that stocks come to rest."
    ),
    .count(
      "seed", \.seed, .count, 0...Int(UInt32.max),
      "Number that selects the random draws; runs with the same seed use the same draws."),
    .number(
      "scale", \.scale, .factor, 0.0001...1, optional: true,
      "Simulated persons for each real person; 1:10 simulates one person in ten."),
  ]
}
