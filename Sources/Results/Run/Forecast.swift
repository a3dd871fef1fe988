import Inputs
import Kernel

/// What a run will take, before it begins.
///
/// From the persons of the labour force and the years to simulate alone. The constants were measured on two
/// cores of 2.6 GHz with the baseline at scale 1 and round up.
package struct Forecast: Sendable, Equatable {
  package var persons: Int
  package var bytes: Int
  package var seconds: Double

  /// Bytes a simulated person: its record, its place in calendars and tables, its part of employers.
  private static let bytesPerPerson = 125.0
  /// Memory of the program itself.
  private static let bytesOfProgram = 40_000_000.0
  /// Processor seconds that a year takes in any world, however small: its markets' months and audits.
  private static let secondsPerYear = 0.05
  /// Processor seconds to make a person, and for a person to live a year.
  private static let secondsPerPerson = 0.2e-6
  private static let secondsPerPersonYear = 0.6e-6
  /// A second thread is not worth a whole one.
  private static let worthOfFurtherThread = 0.7

  package init(_ inputs: Inputs, until: Day?, threads: Int, replicates: Int) {
    let labourForce = inputs.country.drivers.map(\.labourForce).max() ?? 0
    let count = labourForce * inputs.run.scale
    persons = Int(count)
    bytes = Int(Forecast.bytesOfProgram + count * Forecast.bytesPerPerson)
    let last = min(until ?? inputs.run.until, inputs.run.until)
    let years =
      Double(max(0, last - inputs.run.from + 1)) / 365.25 + Double(inputs.run.burnInMonths) / 12
    let work =
      (count * (Forecast.secondsPerPerson + Forecast.secondsPerPersonYear * years)
        + Forecast.secondsPerYear * years) * Double(max(1, replicates))
    seconds = work / (1 + Forecast.worthOfFurtherThread * Double(max(0, threads - 1)))
  }

  /// Whether a person at the terminal would like to know beforehand.
  package var isWorthSaying: Bool { seconds >= 2 || bytes >= 1 << 29 }
}
