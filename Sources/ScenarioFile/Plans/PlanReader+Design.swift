import Inputs
import Kernel

extension PlanReader {
  /// The design and what it varies; the design is nil where something is wrong with it.
  func designAndFactors(
    into findings: inout Findings
  ) -> (PlanDesign?, [PlacedFactor]) {
    if isCalibration, raw.entries["design"] == nil {
      return (
        isMatch ? .latinHypercube(points: 1, seed: 1) : .sobol(points: 1), factors(into: &findings)
      )
    }
    guard let entry = raw.entries["design"] else {
      findings.error(
        raw.start, PlanFault.missing("design", example: "{kind: latin-hypercube, points: 128}"))
      return (nil, factors(into: &findings))
    }
    var keys: [String: RawEntry] = [:]
    var kindNode = entry.value
    if case .section(let entries) = entry.value.content {
      for item in entries { keys[item.key] = item }
      kindNode = keys["kind"]?.value ?? RawNode(place: entry.place, content: .nothing)
      keys["kind"] = nil
    }
    guard let kind = kindNode.text, PlanDesign.kinds.contains(kind) else {
      findings.error(
        kindNode.place,
        PlanFault.unknownWord(kindNode.text ?? "…", of: "design", among: PlanDesign.kinds))
      return (nil, factors(into: &findings))
    }
    let known = PlanReader.designKeys[kind] ?? []
    for (key, item) in keys.sorted(by: { $0.key < $1.key }) where !known.contains(key) {
      findings.error(item.place, PlanFault.keyOfOtherDesign(key, design: kind, among: known))
    }
    if kind == "list" { return listed(keys["points"], entry, into: &findings) }
    let factors = factors(into: &findings)
    let before = findings.errorCount
    let design = design(kind, keys, entry.place, into: &findings)
    guard let design, findings.errorCount == before else { return (nil, factors) }
    checkSize(design, factors.map(\.factor), entry.place, into: &findings)
    return (design, factors)
  }

  private static let designKeys = [
    "grid": ["levels"], "latin-hypercube": ["points", "seed"], "sobol": ["points"],
    "morris": ["trajectories", "levels", "seed"], "saltelli": ["points", "skip"],
    "list": ["points"],
  ]

  private func design(
    _ kind: String, _ keys: [String: RawEntry], _ place: Place, into findings: inout Findings
  ) -> PlanDesign? {
    func number(_ key: String, _ bounds: ClosedRange<Int>, _ otherwise: Int) -> Int {
      keys[key].flatMap { PlanReader.whole($0, bounds, into: &findings) } ?? otherwise
    }
    let most = PlanReader.mostPoints
    let seed = number("seed", 0...Int(UInt32.max), 1)
    switch kind {
    case "grid": return .grid(levels: number("levels", 2...1000, 3))
    case "morris":
      let levels = number("levels", 2...100, 4)
      if !levels.isMultiple(of: 2) {
        findings.error(keys["levels"]?.value.place ?? place, PlanFault.oddLevels(levels))
      }
      return .morris(
        trajectories: number("trajectories", 2...most, 10), levels: levels, seed: seed)
    default:
      guard keys["points"] != nil else {
        findings.error(place, PlanFault.missingPoints(kind))
        return nil
      }
      let points = number("points", 1...most, 1)
      switch kind {
      case "latin-hypercube": return .latinHypercube(points: points, seed: seed)
      case "sobol": return .sobol(points: points)
      default:
        let power = PlanDesign.powerOfTwo(from: points)
        if points != power, !isKept {
          findings.warning(
            keys["points"]?.value.place ?? place,
            PlanFault.notAPowerOfTwo(points, next: power))
        }
        // Kept plans of older versions begin at the sequence's first point, and do not say so.
        let skip = number("skip", 1...2 * most, isKept ? 1 : max(16, power))
        return .saltelli(points: points, skip: skip)
      }
    }
  }

