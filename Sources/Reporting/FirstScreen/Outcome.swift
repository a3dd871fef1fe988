import Kernel
import Measurement
import Results

/// What a policy does to one thing that readers ask about, ready to be said.
package struct Outcome: Sendable {
  /// The few things that the first screen tells, in the order in which readers ask.
  package enum Subject: String, CaseIterable, Sendable {
    case irregularWork = "irregular_work"
    case publicMoney = "public_money"
    case nativesInWork = "natives_in_work"
    case nativesPay = "natives_pay"
    case migrantsPay = "migrants_pay"

    var indicator: NationalIndicator {
      switch self {
      case .irregularWork: .irregularWork
      case .publicMoney: .netFiscal
      case .nativesInWork: .nativeEmployment
      case .nativesPay: .wageNativeLow
      case .migrantsPay: .wageMigrant
      }
    }

    /// Whether it is counted in persons.
    var isCounted: Bool { self == .irregularWork || self == .nativesInWork }

    /// Public money is told by the year.
    var multiple: Double { self == .publicMoney ? 12 : 1 }
  }

  /// What an outcome's range holds.
  package enum Spread: Sendable, Equatable {
    /// Chance alone: the 95 % interval of a mean over so many pairs of runs.
    case chance(pairs: Int)
    /// Nine in ten of so many plausible worlds, of which some agree on the sign.
    case worlds(Int, agreeing: Int)
  }

  package let subject: Subject
  /// In the unit in which it is told.
  package let base: Double?
  package let change: Double?
  package let low: Double?
  package let high: Double?
  package let range: Spread
  let isMoney: Bool
  /// Whether the sign is known: the range leaves it no doubt, or nine worlds in ten agree on it.
  package let isClear: Bool
  /// Whether worlds disagree about the sign, and chance alone would not make them.
  let isSplit: Bool

  init?(_ subject: Subject, _ results: ComparisonResults, variant: Int) {
    guard let effect = results.effect(subject.indicator, variant: variant),
      let estimate = effect.estimate(Effect.after)
    else { return nil }
    self.subject = subject
    let multiple = subject.multiple
    base = estimate.base.map { $0 * multiple }
    let worlds = estimate.overWorlds
    change = (worlds?.median ?? estimate.difference).map { $0 * multiple }
    low = estimate.range.map { $0.lowerBound * multiple }
    high = estimate.range.map { $0.upperBound * multiple }
    range =
      worlds.map { .worlds($0.worlds, agreeing: $0.sameSign) }
      ?? .chance(pairs: estimate.replicates)
    isClear = estimate.isClear
    isSplit =
      worlds.map { !$0.agrees && ($0.luckShare ?? 0) < ComparisonFindings.mostLuck } ?? false
    isMoney = National.indicator(subject.indicator).unit.isMoney
  }

  /// Half of the range: how far it is uncertain.
  var half: Double? {
    guard let low, let high else { return nil }
    return (high - low) / 2
  }

  /// How many times its own uncertainty a change is: by it rows are sorted.
  var sureness: Double {
    guard let change, let half else { return 0 }
    return half > 0 ? change.magnitude / half : change == 0 ? 0 : .infinity
  }

  /// As a part of the baseline.
  var relative: Double? {
    guard let change, let base, base != 0 else { return nil }
    return change / base.magnitude
  }

  static func all(_ results: ComparisonResults, variant: Int) -> [Outcome] {
    Subject.allCases.compactMap { Outcome($0, results, variant: variant) }
  }
}

/// An outcome's numbers in words.
extension Outcome {
  /// A number of its unit without its sign, as precise as the outcome is known.
  func amount(_ number: Double, _ words: Words, _ currency: String) -> String {
    Self.amount(subject, number, half: half, words, currency)
  }

  /// - Parameter half: how far it is uncertain; nil where that is not known.
  static func amount(
    _ subject: Subject, _ number: Double, half: Double?, _ words: Words, _ currency: String
  ) -> String {
    switch subject {
    case .publicMoney: words.money(number, half: half, currency)
    case .nativesPay, .migrantsPay:
      words("unit.one", words.rounded(number, to: Words.step(number, half: half)), currency)
    case .irregularWork, .nativesInWork:
      words("unit.people", words.rounded(number, to: max(1, Words.step(number, half: half))))
    }
  }

  /// The same with its sign.
  func signed(_ number: Double, _ words: Words, _ currency: String) -> String {
    let text = amount(number, words, currency)
    let isNothing = !text.contains { ("1"..."9").contains($0) }
    return isNothing ? text : (number < 0 ? "−" : "+") + text
  }

  /// What its range is, and what it holds; nothing where there is none yet.
  func rangeText(_ words: Words, _ currency: String) -> String? {
    guard let low, let high else { return nil }
    let ends = self.ends(low, high, words, currency)
    return switch range {
    case .chance: words("range.chance", ends[0], ends[1])
    case .worlds: words("range.worlds", ends[0], ends[1])
    }
  }

  /// Between which sizes a change lies whose sign is known, as sentences say it.
  func between(_ words: Words, _ currency: String) -> String? {
    guard isClear, let low, let high else { return nil }
    // One world in ten may go the other way: then ends are told with their signs.
    let isOneSided = low > 0 || high < 0
    let sizes = isOneSided ? [low.magnitude, high.magnitude].sorted() : [low, high]
    let texts = ends(sizes[0], sizes[1], words, currency).map {
      isOneSided ? $0.replacing("+", with: "") : $0
    }
    return switch range {
    case .chance: words("answer.between.chance", texts[0], texts[1])
    case .worlds: words("answer.between.worlds", texts[0], texts[1])
    }
  }

  /// Both ends of a range, the unit told once.
  private func ends(
    _ low: Double, _ high: Double, _ words: Words, _ currency: String
  ) -> [String] {
    let most = max(low.magnitude, high.magnitude)
    let scale = subject == .publicMoney ? Words.scale(most) : 1
    let step = Words.step(most / scale, half: half.map { $0 / scale })
    let texts = [low, high].map { end -> String in
      let text = words.rounded(end / scale, to: subject.isCounted ? max(1, step) : step)
      let isNothing = !text.contains { ("1"..."9").contains($0) }
      return isNothing ? text : (end < 0 ? "−" : "+") + text
    }
    let last =
      subject.isCounted
      ? words("unit.people", texts[1]) : words(Words.unit(of: scale), texts[1], currency)
    return [texts[0], last]
  }

  /// How sure its sign is.
  func sure(_ words: Words) -> String {
    switch range {
    case .chance(let pairs) where pairs < 2: words("sure.unknown")
    case .chance:
      change == 0 && half == 0
        ? words("sure.same") : isClear ? words("sure.clear") : words("sure.open")
    case .worlds(let count, let agreeing): words("sure.worlds", "\(agreeing)", "\(count)")
    }
  }
}
