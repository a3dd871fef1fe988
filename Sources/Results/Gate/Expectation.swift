import Foundation
import Kernel
import Measurement

/// What a scenario's short run gave when it was recorded: a file under `Output/expected`.
package struct Expectation: Sendable, Equatable {
  package var version = ""
  package var scenario = ""
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

  /// The file's text, an indicator a line, so that version control shows what moved.
  package var text: String {
    body + "  \"checksum\": \"\(Digest.ofText(body))\"\n}\n"
  }

  private var body: String {
    func member(_ key: String, _ value: JSON) -> String { "  \"\(key)\": \(value.compactText),\n" }
    func numbers(_ values: [Double?]) -> JSON {
      .array(values.map { $0.map(JSON.number) ?? .null })
    }
    func object(_ key: String, _ members: [(String, JSON)]) -> String {
      let lines = members.map { "    \(JSON.text($0.0).compactText): \($0.1.compactText)" }
      return "  \"\(key)\": {\n" + lines.joined(separator: ",\n") + "\n  },\n"
    }
    return "{\n" + member("version", .text(version)) + member("scenario", .text(scenario))
      + member("scenario_sha256", .text(scenarioSHA256)) + member("seed", .integer(seed))
      + member("scale", .number(scale)) + member("until", .text(until))
      + member("digest", .text(digest)) + member("months", .array(months.map(JSON.text)))
      + object("series", series.keys.sorted().map { ($0, numbers(series[$0] ?? [])) })
      + object(
        "yearly_means",
        yearlyMeans.keys.sorted().map { ($0, .array((yearlyMeans[$0] ?? []).map(numbers))) })
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
}

extension Expectation: Decodable {
  private enum CodingKeys: String, CodingKey {
    case version, scenario, seed, scale, until, digest, months, series
    case scenarioSHA256 = "scenario_sha256"
    case yearlyMeans = "yearly_means"
  }
}

/// A file that should hold an expectation and does not.
package struct ExpectationFault: Error, Equatable, CustomStringConvertible {
  package var path: String

  package var description: String {
    "\(path): error: this is not an expectation that Kosh recorded. Record it again with "
      + "'kosh check --update'."
  }
}
