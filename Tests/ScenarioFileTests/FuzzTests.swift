import Foundation
import ScenarioFile
import Testing

/// Mutated files: whatever stands in them, a load ends, in a valid scenario or in placed faults.
@Suite struct FuzzTests {
  /// A small generator, so that every failure can be replayed by its case number.
  struct Dice {
    var state: UInt64

    init(_ seed: Int) { state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 &+ 0x1234_5678 }

    mutating func roll(_ sides: Int) -> Int {
      state ^= state << 13
      state ^= state >> 7
      state ^= state << 17
      return Int(state % UInt64(max(1, sides)))
    }

    mutating func pick<T>(_ items: [T]) -> T { items[roll(items.count)] }
  }

  static let fragments = [
    "&a ", "*a", "!!str ", "<<: ", "- ", "? ", ": ", "{", "}", "[", "]", "|", ">", "\"", "'", "#",
    "%", "%/month", " KZT", "1:10", "1e999", "-", "nan", "0x1", "none", "\t", "\n", "\r\n", "\0",
    "\u{FEFF}", "\u{2028}", "é", "☃", ",", ",,", "\"\"", "2005-02-30", "extends: s.yaml\n",
    "kosh: 2\n", "measures:\n  x: none\n", "---\n", "...\n", "%YAML 1.1\n", "99999999999999999999",
  ]

  static func mutated(_ bytes: [UInt8], _ dice: inout Dice) -> [UInt8] {
    var bytes = bytes
    for _ in 0...dice.roll(4) where !bytes.isEmpty {
      let at = dice.roll(bytes.count)
      switch dice.roll(7) {
      case 0: bytes[at] = UInt8(dice.roll(256))
      case 1: bytes.remove(at: at)
      case 2: bytes.insert(contentsOf: Array(dice.pick(fragments).utf8), at: at)
      case 3: bytes.removeSubrange(at..<min(bytes.count, at + dice.roll(60)))
      case 4:
        let copy = Array(bytes[at..<min(bytes.count, at + dice.roll(80))])
        bytes.insert(contentsOf: copy, at: dice.roll(bytes.count))
      case 5: bytes.removeSubrange(at...)
      default:
        // Whole lines change places.
        var lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
        lines.swapAt(dice.roll(lines.count), dice.roll(lines.count))
        bytes = Array(lines.joined(separator: [0x0A]))
      }
    }
    return bytes
  }

  /// A load ends in faults that all have a place in a file read, or in what can be loaded again.
  static func check(_ files: [String: [UInt8]], _ number: Int) {
    do throws(ScenarioFaults) {
      let loaded = try ScenarioLoader.load(path: "s.yaml", files: .inMemory(files))
      let alone = ScenarioFiles.inMemory(["s.yaml": Array(loaded.resolvedText.utf8)])
      do throws(ScenarioFaults) {
        let again = try ScenarioLoader.load(path: "s.yaml", files: alone)
        if again.inputs != loaded.inputs || again.resolvedText != loaded.resolvedText {
          Issue.record("case \(number): what show prints is another scenario")
        }
      } catch {
        Issue.record("case \(number): what show prints is not valid: \(error)")
      }
    } catch {
      if error.diagnostics.isEmpty { Issue.record("case \(number): refused without a fault") }
      for finding in error.diagnostics where finding.place.line < 1 && !error.isUnreadable {
        Issue.record("case \(number): a fault without a place: \(finding)")
      }
      for finding in error.diagnostics where finding.sentence.contains("\n") {
        Issue.record("case \(number): a fault on two lines: \(finding)")
      }
    }
  }

  /// A line for each origin that the baseline's law names.
  private static func origins(_ rest: String) -> String {
    ["Uzbekistan", "Kyrgyzstan", "Tajikistan", "Russia", "Other CIS"]
      .map { "\($0),\(rest)\n" }.joined()
  }

