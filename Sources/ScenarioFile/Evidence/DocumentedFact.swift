import Inputs
import Kernel

/// A row of `evidence`: what a document says of the country, beside which a run's results are put.
///
/// It is no part of `Inputs`, which is all that a run is given: the world cannot read it.
package struct DocumentedFact: TableRow, Equatable {
  /// What the value is for.
  package enum Use: String, CaseIterable, Sendable {
    /// A parameter was fitted to it, so that agreement explains nothing.
    case set
    case leftAlone = "left alone"
  }

  package enum Unit: Sendable {
    case persons
    case money
    case pay
    /// A part of a whole, printed as per cent.
    case share
    case ratio

    /// `persons`, `share`, `ratio`, or money as the country writes it: `EUR`, `EUR/month`.
    init?(_ text: String, in country: CountryUnits) {
      switch text {
      case "persons": self = .persons
      case "share": self = .share
      case "ratio": self = .ratio
      default:
        let (unit, currency) = IndicatorUnit.read(text)
        guard let currency, currency == country.currency ?? currency else { return nil }
        self = unit.time == .month ? .pay : .money
      }
    }
  }

  package var id = ""
  package var fact = ""
  package var formulaText = ""
  /// As the document has it.
  package var documented = ""
  /// What agrees, both ends included; nil where there is no such end.
  package var low: Double?
  package var high: Double?
  package var unitText = "persons"
  package var source = ""
  package var use = Use.leftAlone

  package static let blank = DocumentedFact()

  package static let columns: [Key<DocumentedFact>] = [
    .text("id", \.id, "Number of the fact in the list of evidence."),
    .text("fact", \.fact, "The fact in a few words."),
    .text(
      "formula", \.formulaText,
      "Result that the fact is compared with, such as irregular_employed 2020-06 or arrivals sum 2021 / arrivals sum 2020 - 1."
    ),
    .text("documented", \.documented, "Value as the document gives it."),
    .optionalNumber(
      "low", \.low, .factor, -1e15...1e15, "Lowest value that agrees with the document, or none."),
    .optionalNumber(
      "high", \.high, .factor, -1e15...1e15, "Highest value that agrees with the document, or none."
    ),
    .text(
      "unit", \.unitText,
      "Unit of the value: persons, share, ratio, or money as in EUR and EUR/month."),
    .text("source", \.source, "Key of the document."),
    .choice(
      "use", \.use, optional: false,
      "Whether a parameter was fitted to the fact (set) or none was (left alone)."),
  ]

  /// ``ScenarioLoader`` makes sure that the text is one.
  package var unit: Unit { Unit(unitText, in: .any) ?? .ratio }

  /// What of the results it is compared with; ``ScenarioLoader`` makes sure that there is one.
  package var formula: EvidenceFormula? { EvidenceFormula(formulaText) }

  package init() {}
}

/// A table of facts, each with its formula: `evidence`, or `fit`.
struct EvidenceReader {
  var sources: [String: CountryReader.Source]
  var units: CountryUnits

  func read(_ table: String, into findings: inout Findings) -> [DocumentedFact] {
    guard let source = sources[table], let format = TableFormat.named(table) else { return [] }
    let placed = TableReader<DocumentedFact>(format: format, place: source.place, units: units)
      .read(source.table, into: &findings)
    for item in placed ?? [] {
      let fact = item.row
      if fact.formula == nil {
        findings.error(
          item.cellPlaces["formula"] ?? item.place, EvidenceFault.formula(fact.formulaText))
      }
      if DocumentedFact.Unit(fact.unitText, in: units) == nil {
        findings.error(
          item.cellPlaces["unit"] ?? item.place,
          EvidenceFault.unit(fact.unitText, money: units.money))
      }
      if (fact.low ?? -.infinity) > (fact.high ?? .infinity) {
        findings.error(item.cellPlaces["low"] ?? item.place, EvidenceFault.reversed(fact.id))
      } else if fact.low == nil, fact.high == nil {
        findings.error(item.cellPlaces["low"] ?? item.place, EvidenceFault.open(fact.id))
      }
    }
    return placed?.map(\.row) ?? []
  }
}

/// A row of evidence that nothing could be compared with.
enum EvidenceFault: Error, Equatable, Sentence {
  case formula(String)
  case unit(String, money: String)
  case reversed(String)
  case open(String)

  var sentence: String {
    switch self {
    case .formula(let text):
      "'\(text)' is no formula. Write a column of the results and a time, as in 'arrivals sum 2020' "
        + "or 'irregular_employed 2020-06 / permits_in_force 2020-06'."
    case .unit(let text, let money):
      "'unit' is '\(text)', but it is one of persons, share, ratio, \(money), \(money)/month."
    case .reversed(let id): "the low of '\(id)' lies above its high. Swap them."
    case .open(let id): "'\(id)' has neither low nor high, so nothing could disagree. Write one."
    }
  }
}
