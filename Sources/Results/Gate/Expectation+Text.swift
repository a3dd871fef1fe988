import Kernel

/// The file of an expectation: a line an indicator and year, so that what moved can be read from a difference of two versions.
extension Expectation {
  package var text: String {
    body + "  \"checksum\": \"\(Digest.ofText(body))\"\n}\n"
  }

  /// All but the checksum.
  var body: String {
    func member(_ key: String, _ value: JSON) -> String { "  \"\(key)\": \(value.compactText),\n" }
    func object(_ key: String, _ rows: [(name: String, values: [Double?])]) -> String {
      let lines = rows.map { "    \(JSON.text($0.name).compactText): \(Self.list($0.values))" }
      return "  \"\(key)\": {\n" + lines.joined(separator: ",\n") + "\n  },\n"
    }
    return "{\n" + member("version", .text(version)) + member("scenario", .text(scenario))
      + member("scenario_file", .text(scenarioFile))
      + member("scenario_sha256", .text(scenarioSHA256)) + member("seed", .integer(seed))
      + member("scale", .number(scale)) + member("until", .text(until))
      + member("digest", .text(digest)) + member("months", .array(months.map(JSON.text)))
      + object("series", seriesRows) + object("yearly_means", meanRows)
  }

  private static func list(_ values: [Double?]) -> String {
    let texts = values.map { ($0.map(JSON.number) ?? .null).compactText }
    return "[" + texts.joined(separator: ", ") + "]"
  }

  /// `arrivals 2006`, with its months.
  private var seriesRows: [(name: String, values: [Double?])] {
    series.keys.sorted().flatMap { indicator in
      years.map { year in
        let values = zip(months, series[indicator] ?? []).filter { $0.0.hasPrefix(year) }.map(\.1)
        return ("\(indicator) \(year)", values)
      }
    }
  }

  /// `arrivals 2006`, with its replicates.
  private var meanRows: [(name: String, values: [Double?])] {
    yearlyMeans.keys.sorted().flatMap { indicator in
      years.enumerated().map { place, year in
        let values = (yearlyMeans[indicator] ?? []).map { place < $0.count ? $0[place] : nil }
        return ("\(indicator) \(year)", values)
      }
    }
  }
}

extension Expectation: Decodable {
  private enum CodingKeys: String, CodingKey {
    case version, scenario, seed, scale, until, digest, months, series
    case scenarioFile = "scenario_file"
    case scenarioSHA256 = "scenario_sha256"
    case yearlyMeans = "yearly_means"
  }

  package init(from decoder: any Decoder) throws {
    let file = try decoder.container(keyedBy: CodingKeys.self)
    version = try file.decode(String.self, forKey: .version)
    scenario = try file.decode(String.self, forKey: .scenario)
    scenarioFile = try file.decode(String.self, forKey: .scenarioFile)
    scenarioSHA256 = try file.decode(String.self, forKey: .scenarioSHA256)
    seed = try file.decode(Int.self, forKey: .seed)
    scale = try file.decode(Double.self, forKey: .scale)
    until = try file.decode(String.self, forKey: .until)
    digest = try file.decode(String.self, forKey: .digest)
    months = try file.decode([String].self, forKey: .months)
    series = try rows(.series, of: file).mapValues { Array($0.joined()) }
    yearlyMeans = try rows(.yearlyMeans, of: file).mapValues { byYear in
      (0..<(byYear.map(\.count).min() ?? 0)).map { replicate in byYear.map { $0[replicate] } }
    }
  }

  /// By indicator, its rows in the order of the years.
  private func rows(
    _ key: CodingKeys, of file: KeyedDecodingContainer<CodingKeys>
  ) throws -> [String: [[Double?]]] {
    let rows = try file.decode([String: [Double?]].self, forKey: key)
    let indicators = Set(rows.keys.map { String($0.prefix { $0 != " " }) })
    return try Dictionary(
      uniqueKeysWithValues: indicators.map { indicator in
        let byYear = years.compactMap { rows["\(indicator) \($0)"] }
        guard byYear.count == years.count else {
          throw DecodingError.dataCorruptedError(
            forKey: key, in: file, debugDescription: "a year of \(indicator) is missing")
        }
        return (indicator, byYear)
      })
  }
}
