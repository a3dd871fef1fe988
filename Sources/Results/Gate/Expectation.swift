import Foundation
import Kernel
import Measurement

/// What a scenario's short run gave when it was recorded: a file under `Output/expected`.
package struct Expectation: Sendable, Equatable {
  package var version = ""
  package var scenario = ""
  /// The scenario's file as seen from the folder of expectations; empty where no path leads there from everywhere.
  package var scenarioFile = ""
  package var scenarioSHA256 = ""
  package var seed = 0
  package var scale = 1.0
  /// Last day of the run, as 2007-12-31.
  package var until = ""
  package var digest = ""
  package var months: [String] = []
  /// Replicate 0, month by month, by indicator.
  package var series: [String: [Double?]] = [:]
  /// By indicator, replicate and calendar year: what statistical equivalence is judged by.
  package var yearlyMeans: [String: [[Double?]]] = [:]
  /// Whether the file is as it was recorded. One that was changed by hand vouches for nothing.
  package var isAsRecorded = true

  package init() {}

  package var replicates: Int { yearlyMeans.values.first?.count ?? 0 }

  /// The calendar years of ``months``.
  var years: [String] {
    months.map { String($0.prefix(4)) }.reduce(into: []) { if $0.last != $1 { $0.append($1) } }
  }

  /// A number as the file keeps it: whole above a million, else with seven significant digits, so that people can read it.
  /// What is compared with it is kept so too.
  package static func kept(_ number: Double) -> Double {
    guard number.isFinite else { return number }
    var (power, size) = (1.0, number.magnitude)
    guard size > 0, size < 1e6 else { return number.rounded() }
    // Numbers too small to be scaled exactly are no results of ours.
    while size < 1e6, power < 1e22 {
      power *= 10
      size *= 10
    }
    return (number * power).rounded() / power
  }

  /// Reads an expectation; nil where there is none.
  /// - Throws: ``ExpectationFault`` where the file is something else.
  package static func read(_ path: String) throws(ExpectationFault) -> Expectation? {
    guard let contents = FileManager.default.contents(atPath: path) else { return nil }
    do {
      var expectation = try JSONDecoder().decode(Expectation.self, from: contents)
      let text = String(decoding: contents, as: UTF8.self)
      expectation.isAsRecorded = text.contains(Digest.ofText(expectation.body))
      return expectation
    } catch {
      throw ExpectationFault(path: path)
    }
  }

  /// The scenario's file that an expectation names, as seen from its own folder; nil where it names none, or is none.
  package static func scenarioFile(of path: String) -> String? {
    guard let contents = FileManager.default.contents(atPath: path),
      let head = try? JSONDecoder().decode(Head.self, from: contents), !head.scenarioFile.isEmpty
    else { return nil }
    return head.scenarioFile
  }

  private struct Head: Decodable {
    let scenarioFile: String
    enum CodingKeys: String, CodingKey { case scenarioFile = "scenario_file" }
  }
}

/// A file that should hold an expectation and does not.
package struct ExpectationFault: Error, Equatable, CustomStringConvertible {
  package var path: String

  package var description: String {
    "\(path): error: this is not an expectation that Kosh recorded, or an older version did. Record it "
      + "again with 'kosh check --update'."
  }
}
