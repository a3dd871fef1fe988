import Inputs

extension CountryReader {
  /// `[region][sector]`: every pair has a share, and a region's sum to 1.
  func matrix(
    _ placed: [TableReader<SectorShareRow>.Placed], _ country: Country,
    into findings: inout Findings
  ) -> [[Double]] {
    let shares = pairs(
      placed, "sector_shares",
      Pair(
        first: ("region", \.region, country.regions.map(\.name)),
        second: ("sector", \.sector, country.sectors.map(\.name)), value: \.share),
      into: &findings)
    let given = Set(placed.map { [$0.row.region, $0.row.sector] })
    guard let place = sources["sector_shares"]?.start, !placed.isEmpty else { return [] }
    for (region, row) in zip(country.regions, shares) {
      let isWhole = country.sectors.allSatisfy { given.contains([region.name, $0.name]) }
      let sum = row.reduce(0, +)
      if isWhole, (sum - 1).magnitude > CountryReader.tolerance {
        let first = placed.first { $0.row.region == region.name }
        findings.error(
          first?.place ?? place,
          TableFault.sum(
            "the shares of '\(region.name)'",
            is: "sum to \(CountryReader.tidy(sum).plainText)",
            should: "sum to 1"))
      }
    }
    return shares
  }

  /// `[sector][month − 1]`: every sector has a row, and its factors average 1.
  func seasonal(
    _ placed: [TableReader<SeasonRow>.Placed], _ country: Country,
    into findings: inout Findings
  ) -> [[Double]] {
    monthly(
      placed, "seasons", "sector", \.sector, \.months, names: country.sectors.map(\.name),
      into: &findings)
  }

  /// `[sector]`, each in order of date.
  func sectorDemand(
    _ placed: [TableReader<SectorDemandRow>.Placed], _ country: Country,
    into findings: inout Findings
  ) -> [[SectorDemand]] {
    let places = index(country.sectors.map(\.name))
    var demand = [[SectorDemand]](repeating: [], count: country.sectors.count)
    for item in placed {
      guard
        let sector = known(
          item.row.sector, in: places, "sector", item.cellPlaces, into: &findings)
      else { continue }
      if let last = demand[sector].last, item.row.date <= last.date {
        findings.error(
          item.cellPlaces["date"] ?? item.place,
          TableFault.dateOrder("\(item.row.date)", before: "\(last.date)"))
      }
      demand[sector].append(SectorDemand(date: item.row.date, factor: item.row.demand))
    }
    return placed.isEmpty ? [] : demand
  }

  /// `[region]`, each in order of date.
  func policeStrength(
    _ placed: [TableReader<PoliceRow>.Placed], _ country: Country, into findings: inout Findings
  ) -> [[PoliceStrength]] {
    let places = index(country.regions.map(\.name))
    var strength = [[PoliceStrength]](repeating: [], count: country.regions.count)
    for item in placed {
      guard
        let region = known(
          item.row.region, in: places, "region", item.cellPlaces, into: &findings)
      else { continue }
      if let last = strength[region].last, item.row.from <= last.from {
        findings.error(
          item.cellPlaces["from"] ?? item.place,
          TableFault.dateOrder("\(item.row.from)", before: "\(last.from)"))
      }
      strength[region].append(PoliceStrength(from: item.row.from, factor: item.row.strength))
    }
    return placed.isEmpty ? [] : strength
  }

  /// `[name][month − 1]`: every name has a row, and its factors average 1.
  func monthly<Row>(
    _ placed: [TableReader<Row>.Placed], _ table: String, _ noun: String,
    _ name: (Row) -> String, _ months: (Row) -> [Double], names: [String],
    into findings: inout Findings
  ) -> [[Double]] {
    let places = index(names)
    var rows = [[Double]?](repeating: nil, count: names.count)
    for item in placed {
      let row = known(name(item.row), in: places, noun, item.cellPlaces, into: &findings)
      if let row { rows[row] = months(item.row) }
      let mean = months(item.row).reduce(0, +) / 12
      if (mean - 1).magnitude > CountryReader.tolerance {
        findings.error(
          item.place,
          TableFault.sum(
            "the factors of '\(name(item.row))'",
            is: "average \(CountryReader.tidy(mean).plainText)", should: "average 1"))
      }
    }
    guard let place = sources[table]?.start, !placed.isEmpty else { return [] }
    for (name, row) in zip(names, rows) where row == nil {
      findings.error(place, TableFault.missingRow(name, table: table))
    }
    return rows.map { $0 ?? [] }
  }

  /// A row's two names and its value: a cell of a matrix.
  struct Pair<Row: TableRow> {
    var first: (noun: String, name: (Row) -> String, names: [String])
    var second: (noun: String, name: (Row) -> String, names: [String])
    var value: (Row) -> Double
  }

  /// `[first][second]`: every pair has a row.
  func pairs<Row>(
    _ placed: [TableReader<Row>.Placed], _ table: String, _ pair: Pair<Row>,
    into findings: inout Findings
  ) -> [[Double]] {
    let rows = index(pair.first.names)
    let columns = index(pair.second.names)
    var values = [[Double?]](
      repeating: [Double?](repeating: nil, count: columns.count), count: rows.count)
    for item in placed {
      let row = known(
        pair.first.name(item.row), in: rows, pair.first.noun, item.cellPlaces, into: &findings)
      let column = known(
        pair.second.name(item.row), in: columns, pair.second.noun, item.cellPlaces,
        into: &findings)
      if let row, let column { values[row][column] = pair.value(item.row) }
    }
    guard let place = sources[table]?.start, !placed.isEmpty else { return [] }
    for (name, row) in zip(pair.first.names, values) {
      for missing in zip(pair.second.names, row).filter({ $0.1 == nil }).map(\.0) {
        findings.error(place, TableFault.missingRow("\(name), \(missing)", table: table))
      }
    }
    return values.map { $0.map { $0 ?? 0 } }
  }

  /// Scales by name in the order of the table; each begins above 0, rises, and is no longer than a tax can hold.
  func taxScales(
    _ placed: [TableReader<TaxScaleRow>.Placed], into findings: inout Findings
  ) -> [TaxScale] {
    var scales: [TaxScale] = []
    for item in placed {
      let row = item.row
      let bracket = TaxScale.Bracket(above: row.above, rate: row.rate)
      let place = item.cellPlaces["above"] ?? item.place
      let above = Quantity.write(row.above, .legalSum, in: units)
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
          TableFault.scaleOrder(
            row.scale, above: above,
            before: Quantity.write(last.above, .legalSum, in: units)))
      }
      scales[index].brackets.append(bracket)
      if scales[index].brackets.count == MarginalTax.mostBrackets + 1 {
        findings.error(
          place, TableFault.scaleLength(row.scale, limit: MarginalTax.mostBrackets))
      }
    }
    return scales
  }

  func index(_ names: [String]) -> [String: Int] {
    Dictionary(zip(names, names.indices), uniquingKeysWith: { first, _ in first })
  }

  func known(
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
  static func tidy(_ value: Double) -> Double { (value * 1e6).rounded() / 1e6 }
}
