import Inputs

extension CountryReader {
  /// `[region][sector]`: every pair has a share, and a region's sum to 1.
  func matrix(
    _ placed: [TableReader<SectorShareRow>.Placed], _ country: Country,
    into findings: inout Findings
  ) -> [[Double]] {
    let regions = index(country.regions.map(\.name))
    let sectors = index(country.sectors.map(\.name))
    var shares = [[Double?]](
      repeating: [Double?](repeating: nil, count: sectors.count), count: regions.count)
    for item in placed {
      let region = known(item.row.region, in: regions, "region", item.cellPlaces, into: &findings)
      let sector = known(item.row.sector, in: sectors, "sector", item.cellPlaces, into: &findings)
      if let region, let sector { shares[region][sector] = item.row.share }
    }
    guard let place = sources["sector_shares"]?.place, !placed.isEmpty else { return [] }
    for (region, row) in zip(country.regions, shares) {
      let missing = zip(country.sectors, row).filter { $0.1 == nil }.map(\.0.name)
      for sector in missing {
        findings.error(
          place, TableFault.missingRow("\(region.name), \(sector)", table: "sector_shares"))
      }
      let sum = row.reduce(0) { $0 + ($1 ?? 0) }
      if missing.isEmpty, (sum - 1).magnitude > CountryReader.tolerance {
        let first = placed.first { $0.row.region == region.name }
        findings.error(
          first?.place ?? place,
          TableFault.sum(
            "the shares of '\(region.name)'",
            is: "sum to \(Quantity.plain(CountryReader.tidy(sum)))",
            should: "sum to 1"))
      }
    }
    return shares.map { $0.map { $0 ?? 0 } }
  }

  /// `[sector][month − 1]`: every sector has a row, and its factors average 1.
  func seasonal(
    _ placed: [TableReader<SeasonRow>.Placed], _ country: Country,
    into findings: inout Findings
  ) -> [[Double]] {
    let sectors = index(country.sectors.map(\.name))
    var seasons = [[Double]?](repeating: nil, count: sectors.count)
    for item in placed {
      let sector = known(item.row.sector, in: sectors, "sector", item.cellPlaces, into: &findings)
      if let sector { seasons[sector] = item.row.months }
      let mean = item.row.months.reduce(0, +) / 12
      if (mean - 1).magnitude > CountryReader.tolerance {
        findings.error(
          item.place,
          TableFault.sum(
            "the factors of '\(item.row.sector)'",
            is: "average \(Quantity.plain(CountryReader.tidy(mean)))", should: "average 1"))
      }
    }
    guard let place = sources["seasons"]?.place, !placed.isEmpty else { return [] }
    for (sector, row) in zip(country.sectors, seasons) where row == nil {
      findings.error(place, TableFault.missingRow(sector.name, table: "seasons"))
    }
    return seasons.map { $0 ?? [] }
  }

  /// Scales by name in the order of the table; each begins above 0 and rises.
  func taxScales(
    _ placed: [TableReader<TaxScaleRow>.Placed], into findings: inout Findings
  ) -> [TaxScale] {
    var scales: [TaxScale] = []
    for item in placed {
      let row = item.row
      let bracket = TaxScale.Bracket(above: row.above, rate: row.rate)
      let place = item.cellPlaces["above"] ?? item.place
      let above = Quantity.write(row.above, .mci)
      guard let index = scales.firstIndex(where: { $0.name == row.scale }) else {
        if row.above != 0 {
          findings.error(place, TableFault.scaleStart(row.scale, above: above))
        }
        scales.append(TaxScale(name: row.scale, brackets: [bracket]))
        continue
      }
      if let last = scales[index].brackets.last, row.above <= last.above {
        findings.error(
          place,
          TableFault.scaleOrder(row.scale, above: above, before: Quantity.write(last.above, .mci)))
      }
      scales[index].brackets.append(bracket)
    }
    return scales
  }

  private func index(_ names: [String]) -> [String: Int] {
    Dictionary(zip(names, names.indices), uniquingKeysWith: { first, _ in first })
  }

  private func known(
    _ name: String, in index: [String: Int], _ noun: String, _ places: [String: Place],
    into findings: inout Findings
  ) -> Int? {
    if let found = index[name] { return found }
    findings.error(
      places[noun] ?? Overrides.place,
      ValueFault.unknownName(noun, text: name, noun: noun, names: index.keys.sorted()))
    return nil
  }

  /// Six digits, for a sentence.
  private static func tidy(_ value: Double) -> Double { (value * 1e6).rounded() / 1e6 }
}