  private func checkSize(
    _ design: PlanDesign, _ factors: [PlanFactor], _ place: Place, into findings: inout Findings
  ) {
    let most =
      switch design {
      case .sobol: 40
      case .saltelli: 20
      default: Int.max
      }
    if factors.count > most {
      findings.error(
        place, PlanFault.tooManyFactors(design.kind, count: factors.count, most: most))
    }
    let size = design.size(of: factors)
    if size > Double(PlanReader.mostPoints) {
      let text = size < 1e15 ? "\(Int(size))" : "more than 1e15"
      findings.error(place, PlanFault.tooManyPoints(text))
    }
  }

  /// A list design: its points name the factors.
  private func listed(
    _ entry: RawEntry?, _ design: RawEntry, into findings: inout Findings
  ) -> (PlanDesign?, [PlacedFactor]) {
    if let factors = raw.entries["factors"] {
      findings.error(factors.place, PlanFault.listWithFactors)
    }
    guard let entry, case .list(let points) = entry.value.content, let first = points.first,
      case .section(let names) = first.content
    else {
      findings.error(
        entry?.value.place ?? design.place,
        PlanFault.missing("points", example: "[{behaviour.demand.response: 1}, …]"))
      return (nil, [])
    }
    let reader = PlanFactorReader(variants: variants, isKept: isKept)
    var factors: [PlacedFactor] = []
    for name in names {
      var items: [RawNode] = []
      for point in points {
        guard case .section(let entries) = point.content,
          let item = entries.first(where: { $0.key == name.key })
        else {
          findings.error(point.place, PlanFault.listPoint(missing: name.key))
          continue
        }
        items.append(item.value)
        for other in entries where !names.contains(where: { $0.key == other.key }) {
          findings.error(
            other.place,
            KeyFault.unknown(other.key, of: "the first point", among: names.map(\.key)))
        }
      }
      let list = RawEntry(
        key: name.key, place: name.place,
        value: RawNode(place: name.place, content: .list(items)))
      if let factor = reader.read(list, into: &findings) {
        factors.append(PlacedFactor(factor: factor, place: name.place))
      }
    }
    return (.list(points: points.count), factors)
  }

  private func factors(into findings: inout Findings) -> [PlacedFactor] {
    if isMatch {
      return matchFactors(PlanFactorReader(variants: variants, isKept: isKept), into: &findings)
    }
    guard let entries = raw.section("factors", into: &findings), !entries.isEmpty else {
      findings.error(
        raw.start, PlanFault.missing("factors", example: "{behaviour.demand.response: range}"))
      return []
    }
    let reader = PlanFactorReader(variants: variants, isKept: isKept)
    // A factor takes its values whatever was set, but that a calibration begins at what was.
    let overridden = isCalibration ? [] : overrides.map(Overrides.path)
    return entries.compactMap { entry in
      if overridden.contains(entry.key) {
        findings.error(Overrides.place, PlanFault.setOverFactor(entry.key))
        return nil
      }
      return reader.read(entry, into: &findings).map {
        PlacedFactor(factor: $0, place: entry.place)
      }
    }
  }
}

extension PlanDesign {
  /// The least power of two that is not below a number.
  static func powerOfTwo(from number: Int) -> Int {
    var power = 1
    while power < number { power *= 2 }
    return power
  }

  /// How many points it has; as a double, since grids grow beyond all whole numbers.
  package func size(of factors: [PlanFactor]) -> Double {
    switch self {
    case .grid(let levels):
      factors.reduce(1) { $0 * Double($1.levels(levels)) }
    case .latinHypercube(let points, _), .sobol(let points), .list(let points): Double(points)
    case .morris(let trajectories, _, _): Double(trajectories) * Double(factors.count + 1)
    case .saltelli(let points, _): Double(points) * Double(factors.count + 2)
    }
  }
}

extension PlanFactor {
  /// How many values a grid gives the factor.
  package func levels(_ levels: Int) -> Int {
    switch spread {
    case .values(let values): values.count
    case .range(let low, let high, _):
      isWhole ? min(levels, Int(min(high - low, 1e6)) + 1) : levels
    }
  }
}
