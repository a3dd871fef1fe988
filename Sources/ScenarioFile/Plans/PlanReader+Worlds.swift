extension PlanReader {
  /// In how many plausible worlds replicates live, and how many there are.
  ///
  /// A plan's policies live in worlds, if its base names some; a plan without policies varies the base's own values.
  func worldsAndReplicates(into findings: inout Findings) -> (worlds: Int, replicates: Int) {
    let written = whole("replicates", 1...10_000, into: &findings)
    let scenarios = variants.map(\.scenario)
    let available = scenarios[0].worlds?.count ?? 0
    let other = variants.first { variant in
      scenarios[0].worlds.map { !(variant.scenario.worlds?.agree(with: $0) ?? false) } ?? false
    }
    guard let entry = raw.entries["worlds"] else {
      let usual =
        variants.count > 1 && !isKept && !isCalibration && other == nil && written ?? 1 > 1
      return (usual ? min(available, written ?? 1) : 0, written ?? 1)
    }
    if entry.value.text == "none" { return (0, written ?? 1) }
    if isCalibration {
      findings.error(entry.place, PlanFault.worldsOfCalibration)
      return (0, written ?? 1)
    }
    guard let count = PlanReader.whole(entry, 1...10_000, into: &findings) else {
      return (0, written ?? 1)
    }
    if let other {
      findings.error(entry.value.place, PlanFault.otherWorlds(other.name))
    } else if count > available {
      findings.error(entry.value.place, PlanFault.fewWorlds(count, available: available))
    } else if let written, written < count {
      findings.error(entry.value.place, PlanFault.fewReplicates(written, worlds: count))
    }
    return (count, written ?? count)
  }
}
