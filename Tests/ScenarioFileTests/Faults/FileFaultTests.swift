import ScenarioFile
import Testing

@Suite struct FileFaultTests {
  @Test func aMissingScenarioIsAMatterOfFiles() {
    #expect(throws: ScenarioFaults.self) {
      try ScenarioLoader.load(path: "none.yaml", files: .inMemory([:]))
    }
    do throws(ScenarioFaults) {
      _ = try ScenarioLoader.load(path: "none.yaml", files: .inMemory([:]))
    } catch {
      #expect(error.description == "none.yaml: error: there is no such file.")
      #expect(error.isUnreadable)
    }
  }

  @Test func aFolderIsNoScenario() {
    do throws(ScenarioFaults) {
      _ = try ScenarioLoader.load(path: Shipped.path("kazakhstan"))
    } catch {
      #expect(error.diagnostics.map(\.sentence) == ["this is a folder. Name a file in it."])
      #expect(error.isUnreadable)
    }
  }

  @Test func aMissingBaseIsPlacedWhereItIsNamed() {
    let example = Example("kosh: 1\nextends: nowhere.yaml\n")
    #expect(
      example.findings() == ["s.yaml:2:10: error: file 'nowhere.yaml': there is no such file."])
    do throws(ScenarioFaults) { _ = try example.load() } catch { #expect(!error.isUnreadable) }
  }

  @Test func aMissingTableIsPlacedWhereItIsNamed() {
    #expect(
      Example.variant("tables: {regions: no.csv}").findings()
        == ["s.yaml:2:19: error: file 'no.csv': there is no such file."])
  }

  @Test func textThatIsNotYAMLIsAFaultAtItsPlace() {
    #expect(
      Example("kosh: 1\nrun: [\n").findings() == [
        "s.yaml:3:1: error: this is not YAML: while parsing a flow node, "
          + "did not find expected node content."
      ])
  }

  @Test func aDuplicateKeyIsPlacedWhereItStandsAgain() {
    #expect(
      Example("kosh: 1\nname: a\nrun:\n  seed: 1\n  seed: 2\n").findings()
        == ["s.yaml:5:3: error: 'seed' is written twice; first in line 4. Keep one of them."])
  }

  @Test func bytesThatAreNotUTF8AreAFaultAtTheirPlace() {
    var example = Example("")
    example.files["s.yaml"] = Array("kosh: 1\nname: ".utf8) + [0xFF, 0x0A]
    #expect(
      example.findings()
        == ["s.yaml:2:7: error: the file is not UTF-8 from here on. Save it as UTF-8 text."])
  }

  @Test func aByteOrderMarkIsNoFault() {
    var example = Example.variant("")
    example.files["s.yaml"] = [0xEF, 0xBB, 0xBF] + (example.files["s.yaml"] ?? [])
    #expect(example.findings() == [])
  }

  @Test func aFileMayHaveCarriageReturns() throws {
    let plain = try Example.variant("run: {seed: 5}").load()
    var example = Example.variant("run: {seed: 5}")
    for (path, bytes) in example.files {
      let text = String(decoding: bytes, as: UTF8.self)
      example.files[path] = Array(text.replacing("\n", with: "\r\n").utf8)
    }
    #expect(try example.load().inputs == plain.inputs)
  }

  @Test func aControlCharacterIsAFaultAtItsPlace() {
    #expect(
      Example("kosh: 1\nname: a\u{0}b\n").findings()
        == ["s.yaml:2:8: error: here stands a control character (U+0000). Remove it."])
    #expect(
      Example("kosh: 1\rname: a\n").findings()
        == ["s.yaml:1:8: error: here stands a control character (U+000D). Remove it."])
  }

  @Test func anEmptyFileIsNoScenario() {
    #expect(
      Example("# nothing\n").findings() == [
        "s.yaml:1:1: error: the file holds no scenario. See 'kosh scenario new' for a template."
      ])
  }

  @Test func anchorsAliasesAndTagsAreRefused() {
    #expect(
      Example("kosh: 1\nname: &a x\nquestion: *a\ncountry: !!str y\n").findings() == [
        "s.yaml:2:7: error: YAML anchors (&) are not used in scenarios. Write the value out.",
        "s.yaml:4:10: error: YAML tags (!) are not used in scenarios. Remove it.",
      ])
    #expect(
      Example("kosh: 1\nname: *a\n").findings()
        == ["s.yaml:2:7: error: YAML aliases (*) are not used in scenarios. Write the value out."])
  }

  @Test func aSecondDocumentIsRefused() {
    #expect(
      Example("kosh: 1\n---\nkosh: 1\n").findings()
        == ["s.yaml:2:1: error: a second YAML document begins. Keep one scenario a file."])
  }

  @Test func aKeyThatIsNoWordIsRefused() {
    #expect(
      Example("? [a]\n: 1\n").findings()
        == ["s.yaml:1:3: error: a key must be a word. Write key: value."])
  }

  @Test func nestingBeyondReasonIsRefusedBeforeTheParserRecurses() {
    let deep = String(repeating: "[", count: 100_000)
    #expect(
      Example("kosh: \(deep)").findings()
        == ["s.yaml:1:1: error: the file nests too deeply for a scenario."])
    let stairs = (0..<3000).map { String(repeating: " ", count: $0) + "-" }
    #expect(
      Example(stairs.joined(separator: "\n")).findings()
        == ["s.yaml:1:1: error: the file nests too deeply for a scenario."])
  }

  @Test func aScenarioThatExtendsItselfIsRefused() {
    #expect(
      Example("kosh: 1\nextends: t.yaml\n").with("t.yaml", "kosh: 1\nextends: ./s.yaml\n")
        .findings() == [
          "t.yaml:2:10: error: the scenario extends itself: s.yaml -> t.yaml -> s.yaml. "
            + "Remove one 'extends'."
        ])
  }

  @Test func aChainOfMoreThan32FilesIsRefused() {
    var example = Example("kosh: 1\nextends: f0.yaml\n")
    for i in 0..<40 { example = example.with("f\(i).yaml", "kosh: 1\nextends: f\(i + 1).yaml\n") }
    #expect(
      example.findings()
        == ["f30.yaml:2:10: error: more than 32 files extend one another. Flatten them."])
  }
}
