import Kernel
import Measurement
import Results

/// A policy's answer in a sentence or two: irregular work first, then public money, then natives.
struct Answer {
  let results: ComparisonResults
  let variant: Int
  let outcomes: [Outcome]
  let words: Words

  /// Sentences as text; nothing in them needs to be known beforehand.
  var text: String {
    guard let first = results.scenarios[variant].firstDifference else {
      return words("answer.nothing")
    }
    let since = words.since(first)
    var sentences: [String] = []
    for subject in [Outcome.Subject.irregularWork, .publicMoney, .nativesInWork] {
      guard let outcome = outcomes.first(where: { $0.subject == subject }) else { continue }
      sentences.append(sentence(outcome, since: since))
    }
    if results.manifest.replicates < 2 { sentences.append(words("answer.one_pair")) }
    return sentences.joined(separator: " ")
  }

  private func sentence(_ outcome: Outcome, since: String) -> String {
    guard let change = outcome.change else { return words("\(key(outcome)).nobody") }
    let isKnown = outcome.isClear || outcome.low == nil
    guard isKnown, change != 0 else {
      return depends(outcome) ?? words("\(key(outcome)).open", since)
    }
    let direction = change < 0 ? "less" : "more"
    // One pair of runs has no range.
    let range = outcome.between(words, currency) ?? ""
    return words(
      "\(key(outcome)).\(direction)", outcome.amount(change, words, currency),
      outcome.relative.map(words.percent) ?? "–", since, range
    ).replacing(" .", with: ".").replacing("..", with: ".")
  }

  /// Where worlds disagree, that is said; nil where chance alone would give as much.
  private func depends(_ outcome: Outcome) -> String? {
    guard case .worlds(let count, let agreeing) = outcome.range, outcome.isSplit else { return nil }
    return words("\(key(outcome)).depends", "\(agreeing)", "\(count)")
  }

  private func key(_ outcome: Outcome) -> String { "answer.\(outcome.subject.rawValue)" }

  private var currency: String { words.currency(results.money.currency) }
}
