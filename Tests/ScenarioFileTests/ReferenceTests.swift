import Foundation
import Inputs
import ScenarioFile
import Testing

@Suite struct ReferenceTests {
  @Test func theReferenceNamesEveryKeyThatFilesMayHold() {
    let reference = KeyReference()
    let titles = reference.groups.map(\.title)
    #expect(Set(titles).count == titles.count)
    for section in Section.all {
      let group = reference.groups.first { $0.title == section.path }
      #expect(group?.entries.map(\.name) == section.keys.map(\.name))
    }
    for kind in LeverKind.all {
      let group = reference.groups.first { $0.title == "measure \(kind.name)" }
      #expect(group?.entries.map(\.name) == kind.keys.map(\.name))
    }
  }

  @Test func theReferenceSaysUnitAndRange() {
    let text = KeyReference().text
    #expect(text.contains("0 to 10000000 currency/month"))
    #expect(
      KeyReference().markdown.contains(
        "| `exit` | /year, /month, %/month, %/year | 0 to 0.05 /year |"))
  }

  @Test func theSchemaAndTheKeysAreJSON() throws {
    for text in [ScenarioSchema.json.text, KeyReference().json.text] {
      _ = try JSONSerialization.jsonObject(with: Data(text.utf8))
    }
  }

  @Test func theSchemaForbidsUnknownKeysEverywhere() throws {
    let root = try JSONSerialization.jsonObject(with: Data(ScenarioSchema.json.text.utf8))
    var objects = 0
    func walk(_ node: Any, _ path: String) {
      if let list = node as? [Any] { list.forEach { walk($0, path) } }
      guard let map = node as? [String: Any] else { return }
      if map["type"] as? String == "object" {
        objects += 1
        #expect(map["additionalProperties"] != nil, "\(path)")
      }
      for (key, value) in map { walk(value, "\(path)/\(key)") }
    }
    walk(root, "")
    #expect(objects > 50)
  }

  @Test func thePatternsOfTheSchemaAcceptWhatTheReaderAccepts() throws {
    let root = try JSONSerialization.jsonObject(with: Data(ScenarioSchema.json.text.utf8))
    var patterns: Set<String> = []
    func walk(_ node: Any) {
      if let list = node as? [Any] { list.forEach(walk) }
      guard let map = node as? [String: Any] else { return }
      if let pattern = map["pattern"] as? String { patterns.insert(pattern) }
      map.values.forEach(walk)
    }
    walk(root)
    func isAccepted(_ text: String) throws -> Bool {
      try patterns.contains { try Regex($0).wholeMatch(in: text) != nil }
    }
    for text in [
      "35 %", "1.5 %/month", "0.3 /year", "26700 KZT/month", "2 years", "60 days", "1:10",
      "2006-08-01", "none", "1e3 KZT/month",
    ] {
      #expect(try isAccepted(text), "\(text)")
    }
    for text in ["35 percent", "2006-8-1", "1.5 %/decade", "26700 usd"] {
      #expect(try !isAccepted(text), "\(text)")
    }
  }

  @Test func theArticleEndsWithTheKeysAsPrinted() throws {
    let article = Shipped.path("../Sources/ScenarioFile/ScenarioFile.docc/WritingAScenario.md")
    let text = try String(contentsOfFile: article, encoding: .utf8)
    #expect(
      text.hasSuffix(KeyReference().markdown),
      "Print it anew with: kosh scenario keys --format markdown")
  }

  @Test func theTemplateIsValidAsItStands() throws {
    let text = ScenarioTemplate.text(extending: "base.yaml", name: "Mine: \"x\"")
    let loaded = try Example(text).load()
    #expect(loaded.inputs.name == "Mine: \"x\"")
    #expect(loaded.warnings.isEmpty)
    for kind in LeverKind.all { #expect(text.contains("# \(kind.name):")) }
  }
}
