// swift-tools-version: 6.2
// Kosh: a country's labour market, person by person, under migration policy.
// The targets stand in the order in which data flows; imports point back along it only.

import PackageDescription

let settings: [SwiftSetting] = [.treatAllWarnings(as: .error)]

/// A room of the house: a library target under `Sources/`.
func room(
  _ name: String, _ ours: [String], _ outside: [Target.Dependency] = [],
  exclude: [String] = [], resources: [Resource] = []
) -> Target {
  .target(
    name: name, dependencies: ours.map { .target(name: $0) } + outside,
    path: "Sources/\(name)", exclude: exclude, resources: resources, swiftSettings: settings)
}

/// The tests of one room, or of the whole house.
func tests(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
  .testTarget(
    name: name, dependencies: dependencies, path: "Tests/\(name)", swiftSettings: settings)
}

let argumentParser = Target.Dependency.product(
  name: "ArgumentParser", package: "swift-argument-parser")
let yams = Target.Dependency.product(name: "Yams", package: "Yams")
let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
let sqlite = Target.Dependency.product(name: "GRDBSQLite", package: "GRDB.swift")
let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")
let flyingFox = Target.Dependency.product(name: "FlyingFox", package: "FlyingFox")
let flyingSocks = Target.Dependency.product(name: "FlyingSocks", package: "FlyingFox")
let benchmark = Target.Dependency.product(name: "Benchmark", package: "benchmark")
let benchmarkPlugin = Target.PluginUsage.plugin(name: "BenchmarkPlugin", package: "benchmark")

let package = Package(
  name: "kosh",
  products: [.executable(name: "kosh", targets: ["kosh"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
    .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
    .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
    .package(url: "https://github.com/apple/swift-crypto", exact: "4.5.2"),
    .package(url: "https://github.com/swhitty/FlyingFox", exact: "0.27.1"),
    .package(url: "https://github.com/ordo-one/benchmark", exact: "1.38.1", traits: []),
  ],
  targets: [
    .systemLibrary(
      name: "CGSL", path: "Sources/CGSL", pkgConfig: "gsl", providers: [.apt(["libgsl-dev"])]),
    .target(name: "CHints", path: "Sources/CHints"),
    room("Kernel", ["CHints"]),
    room("Inputs", ["Kernel"]),
    room("Statistics", ["Kernel", "CGSL"]),
    room(
      "ScenarioFile", ["Kernel", "Inputs"], [yams],
      resources: [.embedInCode("OwnCountry/Files")]),
    room("WorldState", ["Kernel", "Inputs"]),
    room("Population", ["Kernel", "Inputs", "WorldState"]),
    room("Transitions", ["Kernel", "Inputs", "WorldState"]),
    room("Submodels", ["Kernel", "Inputs", "WorldState", "Transitions"]),
    room("Measurement", ["Kernel", "Inputs", "WorldState"]),
    room(
      "Simulation",
      ["Kernel", "Inputs", "WorldState", "Population", "Submodels", "Measurement"]),
    room("Stories", ["Kernel", "Inputs", "WorldState", "Simulation"]),
    room(
      "Results", ["Kernel", "Inputs", "ScenarioFile", "Measurement", "Simulation"],
      [grdb, sqlite, crypto]),
    room(
      "Reporting",
      ["Kernel", "Inputs", "ScenarioFile", "Measurement", "Results", "Statistics"],
      resources: [.embedInCode("Look"), .embedInCode("Words/Catalogue")]),
    room(
      "Experiments",
      [
        "Kernel", "Inputs", "Statistics", "ScenarioFile", "WorldState", "Population", "Submodels",
        "Measurement", "Simulation", "Results",
      ]),
    room("Cluster", ["Kernel", "Results", "Experiments"]),
    room(
      "Lab",
      [
        "Kernel", "Inputs", "ScenarioFile", "Measurement", "Simulation", "Results", "Reporting",
        "Experiments",
      ], [flyingFox, flyingSocks], resources: [.embedInCode("Page")]),
    .executableTarget(
      name: "kosh",
      dependencies: [
        "Kernel", "Inputs", "Statistics", "ScenarioFile", "WorldState", "Measurement",
        "Simulation", "Stories", "Results", "Reporting", "Experiments", "Cluster", "Lab",
        argumentParser,
      ],
      path: "Sources/kosh", swiftSettings: settings),
    .target(
      name: "TestSupport",
      dependencies: ["Kernel", "Inputs", "ScenarioFile", "Measurement", "Simulation", "Results"],
      path: "Tests/TestSupport", swiftSettings: settings),
    tests("KernelTests", ["Kernel", "Statistics", "CGSL"]),
    tests(
      "ResultsTests",
      ["Kernel", "Inputs", "ScenarioFile", "Measurement", "Results", "TestSupport", grdb]),
    tests(
      "ReportingTests",
      [
        "Kernel", "Inputs", "ScenarioFile", "Measurement", "Results", "Reporting", "TestSupport",
      ]),
    tests("EndToEndTests", ["kosh", "Kernel", "Results", "TestSupport"]),
    tests("InputsTests", ["Kernel", "Inputs"]),
    tests("StatisticsTests", ["Kernel", "Statistics"]),
    tests("ScenarioFileTests", ["Kernel", "Inputs", "ScenarioFile"]),
    tests("WorldStateTests", ["Kernel", "Inputs", "WorldState", "Population", "TestSupport"]),
    tests("PopulationTests", ["Kernel", "Inputs", "WorldState", "Population", "TestSupport"]),
    tests(
      "SubmodelsTests",
      [
        "Kernel", "Inputs", "Statistics", "WorldState", "Population", "Transitions", "Submodels",
        "Measurement", "Simulation", "TestSupport",
      ]),
    tests(
      "SimulationTests",
      [
        "Kernel", "Inputs", "ScenarioFile", "WorldState", "Population", "Submodels",
        "Measurement", "Simulation", "Stories", "TestSupport",
      ]),
    tests(
      "ExperimentsTests",
      [
        "Kernel", "Inputs", "ScenarioFile", "Measurement", "Simulation", "Results", "Reporting",
        "Experiments", "TestSupport",
      ]),
    tests("ClusterTests", ["Cluster"]),
    tests(
      "LabTests",
      [
        "Kernel", "Inputs", "ScenarioFile", "Simulation", "Results", "Reporting", "Experiments",
        "Lab", "TestSupport",
      ]),
    tests("TidyTests", []),
  ]
)

// Benchmarks and their library would add a minute or two to every first build: they are asked for.
if Context.environment["KOSH_BENCHMARKS"] != nil {
  package.targets += [
    .executableTarget(
      name: "KernelBenchmarks", dependencies: ["Kernel", benchmark],
      path: "Sources/Benchmarks/Kernel", swiftSettings: settings, plugins: [benchmarkPlugin]),
    .executableTarget(
      name: "RunBenchmarks",
      dependencies: [
        "Kernel", "Inputs", "ScenarioFile", "WorldState", "Population", "Submodels", "Simulation",
        benchmark,
      ],
      path: "Sources/Benchmarks/Runs", swiftSettings: settings, plugins: [benchmarkPlugin]),
  ]
}
