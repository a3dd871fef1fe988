import Inputs

/// Reads what a plan varies: a key of its scenarios, and the values that it takes.
struct PlanFactorReader {
  var variants: [PlanVariant]
  /// Whether a sweep's folder keeps the plan: then its policies are as they were computed.
  var isKept = false

  /// Settings that say what is simulated rather than how it behaves.
  private static let fixed = ["run.from", "run.until", "run.seed", "run.scale", "run.burn_in"]

  /// A factor, or nil with faults.
  func read(_ entry: RawEntry, into findings: inout Findings) -> PlanFactor? {
    let path = entry.key
    if PlanFactorReader.fixed.contains(path) {
      findings.error(entry.place, PlanFault.fixedByPlan(path))
      return nil
    }
    guard let key = keys.first(where: { $0.path == path }) else {
      findings.error(entry.place, PlanFault.unknownFactor(path, among: keys.map(\.path)))
      return nil
    }
    if !isKept { checkPolicies(path, entry.place, into: &findings) }
    let demand = ValueReader.Demand(
      name: String(path.split(separator: ".").last ?? ""), kind: key.kind, isWhole: key.isWhole)
    let before = findings.errorCount
    if let times = relative(entry, key) {
      let factor = ValueReader.Demand(name: demand.name, kind: RelativeValue.kind, isWhole: false)
      guard var spread = spread(times, factor, into: &findings), findings.errorCount == before
      else { return nil }
      if case .values(let values) = spread { spread = .values(values.map { "×\($0)" }) }
      return PlanFactor(
        path: path, kind: RelativeValue.kind, isWhole: false, spread: spread, units: units,
        isRelative: true)
    }
    let spread = spread(entry, demand, into: &findings)
    guard let spread, findings.errorCount == before else { return nil }
    return PlanFactor(
      path: path, kind: key.kind, isWhole: key.isWhole, spread: spread, units: units)
  }

  /// What a factor of an amendment is written as, with bare numbers for how many times; nil where it is not relative.
  private func relative(_ entry: RawEntry, _ key: KnownKey) -> RawEntry? {
    guard key.isOfAmendment, key.kind.quantity != nil else { return nil }
    let own = variants.lazy.compactMap { variant in
      variant.scenario.settings.first { $0.path == key.path }
    }.first
    var times = entry
    switch entry.value.content {
    case .list(let items) where items.allSatisfy({ RelativeValue.plain($0) != nil }):
      times.value = RelativeValue.bare(entry.value)
    case .section(let keys) where keys.contains(where: { RelativeValue.isRelative($0.value) }):
      times.value.content = .section(
        keys.map {
          RawEntry(key: $0.key, place: $0.place, value: RelativeValue.bare($0.value))
        })
    case .section(let keys) where !keys.contains(where: PlanFactorReader.saysNumbers):
      guard own?.isRelative ?? false else { return nil }
    case .text("range"):
      guard own?.isRelative ?? false else { return nil }
    default: return nil
    }
    return times
  }

  /// Whether a part of a factor has numbers of its own, and does not stand for those of the scenario.
  private static func saysNumbers(_ entry: RawEntry) -> Bool {
    entry.key == "values" || entry.key == "range" && entry.value.text != "own"
  }

  /// A factor gives one value to the base and to every policy that have its key: it must not undo what tells
  /// them apart.
  private func checkPolicies(_ path: String, _ place: Place, into findings: inout Findings) {
    func value(_ variant: PlanVariant) -> String? {
      variant.scenario.settings.first { $0.path == path }?.text
    }
    guard let first = variants.lazy.compactMap(value).first else { return }
    for variant in variants {
      guard let own = value(variant), own != first else { continue }
      findings.error(
        place,
        PlanFault.factorOverPolicy(
          path, policy: variant.name, value: variant.ownValues[path] ?? own))
    }
  }

  private struct KnownKey {
    var path: String
    var kind: ValueKind
    var isWhole: Bool
    var isOfAmendment = false
  }

  /// Every key that some variant has.
  private var keys: [KnownKey] {
    var known = Section.all.flatMap { section in
      section.keys.map {
        KnownKey(path: "\(section.path).\($0.name)", kind: $0.kind, isWhole: $0.isWhole)
      }
    }
    var seen: Set<String> = []
    for measure in variants.flatMap(\.scenario.inputs.measures) {
      guard seen.insert(measure.name).inserted else { continue }
      let path = "measures.\(measure.name)"
      known.append(KnownKey(path: "\(path).from", kind: .date, isWhole: false))
      known.append(KnownKey(path: "\(path).until", kind: .optionalDate, isWhole: false))
      let kind = LeverKind.named(measure.lever.kindName)
      known += (kind?.keys ?? []).map {
        KnownKey(path: "\(path).\($0.name)", kind: $0.kind, isWhole: $0.isWhole)
      }
    }
    for amendment in variants.flatMap(\.scenario.inputs.amendments) {
      guard seen.insert(amendment.name).inserted else { continue }
      let path = "measures.\(amendment.name)"
      known.append(KnownKey(path: "\(path).from", kind: .date, isWhole: false))
      known.append(KnownKey(path: "\(path).until", kind: .optionalDate, isWhole: false))
      known += (LeverKind.named(amendment.kindName)?.keys ?? []).map {
        KnownKey(
          path: "\(path).\($0.name)", kind: $0.kind, isWhole: $0.isWhole, isOfAmendment: true)
      }
    }
    return known
  }

