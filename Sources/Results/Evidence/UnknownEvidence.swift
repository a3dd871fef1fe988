import Inputs
import Measurement
import ScenarioFile

/// A formula that names what no results hold: a column, or a place, sector, origin or kind of permission.
package enum UnknownEvidence: Error, Equatable, CustomStringConvertible {
  case column(id: String, name: String, columns: [String])
  case member(id: String, column: String, name: String, among: [String])

  package var description: String {
    switch self {
    case .column(let id, let name, let columns):
      let part = columns.isEmpty ? "" : " by \(columns.joined(separator: ", "))"
      return
        "error: the formula of evidence '\(id)' names '\(name)'\(part), which no results hold. "
        + "Write a name of the codebook."
    case .member(let id, let column, let name, let names):
      return "error: the formula of evidence '\(id)' names '\(name)', which is no \(column)."
        + Nearest.hint(for: name, among: names)
    }
  }

  /// Every such formula among facts of a country.
  package static func among(_ facts: [DocumentedFact], _ country: Country) -> [UnknownEvidence] {
    facts.flatMap { fact in
      (fact.formula?.terms ?? []).flatMap { unknown($0, of: fact.id, country) }
    }
  }

  private static func unknown(
    _ term: EvidenceFormula.Term, of id: String, _ country: Country
  ) -> [UnknownEvidence] {
    guard EvidenceSource(term) != nil else {
      return [.column(id: id, name: term.name, columns: term.filters.map(\.column))]
    }
    return term.filters.flatMap { filter -> [UnknownEvidence] in
      let known = members(filter.column, country)
      let unknown = filter.members.filter { !known.contains($0) }
      return unknown.map {
        UnknownEvidence.member(id: id, column: filter.column, name: $0, among: known)
      }
    }
  }

  /// The names that a column of the tables of cells and money can hold.
  private static func members(_ column: String, _ country: Country) -> [String] {
    switch column {
    case "region": country.regions.map(\.name)
    case "sector": country.sectors.map(\.name)
    case "origin": [country.name] + country.origins.map(\.name)
    case "payer": Money.payers
    default: Cells.authorisations
    }
  }
}
