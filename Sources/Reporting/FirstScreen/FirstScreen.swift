import Kernel
import Measurement
import Results

/// What a reader sees first of a policy: what was asked, the answer in a sentence or two, what the policy changes, the
/// main outcome over time and a few outcomes with how sure they are.
///
/// The page and the lab show the same markup.
package struct FirstScreen {
  let results: ComparisonResults
  /// The scenario's place among those compared, from 1.
  let variant: Int
  let words: Words
  package let outcomes: [Outcome]
  /// Whether the policy's part of a page that has an overview of all of them.
  private let isPart: Bool

  /// - Parameter isPart: whether other policies are told elsewhere on the page.
  package init(_ results: ComparisonResults, variant: Int, words: Words, isPart: Bool = false) {
    self.results = results
    self.variant = variant
    self.words = words
    self.isPart = isPart
    outcomes = Outcome.all(results, variant: variant)
  }

  var scenario: ComparedScenario { results.scenarios[variant] }
  var currency: String { words.currency(results.money.currency) }

  package var html: String {
    let question = scenario.question.isEmpty ? scenario.title : scenario.question
    let heading =
      isPart
      ? "<h2>\(HTML.escaped(scenario.title))</h2><p class=\"question\">\(HTML.escaped(question))</p>"
      : "<h1>\(HTML.escaped(question))</h1>"
    return """
      \(heading)
      <p class="lead" data-role="answer">\(HTML.escaped(answer))</p>
      \(changes)
      \(chart)
      \(rows)
      \(isPart ? "" : matrix)
      \(isPart ? "" : "<p class=\"note\">\(HTML.escaped(rangeNote))</p>")
      """
  }

  /// What a reader sees first of several policies: all of them side by side, and irregular work under each.
  package var overview: String {
    let base = results.scenarios[0].title
    return """
      <h1>\(HTML.escaped(words("overview.title", "\(results.scenarios.count - 1)", base)))</h1>
      <p class="lead">\(HTML.escaped(words("overview.lead")))</p>
      \(matrix)
      \(chartOfAll)
      <p class="note">\(HTML.escaped(rangeNote))</p>
      """
  }

  package var answer: String {
    Answer(results: results, variant: variant, outcomes: outcomes, words: words).text
  }

  private var rangeNote: String {
    guard let outcome = outcomes.first else { return "" }
    switch outcome.range {
    case .chance(let pairs):
      return pairs < 2 ? words("note.one_pair") : words("note.chance", "\(pairs)")
    case .worlds(let count, _): return words("note.worlds", "\(count)")
    }
  }

  /// What the policy changes, in words: from what, to what, from when on.
  private var changes: String {
    if scenario.changes.isEmpty { return "" }
    let rows = scenario.changes.prefix(Self.mostChanges).map { row in
      let what = words.changed((kind: row.kind, key: row.key))
      return """
        <tr><th scope="row">\(HTML.escaped(what))</th><td>\(value(row.before))</td>\
        <td class="to">\(value(row.after))</td><td>\(row.since.map { "\($0)" } ?? "")</td></tr>
        """
    }
    let more = scenario.changes.count - Self.mostChanges
    let rest =
      more > 0 ? "<p class=\"note\">\(HTML.escaped(words("changes.more", "\(more)")))</p>" : ""
    let heads = ["what", "before", "after", "since"].map {
      "<th scope=\"col\">\(HTML.escaped(words("changes.\($0)")))</th>"
    }
    return """
      <table class="changes"><caption>\(HTML.escaped(words("changes.title")))</caption>\
      <thead><tr>\(heads.joined())</tr></thead><tbody>\(rows.joined())</tbody></table>\(rest)
      """
  }

  private static let mostChanges = 8

  private func value(_ text: String?) -> String {
    HTML.escaped(text.map { words.digits(words.value($0)) } ?? words("changes.none"))
  }

  /// Irregular work month by month, as it was and with every policy compared.
  private var chart: String {
    let subject = Outcome.Subject.irregularWork
    guard let effect = results.effect(subject.indicator, variant: variant) else { return "" }
    let own = results.months.map { effect.estimate($0.monthText) ?? Estimate() }
    var lines = [
      OutcomeChart.Line(
        name: words("chart.base"), colour: 0, values: own.map(\.base), band: [])
    ]
    for other in 1..<results.scenarios.count where other != variant && !isPart {
      let values = results.effect(subject.indicator, variant: other).map { effect in
        results.months.map { effect.estimate($0.monthText)?.variant }
      }
      lines.append(
        OutcomeChart.Line(
          name: results.scenarios[other].title, colour: 1 + other % 5, values: values ?? [],
          band: []))
    }
    lines.append(
      OutcomeChart.Line(
        name: results.scenarios.count > 2 && !isPart ? scenario.title : words("chart.policy"),
        colour: 1,
        values: own.map(\.variant),
        band: own.map { estimate in
          guard let base = estimate.base, let range = estimate.range else { return nil }
          return (base + range.lowerBound)...(base + range.upperBound)
        }))
    return figure(lines, start: scenario.firstDifference)
  }

  private func figure(_ lines: [OutcomeChart.Line], start: Day?) -> String {
    let title = words("chart.irregular_work")
    let chart = OutcomeChart(
      title: title, months: results.months, lines: lines, start: start,
      startWords: words("chart.start"), words: words)
    return """
      <figure class="main-figure"><figcaption>\(HTML.escaped(title))</figcaption>\(chart.html)</figure>
      """
  }

  /// Irregular work as it was and with as many policies as can be told apart.
  private var chartOfAll: String {
    let name = Outcome.Subject.irregularWork.indicator
    guard let first = results.effect(name, variant: 1) else { return "" }
    let base = OutcomeChart.Line(
      name: words("chart.base"), colour: 0,
      values: results.months.map { first.estimate($0.monthText)?.base }, band: [])
    let others = (1..<results.scenarios.count).prefix(5).map { number in
      OutcomeChart.Line(
        name: results.scenarios[number].title, colour: number,
        values: results.effect(name, variant: number).map { effect in
          results.months.map { effect.estimate($0.monthText)?.variant }
        } ?? [], band: [])
    }
    return figure([base] + others, start: nil)
  }

  /// All that it tells.
  package static let indicators = Outcome.Subject.allCases.map(\.indicator)

  /// The look of all of it, for pages and the lab.
  package static let css = String(decoding: PackageResources.screen_css, as: UTF8.self)
}
