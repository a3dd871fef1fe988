/// The plan of the house: which rooms there are, and what may come in from where.
///
/// A new room, or a new door to the outside, is added here on purpose or not at all.
enum House {
  /// One folder of Swift under `Sources/`.
  struct Room {
    /// Rooms that it may import, all earlier in the data's order.
    let ours: Set<String>
    /// Modules of the system and of other packages that it may import.
    let outside: Set<String>
  }

  static let rooms: [String: Room] = [
    "Kernel": Room(ours: ["CHints"], outside: []),
    "Inputs": Room(ours: ["Kernel"], outside: []),
    "Statistics": Room(ours: ["Kernel", "CGSL"], outside: []),
    "ScenarioFile": Room(ours: ["Kernel", "Inputs"], outside: ["Yams", "Foundation"]),
    "WorldState": Room(ours: ["Kernel", "Inputs"], outside: []),
    "Population": Room(ours: ["Kernel", "Inputs", "WorldState"], outside: []),
    "Transitions": Room(ours: ["Kernel", "Inputs", "WorldState"], outside: []),
    "Submodels": Room(ours: ["Kernel", "Inputs", "WorldState", "Transitions"], outside: []),
    "Measurement": Room(ours: ["Kernel", "Inputs", "WorldState"], outside: []),
    "Simulation": Room(
      ours: ["Kernel", "Inputs", "WorldState", "Population", "Submodels", "Measurement"],
      outside: []),
    "Stories": Room(ours: ["Kernel", "Inputs", "WorldState", "Simulation"], outside: []),
    "Results": Room(
      ours: ["Kernel", "Inputs", "ScenarioFile", "Measurement", "Simulation"],
      outside: ["GRDB", "GRDBSQLite", "Crypto", "Foundation"]),
    "Experiments": Room(
      ours: [
        "Kernel", "Inputs", "Statistics", "ScenarioFile", "WorldState", "Population", "Submodels",
        "Measurement", "Simulation", "Results",
      ], outside: ["Foundation"]),
    "Cluster": Room(ours: ["Kernel", "Results", "Experiments"], outside: ["Foundation"]),
    "Reporting": Room(
      ours: ["Kernel", "Inputs", "ScenarioFile", "Measurement", "Results", "Statistics"],
      outside: ["Foundation"]),
    "Lab": Room(
      ours: [
        "Kernel", "Inputs", "ScenarioFile", "Measurement", "Simulation", "Results", "Reporting",
        "Experiments",
      ], outside: ["FlyingFox", "FlyingSocks", "Foundation"]),
    "Benchmarks": Room(
      ours: [
        "Kernel", "Inputs", "ScenarioFile", "WorldState", "Population", "Submodels", "Simulation",
      ], outside: ["Benchmark", "Foundation"]),
    "kosh": Room(
      ours: [
        "Kernel", "Inputs", "Statistics", "ScenarioFile", "WorldState", "Measurement",
        "Simulation", "Stories", "Results", "Experiments", "Cluster", "Reporting", "Lab",
      ], outside: ["ArgumentParser", "Foundation"]),
  ]

  /// Rooms of several targets, a folder each: those of Benchmarks, whose tool wants them so.
  static let suites: [String: [String]] = ["Benchmarks": ["KernelBenchmarks", "RunBenchmarks"]]

  /// Folders of C: headers for what Swift cannot say, without Swift files.
  static let roomsOfC: Set<String> = ["CGSL", "CHints"]

  /// A file of the Kernel through which the system may come in.
  struct Door {
    let modules: Set<String>
    let why: String
  }

  /// The only files of the Kernel that may import from the system or touch unsafe memory.
  static let doors: [String: Door] = [
    "Sources/Kernel/Islands/Islands.swift": Door(
      modules: ["Dispatch", "Synchronization"],
      why: "workers take islands, which own their memory, from an atomic counter, and hand over "
        + "what they give one at a time"),
    "Sources/Kernel/Memory/Column.swift": Door(
      modules: [], why: "records aligned to cache lines, which Swift's arrays are not"),
    "Sources/Kernel/System/Interruption.swift": Door(
      modules: ["Glibc"], why: "whether somebody asked the process to stop"),
    "Sources/Kernel/System/Machine.swift": Door(
      modules: ["Glibc"],
      why: "memory, faults, clocks and page sizes, for those outside the world"),
    "Sources/Kernel/System/StandardStreams.swift": Door(
      modules: ["Glibc"], why: "what is said, whoever can or cannot hear it"),
  ]

  /// Rooms in which nothing may depend on the process, the clock or the order of hashing.
  static let pureRooms: Set<String> = ["WorldState", "Population", "Transitions", "Submodels"]

  /// A file of a pure room that may use one forbidden word, and why nothing can go wrong there.
  struct Exemption {
    let file: String
    let word: String
    let why: String
  }

  static let exemptions: [Exemption] = []

  /// Files of the code that may name the country that is shipped, and why.
  static let shippedCase: [String: String] = [
    "Sources/kosh/Support/ShippedCase.swift": "help shows commands that work, and so a scenario",
    "Sources/Benchmarks/Runs/RunBenchmarks.swift": "speed is measured on the whole country",
  ]

  /// Tests whose subject is the shipped country: from end to end, its scenarios, its calibration.
  static let aboutTheBaseline = [
    "Tests/EndToEndTests/", "Tests/ScenarioFileTests/", "Tests/TidyTests/",
    "Tests/SimulationTests/Calibration/", "Tests/SubmodelsTests/Calibration/",
    "Tests/ExperimentsTests/Calibration/",
  ]

  /// Other tests that stand on it, and why.
  static let onTheBaseline: [String: String] = [
    "Tests/TestSupport/Baseline.swift": "hands it out",
    "Tests/TestSupport/SyntheticRun.swift": "a run's words as a reader would meet them",
    "Tests/ExperimentsTests/Comparison/ComparisonTests.swift": "variants that are shipped",
    "Tests/PopulationTests/EmployerSizeTests.swift":
      "firms of up to 20,000 posts need a large country",
    "Tests/SimulationTests/BurnInTests.swift": "enough migrants for an operation to show",
    "Tests/SimulationTests/LawTests.swift": "laws by date, quotas of several years",
    "Tests/SimulationTests/LongerRunTests.swift": "tables of more than six years",
    "Tests/SimulationTests/PatentTests.swift": "sums of the law in an index unit",
    "Tests/SubmodelsTests/Stage.swift": "rows made by hand in its money",
  ]

  /// What may lie in the project's folder beside hidden files.
  static let topLevel: Set<String> = [
    "Package.swift", "Sources", "Tests", "Scenarios", "Output", "README.md",
  ]
}
