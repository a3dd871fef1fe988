import Experiments
import Foundation
import Kernel
import Reporting
import Results
import ScenarioFile

extension Lab {
  /// More policies than a chart can tell apart are too many.
  private static let mostPolicies = 1 + KeptPolicies.most

  /// Begins a comparison; what the same page asked for before is asked for no more.
  func ask(_ body: AskBody, _ words: Words) throws -> LabAnswer {
    guard body.page.utf8.count <= 64, (1...Self.mostPolicies).contains(body.policies.count) else {
      return .text(400, "That is no question of the lab's page.")
    }
    let (first, warnings) = try reader.read(body.policies[0].document)
    // A kept policy that cannot be read any more is left out, not the answer.
    let others = body.policies.dropFirst().compactMap { try? reader.read($0.document).0 }
    let policies = [first] + others
    let comparison = try Comparison(
      [(path: reader.basePath, loaded: reader.base)] + policies.map { ($0.path, $0.loaded) },
      lives: lives, until: settings.until, precision: nil, withCells: true)
    let id = bench.ask(
      page: body.page, policies.map { (key: $0.key, scenario: $0.loaded) })
    remember(id, Asked(page: body.page, comparison: comparison, policies: policies))
    return .json(
      .object([
        ("ask", .integer(id)), ("faults", .array([])),
        ("warnings", .array(warnings.map { $0.json(words) })),
      ]))
  }

  /// How far a comparison is, with its first screen where the page has not seen it yet.
  func look(_ question: LabQuestion, _ words: Words) throws -> LabAnswer {
    guard let id = question.query["ask"].flatMap({ Int($0) }), let asked = asked(id),
      let progress = bench.look(id)
    else { return .json(.object([("state", .text("gone"))])) }
    var members: [(key: String, value: JSON)] = [
      ("state", .text(progress.failure != nil ? "failed" : progress.isDone ? "done" : "running")),
      ("worlds", .integer(progress.worlds)), ("of", .integer(progress.of)),
      ("seconds", .number(progress.secondsLeft.rounded(.up))),
    ]
    if let failure = progress.failure {
      members.append(("failure", .text(words("lab.error.run", failure))))
    }
    if progress.worlds > 0 {
      members.append(("command", .text(command(asked.policies))))
      let seen = question.query["seen"].flatMap { Int($0) } ?? 0
      if progress.isDone || progress.worlds >= Self.worthShowing(after: seen) {
        let shown = self.shown(id, asked, progress, words)
        members.append(("digest", .text(progress.isDone ? shown.digest : "")))
        if seen != progress.worlds {
          members += [("screen", .text(shown.html)), ("seen", .integer(progress.worlds))]
        }
      }
    }
    return .json(.object(members))
  }

  /// After how many worlds a screen is made anew: each of the first ones changes it much, later ones little, and making
  /// it takes time from the runs.
  private static func worthShowing(after seen: Int) -> Int { seen + max(1, seen / 8) }

  private func shown(
    _ id: Int, _ asked: Asked, _ progress: Workbench.Progress, _ words: Words
  ) -> Shown {
    if let shown = asked.shown, shown.worlds == progress.worlds, shown.language == words.language {
      return shown
    }
    let results = asked.comparison.results(
      progress.runs, lives: livedBy(progress.worlds), of: FirstScreen.indicators)
    let shown = Shown(
      worlds: progress.worlds, language: words.language,
      html: FirstScreen(results, variant: 1, words: words).html, digest: results.manifest.digest)
    note(id, shown)
    return shown
  }

  /// The worlds of the first so many runs.
  private func livedBy(_ runs: Int) -> WorldLives {
    let replicates = min(runs, lives.replicates)
    return WorldLives(
      worlds: min(lives.worlds, replicates), replicates: replicates,
      secondLives: runs - replicates)
  }

  /// The page of a comparison as `kosh compare` would write it, from the runs that there are.
  func makePage(_ body: PageBody, _ words: Words) throws -> LabAnswer {
    guard let asked = asked(body.ask), let progress = bench.look(body.ask), progress.worlds > 0
    else { throw PolicyRefused(words("lab.error.nothing_compared")) }
    var results = asked.comparison.results(progress.runs, lives: livedBy(progress.worlds))
    results.manifest.command = command(asked.policies)
    let html = ComparisonPage(results, words: words, isBrief: body.brief).html
    let name = PolicyNames.stem(asked.policies[0].document.name)
    try OutputFolder.makeFolder(settings.folder)
    let path = "\(settings.folder)/\(name)\(body.brief ? "-brief" : "").html"
    try FileBytes.replace(html, at: path)
    return .json(.object([("page", .text("/page/\(put(page: html))")), ("path", .text(path))]))
  }

  /// Folders of finished runs and comparisons, by their names; the browser names none by a path.
  private var finishedFolders: [(name: String, path: String)] {
    [settings.runs, settings.folder].flatMap { root -> [(String, String)] in
      let names = (try? FileManager.default.contentsOfDirectory(atPath: root)) ?? []
      return names.sorted().map { ($0, root + "/" + $0) }.filter {
        FileManager.default.fileExists(atPath: $0.1 + "/manifest.json")
          && FileManager.default.fileExists(atPath: $0.1 + "/report.html")
      }
    }
  }

  func folders() -> JSON {
    .object([("folders", .array(finishedFolders.map { .text($0.name) }))])
  }

  func folder(_ name: String) -> LabAnswer? {
    guard let found = finishedFolders.first(where: { $0.name == name }),
      let html = FileBytes.text(of: found.path + "/report.html")
    else { return nil }
    return .page(html)
  }
}
