import Inputs

extension PlanReader {
  private static let matchKeys = [
    "points", "waves", "wave_points", "draws", "steps", "worlds", "cut", "luck", "seed", "move",
  ]

  /// How worlds are looked for; and whether every target can be solved for.
  func match(
    _ factors: [PlanFactor], _ targets: [PlanTarget], into findings: inout Findings
  ) -> PlanMatch {
    var match = PlanMatch()
    func number(_ entry: RawEntry, _ bounds: ClosedRange<Int>) -> Int {
      PlanReader.whole(entry, bounds, into: &findings) ?? bounds.lowerBound
    }
    for entry in raw.section("match", into: &findings) ?? [] {
      switch entry.key {
      case "points": match.points = number(entry, 20...100_000)
      case "waves": match.waves = number(entry, 1...20)
      case "wave_points": match.wavePoints = number(entry, 10...100_000)
      case "draws": match.draws = number(entry, 1...100_000)
      case "steps": match.steps = number(entry, 1...20)
      case "worlds": match.worlds = number(entry, 1...10_000)
      case "luck": match.luckRuns = number(entry, 4...1000)
      case "seed": match.seed = number(entry, 0...Int(Int32.max))
      case "cut": match.cut = cut(entry, into: &findings)
      case "move": match.moving = moving(entry, factors, into: &findings)
      default:
        findings.error(
          entry.place, KeyFault.unknown(entry.key, of: "match", among: Self.matchKeys))
      }
    }
    guard isMatch else { return match }
    for target in targets where target.isAtLeast && !target.isHeldBack {
      findings.error(
        raw.entries["targets"]?.place ?? raw.start, PlanFault.openTarget(target.outcome.name))
    }
    return match
  }

  private func cut(_ entry: RawEntry, into findings: inout Findings) -> Double {
    guard let text = entry.value.text, let number = Double(text), number > 0, number <= 10 else {
      findings.error(entry.value.place, PlanFault.cut(entry.value.text ?? "…"))
      return 3
    }
    return number
  }

  private func moving(
    _ entry: RawEntry, _ factors: [PlanFactor], into findings: inout Findings
  ) -> [String] {
    guard case .list(let items) = entry.value.content, !items.isEmpty else {
      findings.error(entry.value.place, PlanFault.factorForm(entry.key))
      return []
    }
    let paths = factors.map(\.path)
    for item in items where !paths.contains(item.text ?? "…") {
      findings.error(item.place, PlanFault.unknownFactor(item.text ?? "…", among: paths))
    }
    return items.compactMap(\.text)
  }

  /// Every value of the base with a range is free, but for those that the plan leaves out or ranges otherwise.
  func matchFactors(_ reader: PlanFactorReader, into findings: inout Findings) -> [PlacedFactor] {
    let written = raw.section("factors", into: &findings) ?? []
    let base = variants[0].scenario
    let overridden = overrides.map(Overrides.path)
    let ranged = base.settings.filter { setting in
      guard let range = setting.provenance?.range else { return false }
      return range.lowerBound < range.upperBound && !setting.path.hasPrefix("run.")
        && !setting.isRelative && setting.kind.quantity != nil
    }.map(\.path)
    for entry in written where entry.value.text == "none" && !ranged.contains(entry.key) {
      findings.error(entry.place, PlanFault.noOwnRange(entry.key))
    }
    let place = raw.entries["factors"]?.place ?? raw.start
    let free = ranged.filter { path in
      !overridden.contains(path) && !written.contains { $0.key == path }
    }.map { path in
      RawEntry(
        key: path, place: place, value: RawNode(place: place, content: .text("range")))
    }
    return (written.filter { $0.value.text != "none" } + free).compactMap { entry in
      reader.read(entry, into: &findings).map { PlacedFactor(factor: $0, place: entry.place) }
    }
  }
}