  private func spread(
    _ entry: RawEntry, _ demand: ValueReader.Demand, into findings: inout Findings
  ) -> PlanFactor.Spread? {
    let place = entry.value.place
    switch entry.value.content {
    case .list(let items): return values(items, entry, demand, into: &findings)
    case .text("range"):
      guard demand.kind.quantity != nil else {
        findings.error(place, PlanFault.notANumber(entry.key))
        return nil
      }
      guard let own = ownRange(entry.key) else {
        findings.error(place, PlanFault.noOwnRange(entry.key))
        return nil
      }
      return checked(own, .uniform, entry, into: &findings)
    case .section(let keys): return distribution(keys, entry, demand, into: &findings)
    default:
      findings.error(place, PlanFault.factorForm(entry.key))
      return nil
    }
  }

  private func ownRange(_ path: String) -> ClosedRange<Double>? {
    for variant in variants {
      if let range = variant.scenario.provenance(of: path)?.range { return range }
    }
    return nil
  }

  private func values(
    _ items: [RawNode], _ entry: RawEntry, _ demand: ValueReader.Demand,
    into findings: inout Findings
  ) -> PlanFactor.Spread? {
    if items.isEmpty {
      findings.error(entry.value.place, PlanFault.fewValues(entry.key))
      return nil
    }
    let texts = items.compactMap { item in
      ValueReader(names: names, units: units).plainValue(item, as: demand, into: &findings)
        .map { Setting.text($0, demand.kind, in: units) }
    }
    return texts.count == items.count ? .values(texts) : nil
  }

  private var units: CountryUnits { variants[0].scenario.inputs.country.profile.units }

  private var names: ValueReader.Names {
    let country = variants[0].scenario.inputs.country
    return ValueReader.Names(
      regions: country.regions.map(\.name), sectors: country.sectors.map(\.name),
      origins: nil, taxScales: nil)
  }

  private func distribution(
    _ entries: [RawEntry], _ entry: RawEntry, _ demand: ValueReader.Demand,
    into findings: inout Findings
  ) -> PlanFactor.Spread? {
    let known = ["range", "values", "distribution", "mode"]
    var keys: [String: RawEntry] = [:]
    for item in entries {
      keys[item.key] = item
      if !known.contains(item.key) {
        findings.error(
          item.place, KeyFault.unknown(item.key, of: "the factor '\(entry.key)'", among: known))
      }
    }
    if let item = keys["values"], keys["range"] == nil {
      guard case .list(let items) = item.value.content else {
        findings.error(item.value.place, PlanFault.factorForm(entry.key))
        return nil
      }
      return values(items, entry, demand, into: &findings)
    }
    guard demand.kind.quantity != nil else {
      findings.error(entry.value.place, PlanFault.notANumber(entry.key))
      return nil
    }
    var range = ownRange(entry.key)
    if let written = keys["range"], written.value.text != "own" {
      range = ValueReader(units: units).range(written.value, of: demand, into: &findings)
      if range == nil { return nil }
    }
    guard let range else {
      findings.error(entry.value.place, PlanFault.noOwnRange(entry.key))
      return nil
    }
    guard let shape = shape(keys, range, entry, demand, into: &findings) else { return nil }
    return checked(range, shape, entry, into: &findings)
  }

  private func checked(
    _ range: ClosedRange<Double>, _ shape: PlanFactor.Shape, _ entry: RawEntry,
    into findings: inout Findings
  ) -> PlanFactor.Spread? {
    guard range.lowerBound < range.upperBound else {
      findings.error(
        entry.value.place,
        PlanFault.emptyRange(entry.key, value: range.lowerBound.plainText))
      return nil
    }
    if shape == .logUniform, range.lowerBound <= 0 {
      findings.error(entry.value.place, PlanFault.logOfNought(entry.key))
      return nil
    }
    return .range(low: range.lowerBound, high: range.upperBound, shape)
  }

  private func shape(
    _ keys: [String: RawEntry], _ range: ClosedRange<Double>, _ entry: RawEntry,
    _ demand: ValueReader.Demand, into findings: inout Findings
  ) -> PlanFactor.Shape? {
    let name = keys["distribution"]?.value.text ?? "uniform"
    if let mode = keys["mode"], name != "triangular" {
      findings.error(mode.place, PlanFault.modeWithoutTriangle(entry.key))
      return nil
    }
    switch name {
    case "uniform": return .uniform
    case "log-uniform": return .logUniform
    case "triangular":
      var mode = variants[0].scenario.settings.first { $0.path == entry.key }?.value
      if let written = keys["mode"] {
        mode = ValueReader(units: units).plainValue(written.value, as: demand, into: &findings)
      }
      guard case .number(let number) = mode else { return nil }
      guard range.contains(number) else {
        findings.error(
          keys["mode"]?.value.place ?? entry.value.place,
          PlanFault.modeOutside(entry.key, text: number.plainText))
        return nil
      }
      return .triangular(mode: number)
    default:
      findings.error(
        keys["distribution"]?.value.place ?? entry.value.place,
        PlanFault.unknownWord(name, of: "distribution", among: PlanFactor.Shape.names))
      return nil
    }
  }
}