  /// A country of two regions and two sectors, so that a case costs little.
  static let tables = [
    "regions":
      "region,population,population_next_year,income_index,migrant_weight,tile_column,tile_row\n"
      + "Aktobe,1e6,1010000,0.8,1,0,0\nSouth,2000000,2e6,1.1,2,0,1\n",
    "sectors":
      "sector,employer,productivity_index,native_reservation_index,own_account_share,"
      + "skilled_share,specialist_share,separation_index,audit_index,migrant_share,permanent_share,"
      + "visibility,injury_rate\n"
      + "trade,firm,1,1,20 %,0.3,0.1,1,1,0.6,0.5,1,0.02\n\"home, work\",household,0.7,0.8,0.3,10 %,0.02,1.2,0.7,0.4,50 %,"
      + "0.1,1 %/year\n",
    "sector-shares":
      "# assumed\nregion,sector,share\nAktobe,trade,0.9\nAktobe,\"home, work\",0.1\n"
      + "South,trade,90 %\nSouth,\"home, work\",10 %\n",
    "seasons":
      "sector,jan,feb,mar,apr,may,jun,jul,aug,sep,oct,nov,dec\n"
      + "trade,1,1,1,1,1,1,1,1,1,1,1,1\n\"home, work\",0.9,1.1,1,1,1,1,1,1,1,1,1,1\n",
    "sector-demand":
      "sector,date,demand\ntrade,2005-01-01,1\ntrade,2009-07-01,0.9\n\"home, work\",2006-01-01,1 \n",
    "origins":
      "origin,potential_share,present_share,permit_share,home_income,home_growth,skilled_share,"
      + "specialist_share\n" + origins("0.2,20 %,0.2,9000,0.1,0.1,0"),
    "journeys": "origin,region,cost\n" + origins("Aktobe,5000") + origins("South,5000 KZT"),
    "sector-ties": "origin,sector,tie\n" + origins("trade,1") + origins("\"home, work\",0.5"),
    "departures":
      "origin,jan,feb,mar,apr,may,jun,jul,aug,sep,oct,nov,dec\n"
      + origins("1,1,1,1,1,1,1,1,1,1,1,1"),
    "amounts":
      "from,index_unit,minimum_wage\n2005-01-01,971 KZT,7000\n\n# later\n2006-01-01,1030,9200\n",
    "drivers":
      "date,labour_force,pay_index,employment_trend,price_index,exchange_rate\n"
      + "2005-01-01,8e6,0.8,1.0,0.88,133\n2011-01-01,8685000,2.1369,1.0974,1.5592,147.4\n",
    "tax-scales":
      "scale,above,rate\nincome-2004,0,5 %\nincome-2004,15,8 %\nsocial-2004,0,20 %\n"
      + "social-2004,15 MCI,15 %\nsocial-2008,0,0.13\n",
  ]

  static func example() -> Example {
    tables.reduce(Example(variant)) { $0.with("kazakhstan/\($1.key).csv", $1.value) }
  }

  static let variant = """
    kosh: 1
    name: Fuzz
    question: "What: if?"
    extends: base.yaml
    run: {until: 2009-12-31, scale: 1:10, seed: {value: 5, range: [1, 9], source: assumed}}
    behaviour:
      demand: {response: 1, memory: 2 years}
      population:
        exit: 1.5 %/year
    measures:
      income_tax: {rate: 12 %}
      contributions-2010: none
      seasonal-farm-work: none
      slump: {kind: demand_shock, from: 2008-10-01, until: 2009-03-31, factor: 0.9, sectors: [trade]}
    """

  /// Cases of each kind; `KOSH_FUZZ=20000` makes as many of all kinds together.
  static var casesOfAKind: Int {
    let asked = ProcessInfo.processInfo.environment["KOSH_FUZZ"].flatMap { Int($0) } ?? 12_000
    return max(1, asked / Kind.allCases.count)
  }

  /// What is mutated, and how: bytes, or keys, values, rows and cells as wholes.
  enum Kind: Int, CaseIterable, Sendable {
    case variant, baseline, table, inlined, variantWords, baselineWords, tableCells, plan, planWords
  }

