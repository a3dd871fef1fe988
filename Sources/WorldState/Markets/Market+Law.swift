import Inputs

extension Market {
  /// The law on checks and fines that holds here.
  package func law(_ today: Today) -> LocalLaw {
    today.rules.law.local(region: traits.region, sector: traits.sector)
  }
}
