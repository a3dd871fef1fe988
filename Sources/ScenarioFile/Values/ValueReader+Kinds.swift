import Inputs
import Kernel

extension ValueReader {
  /// A value without provenance.
  func plainValue(
    _ node: RawNode, as demand: Demand, into findings: inout Findings
  ) -> Value? {
    switch demand.kind {
    case .regions: return list(node, demand, names.regions, "region", into: &findings)
    case .sectors: return list(node, demand, names.sectors, "sector", into: &findings)
    case .origins: return list(node, demand, names.origins, "origin", into: &findings)
    case .skills:
      return list(node, demand, Skill.allCases.map(\.name), "skill", into: &findings)
    case .monthList: return months(node, demand, into: &findings)
    default: break
    }
    let text: String
    switch node.content {
    case .text(let written): text = written
    case .block(let written, _): text = written
    case .nothing:
      findings.error(node.place, KeyFault.emptyValue(demand.name))
      return nil
    case .list, .section:
      findings.error(node.place, KeyFault.notAValue(demand.name))
      return nil
    }
    do throws(ValueFault) {
      return try word(Overrides.trimmed(text), as: demand)
    } catch {
      findings.error(node.place, error)
      return nil
    }
  }

  private func word(_ text: String, as demand: Demand) throws(ValueFault) -> Value {
    let key = demand.name
    switch demand.kind {
    case .number(let dimension, let bounds):
      return .number(try number(text, demand, dimension, bounds))
    case .optionalNumber(let dimension, let bounds):
      return text == "none" ? .none : .number(try number(text, demand, dimension, bounds))
    case .date: return .date(try date(text, key))
    case .optionalDate: return text == "none" ? .none : .date(try date(text, key))
    case .flag:
      switch text {
      case "true", "yes": return .flag(true)
      case "false", "no": return .flag(false)
      default: throw .notAFlag(key, text: text)
      }
    case .choice(let choices):
      let word = choices.contains(text) ? text : units.general(text)
      guard choices.contains(word) else { throw .notAChoice(key, text: text, choices: choices) }
      return .word(word)
    case .taxScale:
      if text == "none" { return .none }
      if let scales = names.taxScales, !scales.contains(text) {
        throw .unknownName(key, text: text, noun: "tax scale", names: scales)
      }
      return .word(text)
    case .text, .optionalText, .monthList, .regions, .sectors, .origins, .skills:
      if case .optionalText = demand.kind, text == "none" { return .none }
      guard let line = OneLine.text(text) else {
        guard let code = OneLine.unprintable(in: text) else { throw .emptyText(key) }
        throw .unprintable(key, code)
      }
      guard line.utf8.count <= 2000 else { throw .longText(key) }
      return .word(line)
    }
  }

  private func date(_ text: String, _ key: String) throws(ValueFault) -> Day {
    guard let day = Day(text: text) else {
      throw ValueReader.noSuchDay(text, key) ?? .notADate(key, text: text)
    }
    guard (1900...2199).contains(day.civil.year) else { throw .farDate(key, text: text) }
    return day
  }

  /// A list of months, or none.
  private func months(
    _ node: RawNode, _ demand: Demand, into findings: inout Findings
  ) -> Value? {
    if node.text == "none" { return .months([]) }
    guard case .list(let items) = node.content else {
      findings.error(
        node.place,
        ValueFault.notAMonthList(demand.name, text: node.text ?? "…"))
      return nil
    }
    var months: [Day] = []
    for item in items {
      guard let text = item.text, text.utf8.count == 7, let month = Day(text: text + "-01") else {
        findings.error(item.place, ValueFault.notAMonth(demand.name, text: item.text ?? "…"))
        continue
      }
      if months.contains(month) {
        findings.error(item.place, ValueFault.twice(demand.name, name: text))
      }
      months.append(month)
    }
    return months.count == items.count ? .months(months.sorted()) : nil
  }

  /// A date of the right form, of a month that has no such day.
  private static func noSuchDay(_ text: String, _ key: String) -> ValueFault? {
    guard text.utf8.count == 10, let first = Day(text: "\(text.prefix(8))01"),
      let day = Int(text.suffix(2)), day > 28
    else { return nil }
    let civil = first.civil
    let last = Day.length(ofMonth: civil.month, year: civil.year)
    let names = [
      "January", "February", "March", "April", "May", "June", "July", "August", "September",
      "October", "November", "December",
    ]
    return .noSuchDay(
      key, text: text, month: "\(names[civil.month - 1]) \(civil.year)", days: last,
      fix: "\(first + (last - 1))")
  }

  private func list(
    _ node: RawNode, _ demand: Demand, _ known: [String]?, _ noun: String,
    into findings: inout Findings
  ) -> Value? {
    let key = demand.name
    if node.text == "all" { return .members(.all) }
    guard case .list(let items) = node.content else {
      let meant = node.text.flatMap { text in (known ?? []).first { $0 == text } }
      let example = meant ?? (known ?? []).prefix(2).joined(separator: ", ")
      findings.error(
        node.place, ValueFault.notAList(key, text: node.text ?? "…", example: example))
      return nil
    }
    guard !items.isEmpty else {
      findings.error(node.place, ValueFault.emptyList(key))
      return nil
    }
    var words: [String] = []
    for item in items {
      guard let word = item.text, known?.contains(word) ?? true else {
        findings.error(
          item.place,
          ValueFault.unknownName(key, text: item.text ?? "…", noun: noun, names: known ?? []))
        continue
      }
      if words.contains(word) { findings.error(item.place, ValueFault.twice(key, name: word)) }
      words.append(word)
    }
    // Where the list itself could not be read, its own fault is told.
    return words.count == items.count ? .members(Members(words, of: known ?? words)) : nil
  }
}