  @Test(arguments: Kind.allCases) func mutatedFilesNeverCrashHangOrLoadAsSomethingElse(
    kind: Kind
  ) throws {
    let example = FuzzTests.example().with("p.yaml", FuzzTests.plan)
    let tables = Example.tables.keys.sorted()
    let inlined = Array(try example.load(["run.until=2010-12-31"]).resolvedText.utf8)
    let first = kind.rawValue * 100_000
    for number in first..<first + FuzzTests.casesOfAKind {
      var dice = Dice(number)
      var files = example.files
      func mutate(_ path: String, _ change: ([UInt8], inout Dice) -> [UInt8]) {
        files[path] = change(files[path] ?? [], &dice)
      }
      switch kind {
      case .variant: mutate("s.yaml", FuzzTests.mutated)
      case .baseline: mutate("base.yaml", FuzzTests.mutated)
      case .table:
        let table = dice.pick(tables)
        // Now and then a table as it is shipped.
        if number % 20 == 0 { files = Example(FuzzTests.variant).files }
        mutate(table, FuzzTests.mutated)
      case .inlined: files["s.yaml"] = FuzzTests.mutated(inlined, &dice)
      case .variantWords: mutate("s.yaml", FuzzWords.mutated)
      case .baselineWords: mutate("base.yaml", FuzzWords.mutated)
      case .tableCells: mutate(dice.pick(tables), FuzzWords.mutatedCells)
      case .plan: mutate("p.yaml", FuzzTests.mutated)
      case .planWords: mutate("p.yaml", FuzzWords.mutated)
      }
      if kind == .plan || kind == .planWords {
        FuzzTests.checkPlan(files, number)
      } else {
        FuzzTests.check(files, number)
      }
    }
  }

  static let plan =
    PlanTests.head + PlanTests.design + """
      set: {run.scale: 1:100}
      until: 2007-12-31
      replicates: 3
      policies:
        later: {measures.income_tax.from: 2008-01-01}
        none: {measures.income_tax: none}
      factors:
        behaviour.demand.response: range
        behaviour.search.own_account_exit: {range: [1 %/month, 2 %/month], distribution: log-uniform}
        behaviour.demand.largest_household: {range: [3, 8], distribution: triangular}
      outcomes:
        informal: {indicator: informal_share, at: 2006-12}
        wage: {indicator: wage_native, at: 2007-06}
      """

  /// A plan's load ends in a plan, or in placed faults.
  static func checkPlan(_ files: [String: [UInt8]], _ number: Int) {
    do throws(ScenarioFaults) {
      _ = try PlanLoader.load(
        path: "p.yaml", indicators: PlanTests.indicators, files: .inMemory(files))
    } catch {
      if error.diagnostics.isEmpty { Issue.record("case \(number): refused without a fault") }
      for finding in error.diagnostics where finding.sentence.contains("\n") {
        Issue.record("case \(number): a fault on two lines: \(finding)")
      }
    }
  }

  /// Into each section of a scenario, words that are no keys.
  @Test func anUnknownKeyIsNeverIgnored() {
    let lines = Example.baseline.split(separator: "\n", omittingEmptySubsequences: false)
    var dice = Dice(77)
    var inserted = 0
    for number in 0..<1000 {
      let at = dice.roll(lines.count)
      guard let depth = FuzzTests.depth(lines[at]) else { continue }
      var letters = ""
      for _ in 0..<8 { letters.append(dice.pick(Array("abcdefghijklmnop"))) }
      let key = "q\(letters)"
      var mutated = lines
      mutated.insert("\(String(repeating: " ", count: depth))\(key): 1", at: at)
      let findings = FuzzTests.example().with("base.yaml", mutated.joined(separator: "\n"))
        .findings()
      inserted += 1
      if !findings.contains(where: { $0.contains(": error: ") && $0.contains(key) }) {
        Issue.record("case \(number): '\(key)' before line \(at + 1) was ignored: \(findings)")
      }
    }
    #expect(inserted > 300)
  }

  /// The indentation of a line `key: value`, or nil for comments, continued values and empty lines.
  private static func depth(_ line: Substring) -> Int? {
    let indent = line.prefix { $0 == " " }.count
    let rest = line.dropFirst(indent)
    guard let first = rest.first, first.isLetter else { return nil }
    return indent
  }

  /// Columns that no table has.
  @Test func anUnknownColumnIsNeverIgnored() {
    for (path, text) in Example.tables {
      let lines = text.split(separator: "\n").map { line in
        line.hasPrefix("#") ? String(line) : "\(line),\(line.contains("_") ? "extra" : "1")"
      }
      let findings = Example.variant("").with(path, lines.joined(separator: "\n")).findings()
      #expect(findings.contains { $0.contains("is not a column of table") }, "\(path)")
    }
  }
}
