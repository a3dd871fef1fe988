import Experiments
import Foundation
import Kernel
import Reporting
import Results
import ScenarioFile

extension Lab {
  /// Answers one question; whatever goes wrong is an answer too.
  func answer(_ question: LabQuestion) -> LabAnswer {
    do {
      return try route(question)
    } catch let refused as PolicyRefused {
      let words = self.words(of: question)
      return .json(.object([("faults", .array(refused.findings.map { $0.json(words) }))]))
    } catch is DecodingError {
      return .text(400, "That is no question of the lab's page.")
    } catch {
      return .text(500, "\(error)")
    }
  }

  private func words(of question: LabQuestion) -> Words {
    Words(question.query["language"].flatMap(Language.init) ?? settings.language)
  }

  private func route(_ question: LabQuestion) throws -> LabAnswer {
    let words = self.words(of: question)
    switch (question.method, question.path) {
    case ("GET", "/"): return .file("text/html", LabPage.html(words, key: question.key).utf8)
    case ("GET", "/lab.css"): return .file("text/css", LabPage.css.utf8)
    case ("GET", "/lab.js"): return .file("text/javascript", LabPage.script)
    case ("GET", "/api/lab"): return .json(about(words))
    case ("GET", "/api/look"): return try look(question, words)
    case ("GET", "/api/folders"): return .json(folders())
    case ("GET", let path) where path.hasPrefix("/page/"):
      return page(String(path.dropFirst("/page/".count))).map(LabAnswer.page)
        ?? .text(404, words("lab.error.page_gone"))
    case ("GET", let path) where path.hasPrefix("/folder/"):
      return folder(String(path.dropFirst("/folder/".count)))
        ?? .text(404, words("lab.error.page_gone"))
    case ("POST", let path): return try post(path, question.body, words)
    case ("GET", _): return .text(404, words("lab.error.nothing_here"))
    default: return .text(405, words("lab.error.nothing_here"))
    }
  }

  private func post(_ path: String, _ body: Data, _ words: Words) throws -> LabAnswer {
    func read<Body: Decodable>(_ type: Body.Type) throws -> Body {
      try JSONDecoder().decode(type, from: body)
    }
    switch path {
    case "/api/ask": return try ask(read(AskBody.self), words)
    case "/api/keep":
      try keep(read(PolicyBody.self).document, words)
      return .json(keptJSON)
    case "/api/forget":
      kept.forget(try read(NameBody.self).name)
      return .json(keptJSON)
    case "/api/save": return try save(read(PolicyBody.self).document)
    case "/api/open": return try openFile(read(TextBody.self).text)
    case "/api/page": return try makePage(read(PageBody.self), words)
    default: return .text(404, words("lab.error.nothing_here"))
    }
  }

  /// Everything that the page needs to begin.
  private func about(_ words: Words) -> JSON {
    let base = reader.base.inputs
    return .object([
      (
        "base",
        .object([
          ("name", .text(base.name)), ("question", .text(base.question)),
          ("file", .text(reader.baseName)), ("from", .text("\(base.run.from)")),
          ("until", .text("\(lastDay)")), ("scale", .text(RunWords.scale(base.run.scale))),
          ("replicates", .integer(lives.runs)),
        ])
      ),
      ("words", .object(words.ofTheLab.map { ($0.key, .text($0.text)) })),
      ("controls", controls.json(base, words)),
      ("gallery", .array(gallery.cards.map(Self.json))), ("kept", .array(kept.all.map(Self.json))),
    ])
  }

  static func json(_ policy: PolicyDocument) -> JSON {
    .object([
      ("name", .text(policy.name)), ("question", .text(policy.question)),
      ("entries", .array(policy.entries.map { .array([.text($0.path), .text($0.text)]) })),
    ])
  }

  private var keptJSON: JSON { .object([("kept", .array(kept.all.map(Self.json)))]) }

  private func keep(_ policy: PolicyDocument, _ words: Words) throws {
    _ = try reader.read(policy)
    do {
      try kept.keep(policy)
    } catch let refused as PolicyRefused {
      throw PolicyRefused(words(refused.findings[0].sentence, "\(KeptPolicies.most)"))
    }
  }

  /// The policy as a file that `kosh compare` takes from wherever it lies; one beside the kept ones too.
  private func save(_ policy: PolicyDocument) throws -> LabAnswer {
    _ = try reader.read(policy)
    try kept.write(policy)
    let text = try policy.file(extending: KeptPolicies.absolute(reader.basePath)).text
    return .json(
      .object([
        ("file", .text(PolicyNames.fileName(policy.name))), ("text", .text(text)),
        ("path", .text(kept.path(of: policy))),
      ]))
  }

  /// A scenario file that somebody opens, as its text; no file that it names is read.
  private func openFile(_ text: String) throws -> LabAnswer {
    let policy: PolicyDocument
    do throws(PolicyFault) {
      policy = try PolicyDocument(text: text, file: "file", bases: [reader.baseName])
    } catch {
      throw PolicyRefused(error.description)
    }
    _ = try reader.read(policy)
    return .json(.object([("policy", Self.json(policy))]))
  }
}

/// What pages send.
struct PolicyBody: Decodable {
  var name: String
  var question: String
  var entries: [[String]]

  var document: PolicyDocument {
    PolicyDocument(
      name: name, question: question,
      entries: entries.filter { $0.count == 2 }.map { .init(path: $0[0], text: $0[1]) })
  }
}

struct AskBody: Decodable {
  /// The page that asks, by a number that it has made up.
  var page: String
  /// The one that is worked on first.
  var policies: [PolicyBody]
}

struct NameBody: Decodable { var name: String }
struct TextBody: Decodable { var text: String }
struct PageBody: Decodable {
  var ask: Int
  var brief: Bool
}
