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

  private let kind: String
  private let title: String
  private let question: String
  private let about: String
  private let sections: [Section]

  /// - Parameters:
  ///   - kind: What kind of answer it is, in a word or two.
  ///   - about: Design, points and scale, on a line.
  package init(
    kind: String = "Sensitivity", title: String, question: String, about: String,
    sections: [Section]
  ) {
    self.kind = kind
    self.title = title
    self.question = question
    self.about = about
    self.sections = sections
  }

  package var html: String {
    """
    <!doctype html><html lang="en"><head><meta charset="utf-8">
    <meta name="viewport" content="width=device-width,initial-scale=1">
    <title>\(HTML.escaped(title))</title><style>
    \(PageStyle.css)
    \(RankChart.css)
    \(PageStyle.print)
    </style></head><body><main>
    <p class="kick">\(HTML.escaped(kind)) · \(HTML.escaped(about))</p>
    <h1>\(HTML.escaped(title))</h1>
    <p class="lead">\(HTML.escaped(question))</p>
    \(sections.map(html).joined(separator: "\n"))
    </main></body></html>

    """
  }

  private func html(_ section: Section) -> String {
    let warning = section.warning.map { "<p class=\"warn\">\(HTML.escaped($0))</p>" } ?? ""
    let notes = section.notes.map { "<p class=\"note\">\(HTML.escaped($0))</p>" }.joined()
    return """
      <h2>\(HTML.escaped(section.heading))</h2>
      <p>\(HTML.escaped(section.lead))</p>
      \(warning)
      \(section.chart.bars.isEmpty ? "" : section.chart.html)
      \(section.rows.isEmpty
        ? "" : HTML.table(header: section.header, rows: section.rows, isNumeric: true))
      \(notes)
      """
  }
}
