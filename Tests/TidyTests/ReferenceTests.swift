import Testing

/// What the project's texts refer to is there: facts, sections, pages, files, commands.
@Suite struct ReferenceTests {
  private let checkout: Checkout
  private let documentation: Documentation

  init() throws {
    checkout = try Checkout()
    documentation = Documentation(checkout)
  }

  @Test func `every fact that is cited stands in the evidence`() {
    let facts = documentation.facts
    #expect(facts.count > 200, "\(Documentation.evidence) was not understood")
    expectNone(
      documentation.findings(
        of: /\bE[0-9]{1,2}(?:\.[0-9]{1,2})?\b/, where: Self.hasFactsNumber
      ) { found in
        facts.contains(String(found))
          ? nil
          : "no fact '\(found)' in \(Documentation.evidence): add it, or cite the one that is meant"
      })
  }

  @Test func `every section of the model that is cited is there`() {
    let sections = documentation.sections
    #expect(sections.isSuperset(of: ["1", "6.13"]), "\(Documentation.model) was not understood")
    // Of the model itself every number of a submodel's section; elsewhere those said to be the model's.
    let citation =
      #/ \b(?:MODEL|Model) (?:,?\ sections?)?\ [0-9]+\.[0-9]+ (?: (?:,\ |\ and\ |–) [0-9]+\.[0-9]+ )* /#
    let advice: (Substring) -> String? = { found in
      found.matches(of: /[0-9]+\.[0-9]+/).map { String($0.output) }
        .first { !sections.contains($0) }.map {
          "no section \($0) in \(Documentation.model): cite the one that is meant"
        }
    }
    expectNone(
      documentation.findings(
        of: citation, where: { $0.contains("MODEL") || $0.contains("Model") }, advice: advice))
    let text = checkout.text(of: Documentation.model) ?? ""
    expectNone(
      text.matches(of: /\b6\.[0-9]+\b/).compactMap { match in
        advice(match.output).map { Finding(file: Documentation.model, advice: $0) }
      })
  }

  @Test func `the evidence calls fitted and held back what its table does`() {
    let table = checkout.text(of: "Scenarios/kazakhstan/evidence.csv") ?? ""
    let rows = table.split(separator: "\n").filter { $0.hasPrefix("E") }
    #expect(rows.count > 20)
    let uses = rows.map { row in
      (id: String(row.prefix { $0 != "," }), mark: row.hasSuffix(",set") ? "fitted" : "held back")
    }
    // E15 lists where documents disagree, and says below its table what is fitted.
    expectNone(
      uses.filter { use in
        !use.id.hasPrefix("E15.") && documentation.grades[use.id]?.contains(use.mark) != true
      }.map {
        Finding(
          file: Documentation.evidence,
          advice: "\($0.id) is '\($0.mark)' in evidence.csv: say so in its grade")
      })
    expectNone(
      documentation.grades.flatMap { id, grade in
        ["fitted", "held back"].filter { mark in
          grade.contains(mark) && !uses.contains { $0 == (id, mark) }
        }.map {
          Finding(
            file: Documentation.evidence,
            advice: "no row of evidence.csv uses \(id) so that it were '\($0)'")
        }
      })
  }

  @Test func `links lead to pages and headings that exist, on a forge as on the site`() {
    expectNone(
      documentation.articles.values.flatMap { article in
        article.links.compactMap { link in
          fault(of: link.text, in: article).map {
            Finding(file: article.file, line: link.line, advice: $0)
          }
        }
      })
  }

  @Test func `every page can be reached from another`() {
    let reached = Set(
      documentation.articles.values.flatMap { article in
        article.links.compactMap { article.path(to: $0.text.prefix { $0 != "#" }) }
      })
    expectNone(
      documentation.articles.keys.filter { file in
        // Forges show the front page, what lies in .github, and the first page of each room.
        !reached.contains(file) && file != "README.md" && !file.hasPrefix(".github/")
          && !Self.isFirstOfRoom(file)
      }.map { Finding(file: $0, advice: "no page links here: name it where readers would look") })
  }

  @Test func `files that texts name are there`() {
    let name = /(?:^|[^\w\/.$-])(?:Scenarios|Sources|Tests|\.ci|\.github)\/[\w.\/+-]*/
    expectNone(
      documentation.findings(of: name, where: { $0.contains("/") }) { found in
        var path = found.drop { !$0.isLetter && $0 != "." }
        while path.hasSuffix(".") || path.hasSuffix("/") { path.removeLast() }
        // Examples name files that readers will write.
        return path.contains("/my-") || documentation.exists(String(path))
          ? nil : "no file '\(path)': correct the name, or call an example my-something"
      })
  }

  @Test func `commands and studies that pages name exist`() {
    let commands = documentation.names(after: "commandName: ")
    let studies = documentation.names(after: "= Study(")
      .union(documentation.names(after: "static let study = "))
    #expect(commands.isSuperset(of: ["run", "validate"]))
    #expect(studies.isSuperset(of: ["drift", "evidence"]))
    let call = /(?:^|[ \/(])kosh ([a-z]+)(?: ([a-z][a-z0-9-]*))?/
    expectNone(
      documentation.articles.values.flatMap { article in
        article.code.flatMap { span in
          span.text.matches(of: call).compactMap { match -> Finding? in
            let (command, name) = (String(match.1), match.2.map(String.init) ?? "")
            if !commands.contains(command) {
              return Finding(
                file: article.file, line: span.line,
                advice: "no command 'kosh \(command)': see kosh --help")
            }
            if command == "study", !name.isEmpty, !studies.contains(name) {
              return Finding(
                file: article.file, line: span.line, advice: "no study '\(name)': see kosh study")
            }
            return nil
          }
        }
      })
  }

  /// What is wrong with a link, or nil.
  private func fault(of link: String, in article: Article) -> String? {
    if link.hasPrefix("https:") || link.hasPrefix("mailto:") { return nil }
    if link.hasPrefix("doc:") {
      return "a forge cannot follow '\(link)': write [title](Page.md), by its path from here"
    }
    let parts = link.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
    let target = parts[0].isEmpty ? article.file : article.path(to: parts[0])
    guard let target, documentation.exists(target) else { return "'\(link)' leads nowhere" }
    guard parts.count == 2, let page = documentation.articles[target] else { return nil }
    return page.anchors.contains(String(parts[1]))
      ? nil : "no heading '#\(parts[1])' in \(target): copy one of its headings"
  }

  /// `Sources/Room/Room.docc/Room.md`
  private static func isFirstOfRoom(_ file: String) -> Bool {
    let parts = file.split(separator: "/")
    return parts.count > 2 && parts[parts.count - 2] == parts[parts.count - 1].dropLast(3) + ".docc"
  }

  /// Whether a capital E stands before a digit.
  private static func hasFactsNumber(_ line: Substring) -> Bool {
    zip(line.utf8, line.utf8.dropFirst()).contains {
      $0 == UInt8(ascii: "E") && (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($1)
    }
  }
}
