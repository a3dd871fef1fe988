import Kernel
import Measurement
import Results

/// What a reader sees first of a run: what was asked, what became of irregular work, public money and natives in a sentence
/// each, irregular work over time with the dates of the law, and a few outcomes at the beginning and at the end.
struct RunScreen {
  let results: RunResults
  let marks: [LawMark]
  let words: Words

  var html: String {
    let about = results.about
    let question = about.question.isEmpty ? about.name : about.question
    let partial =
      results.manifest.complete
      ? "" : "<p class=\"warn\">\(HTML.escaped(words("run.partial")))</p>"
    return """
      <h1>\(HTML.escaped(question))</h1>
      \(partial)
      <p class="lead" data-role="answer">\(HTML.escaped(answer))</p>
      \(chart)
      \(table)
      <p class="note">\(HTML.escaped(words("run.note")))</p>
      """
  }

  /// An outcome in the first and in the last year of the run; of shorter runs, in their first and last month.
  private struct Course {
    var subject: Outcome.Subject
    var before: Double
    var after: Double

    var change: Double { after - before }
  }

  /// Whole years, so that seasons do not pass for a trend.
  private var length: Int { results.months.count >= 24 ? 12 : 1 }

  private var courses: [Course] {
    Outcome.Subject.allCases.compactMap { subject in
      guard results.months.count > 1, let series = results.series(subject.indicator),
        let before = mean(series.prefix(length)), let after = mean(series.suffix(length))
      else { return nil }
      return Course(
        subject: subject, before: before * subject.multiple, after: after * subject.multiple)
    }
  }

  private func mean(_ values: ArraySlice<Double?>) -> Double? {
    let known = values.compactMap { $0 }
    return known.isEmpty ? nil : known.reduce(0, +) / Double(known.count)
  }

  /// A year, some months, or one: `2025`, `2025-03 – 2026-02`, `2025-01`.
  private func period(_ months: ArraySlice<Day>) -> String {
    guard let first = months.first, let last = months.last else { return "" }
    if months.count == 12, first.civil.month == 1 { return "\(first.civil.year)" }
    return first == last ? first.monthText : "\(first.monthText) – \(last.monthText)"
  }

  private var periods: (before: String, after: String) {
    (period(results.months.prefix(length)), period(results.months.suffix(length)))
  }

  private var answer: String {
    let periods = periods
    let told: [Outcome.Subject] = [.irregularWork, .publicMoney, .nativesInWork]
    return told.compactMap { subject in
      courses.first { $0.subject == subject }.map { course in
        let texts = [course.before, course.after].map { amount(course, $0) }
        let way = texts[0] == texts[1] ? "same" : course.change < 0 ? "less" : "more"
        return words(
          "run.\(subject.rawValue).\(way)", texts[0], texts[1], periods.before, periods.after)
      }
    }.joined(separator: " ")
  }

  /// As precise as its size asks; its sign where it is below nothing.
  private func amount(_ course: Course, _ number: Double) -> String {
    let text = Outcome.amount(
      course.subject, number, half: nil, words, words.currency(results.money.currency))
    return number < 0 && text.contains { ("1"..."9").contains($0) } ? "−" + text : text
  }

  private var chart: String {
    let subject = Outcome.Subject.irregularWork
    guard let series = results.series(subject.indicator), results.months.count > 1 else {
      return ""
    }
    let title = words("chart.irregular_work")
    let chart = OutcomeChart(
      title: title, months: results.months,
      lines: [
        OutcomeChart.Line(
          name: words("indicator.\(subject.indicator.name)"), colour: 0, values: series, band: [])
      ], start: nil, startWords: "", marks: marks.map { ($0.number, $0.from) }, words: words)
    let note =
      marks.isEmpty ? "" : "<p class=\"note\">\(HTML.escaped(words("run.marks")))</p>"
    return """
      <figure class="main-figure"><figcaption>\(HTML.escaped(title))</figcaption>\(chart.html)\
      \(note)</figure>
      """
  }

  private var table: String {
    let periods = periods
    let rows = courses.map { course -> [String] in
      let part = course.before == 0 ? nil : course.change / course.before.magnitude
      let size = part.map { ($0 < 0 ? "−" : "+") + words.percent($0) } ?? "–"
      return [
        words("outcome.\(course.subject.rawValue)"), amount(course, course.before),
        amount(course, course.after), size,
      ]
    }
    if rows.isEmpty { return "" }
    return HTML.table(
      header: ["", periods.before, periods.after, words("outcomes.change")], rows: rows,
      isNumeric: true)
  }
}
