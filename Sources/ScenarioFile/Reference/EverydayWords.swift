import Inputs

/// Words that people use for a key, where the key is called otherwise: what `scenario keys WORD` finds, and what remedies name.
package enum EverydayWords {
  /// Some words, all of which belong to some keys; a key of a measure stands under its kind.
  package struct Row: Sendable {
    package let words: String
    package let paths: [String]

    init(_ words: String, _ paths: String...) {
      self.words = words
      self.paths = paths
    }
  }

  package static let rows: [Row] = [
    Row(
      "price cost of a work permit, licence", "permits.costs", "permits.fee",
      "permits.special_terms"),
    Row("fee tax duty of a work permit", "permits.fee"),
    Row("bribe corruption extortion at permit offices", "permits.rent"),
    Row(
      "waiting time days delay duration processing of a work permit", "permits.review",
      "permits.labour_market_test", "permits.certification"),
    Row("bureaucracy red tape paperwork of a work permit", "permits.complexity"),
    Row("rejected rejection denied work permit", "permits.refusal"),
    Row("validity length term of a work permit", "permits.valid"),
    Row(
      "quota number ceiling cap limit of work permits", "quota.share", "quota.persons",
      "permits.capacity"),
    Row(
      "price cost bribe corruption of an amnesty, legalisation, regularisation",
      "amnesty.extortion", "amnesty.extortion_high"),
    Row("deadline last day end of an amnesty, legalisation, regularisation", "amnesty.until"),
    Row("validity length term duration of a card", "amnesty.card"),
    Row(
      "change switch employer, job mobility, portable tied bound", "amnesty.portability",
      "mobility.bound", "mobility.irregular", "mobility.free_after"),
    Row(
      "speed offices staff desks capacity of an amnesty, legalisation, regularisation",
      "amnesty.desk_capacity"),
    Row("eligible nationality citizenship country of an amnesty", "amnesty.origins"),
    Row(
      "publicity campaign information awareness of an amnesty", "amnesty.published",
      "amnesty.informed_at_start"),
    Row(
      "penalty fine punishment sanction", "sanctions.worker_fine", "sanctions.employer_fine",
      "sanctions.repeat_fine"),
    Row("closure closing shut business", "sanctions.suspension", "sanctions.suspension_loss"),
    Row("raid check control visit of workplaces", "policing.inspections", "operation.capacity"),
    Row("identity document check in the street", "policing.street_checks"),
    Row(
      "deportation deported removal expelled", "policing.expulsion", "operation.expulsion",
      "policing.ban"),
    Row("reentry entry ban", "policing.ban"),
    Row("corruption bribery of police", "policing.bribe", "policing.bribe_share"),
    Row("enforcement police budget cost", "policing.inspection_cost", "policing.expulsion_cost"),
    Row("price cost fee of a patent", "patents.price"),
    Row(
      "validity length term duration of a patent", "patents.shortest_term", "patents.longest_term"),
    Row("visa free stay days", "visa_free.stay", "visa_free.origins"),
    Row("open border free access movement union", "free_movement.origins"),
    Row("wage floor minimum pay", "minimum_wage.amount"),
    Row("income tax rate", "income_tax.rate", "income_tax.scale"),
    Row("tax free threshold deduction", "income_tax.allowance"),
    Row("payroll labour employer tax rate", "social_tax.rate", "contributions.employer"),
    Row("pension insurance contribution", "contributions.worker", "contributions.employer"),
    Row("shortage occupation list", "shortage_list.sectors", "shortage_list.skills"),
    Row("unpaid withheld stolen wage back pay", "wage_recovery.irregular", "wage_recovery.lawful"),
    Row("recession crisis boom demand shock", "demand_shock.factor", "origin_shock.factor"),
    Row("news publicity campaign inform tell know", "information.workers", "information.employers"),
    Row("housing accommodation dormitory", "housing_duty.share", "behaviour.hiring.housing_cost"),
    Row("number stock of migrants", "behaviour.migration.present", "behaviour.migration.potential"),
    Row("labour demand elasticity", "behaviour.demand.response"),
    Row("bargaining power of workers", "behaviour.wages.bargaining_share"),
    Row("random number seed draw", "run.seed"),
    Row("first last start end date day of the run, period", "run.from", "run.until"),
    Row("warm spin burn", "run.burn_in"),
    Row("sample size fraction population", "run.scale"),
  ]

  /// Keys that people mean by some words, with what of a scenario they are about: `price` of `permits`.
  static func paths(for words: String) -> [String] {
    let asked = Words.meant(by: words)
    guard !asked.isEmpty else { return [] }
    var seen: Set<String> = []
    return rows.filter { Words($0.words).hasAll(asked) }.flatMap(\.paths)
      .filter { seen.insert($0).inserted }
  }

  /// ` Did you mean 'costs' or 'fee'?`, of those names that people mean by a key of a section; nothing where there is none.
  static func hint(for key: String, of section: String, among names: [String]) -> String {
    let parts = section.split { $0 == " " || $0 == "." }.map(String.init)
    guard let about = parts.last else { return "" }
    let meant = paths(for: "\(key) \(about)").compactMap { path -> String? in
      let path = path.split(separator: ".").map(String.init)
      guard path.count > 1, path[path.count - 2] == about, let name = path.last else { return nil }
      return names.contains(name) ? name : nil
    }
    return question(meant)
  }

  /// The same for a whole path, as `--set` takes it; of a measure's keys only where the measure has its kind's name.
  static func hint(forPath path: String, among names: [String]) -> String {
    let meant = paths(for: path.replacing(".", with: " ")).compactMap { path -> String? in
      if names.contains(path) { return path }
      let measure = "measures." + path.prefix { $0 != "." }
      return names.contains(measure) ? "measures.\(path)" : nil
    }
    return question(meant)
  }

  private static func question(_ names: [String]) -> String {
    if names.isEmpty { return "" }
    return " Did you mean \(names.prefix(3).map { "'\($0)'" }.joined(separator: " or "))?"
  }
}

/// The words of a text, to be found by their beginnings.
struct Words {
  private let words: [String]

  init(_ text: String) { words = Self.split(text) }

  private static let idle: Set<String> = [
    "a", "an", "and", "at", "by", "for", "how", "in", "is", "many", "measure", "measures", "much",
    "of", "on", "or", "the", "to", "what", "which", "amendment",
  ]

  /// What somebody looks for: without words that mean nothing, and without the plural's ending.
  static func meant(by text: String) -> [String] {
    split(text).filter { !idle.contains($0) }.map { word in
      if word.count > 4, word.hasSuffix("ies") { return String(word.dropLast(3)) }
      return word.count > 3 && word.hasSuffix("s") && !word.hasSuffix("ss")
        ? String(word.dropLast()) : word
    }
  }

  private static func split(_ text: String) -> [String] {
    text.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
  }

  /// Whether each of some words begins one of these.
  func hasAll(_ asked: [String]) -> Bool {
    asked.allSatisfy { word in words.contains { $0.hasPrefix(word) } }
  }
}
