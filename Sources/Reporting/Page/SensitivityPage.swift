/// The page of what a sweep says (what drives its outcomes, or which policy holds up): one HTML file that
/// needs nothing else and opens offline.
package struct SensitivityPage: Sendable {
  /// One outcome under one policy.
  package struct Section: Sendable {
    package var heading: String
    /// The answer in a sentence.
    package var lead: String
    /// Why not to trust it yet; nil where it may be.
    package var warning: String?
    package var chart: RankChart
    package var header: [String]
    package var rows: [[String]]
    package var notes: [String]

    package init(
      heading: String, lead: String, warning: String?, chart: RankChart, header: [String],
      rows: [[String]], notes: [String]
    ) {
      self.heading = heading
      self.lead = lead
      self.warning = warning
      self.chart = chart
      self.header = header
      self.rows = rows
      self.notes = notes
    }
  }

  private let words: Words
  private let kind: String
  private let title: String
  private let question: String
  private let about: String
  private let sections: [Section]

  /// - Parameters:
  ///   - kind: What kind of answer it is, in a word or two; sensitivity unless told otherwise.
  ///   - about: Design, points and scale, on a line.
  package init(
    kind: String? = nil, title: String, question: String, about: String, sections: [Section],
    words: Words = Words()
  ) {
    self.words = words
    self.kind = kind ?? words("sweep.sensitivity")
    self.title = title
    self.question = question
    self.about = about
    self.sections = sections
  }

  package var html: String {
    """
    <!doctype html><html lang="\(words.language.rawValue)"><head><meta charset="utf-8">
    <meta name="viewport" content="width=device-width,initial-scale=1">
    <title>\(HTML.escaped(title))</title><style>
    \(PageStyle.css)
    \(FirstScreen.css)
    \(RankChart.css)
    \(PageStyle.print)
    </style></head><body><main>
    <h1>\(HTML.escaped(question.isEmpty ? title : question))</h1>
    \(answer)
    \(sections.map(html).joined(separator: "\n"))
    <p class="kick">\(HTML.escaped(kind)) · \(HTML.escaped(title)) · \(HTML.escaped(about))</p>
    </main></body></html>

    """
  }

  /// What every section says, before any chart: in a sentence where there is one, else in a line each.
  private var answer: String {
    guard sections.count > 1 else {
      return sections.first.map {
        "<p class=\"lead\" data-role=\"answer\">\(HTML.escaped($0.lead))</p>"
      } ?? ""
    }
    let items = sections.map {
      "<li><b>\(HTML.escaped($0.heading)):</b> \(HTML.escaped($0.lead))</li>"
    }
    return "<ul class=\"lead\" data-role=\"answer\">\(items.joined())</ul>"
  }

  private func html(_ section: Section) -> String {
    let warning = section.warning.map { "<p class=\"warn\">\(HTML.escaped($0))</p>" } ?? ""
    let notes = section.notes.map { "<p class=\"note\">\(HTML.escaped($0))</p>" }.joined()
    return """
      <h2>\(HTML.escaped(section.heading))</h2>
      \(warning)
      \(section.chart.bars.isEmpty ? "<p>\(HTML.escaped(section.lead))</p>" : section.chart.html)
      \(section.rows.isEmpty
        ? "" : HTML.table(header: section.header, rows: section.rows, isNumeric: true))
      \(notes)
      """
  }
}
