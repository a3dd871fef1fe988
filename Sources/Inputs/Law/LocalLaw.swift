/// What the law says of checks and fines in one market: each lever as the latest measure has it that names the market.
package struct LocalLaw: Sendable {
  package let policing: Policing
  package let sanctions: Sanctions
  /// Nothing where none takes place here.
  package let operation: Operation?
  /// What a unit of legal sums is worth.
  let indexUnit: Double
}

/// How often irregular work is looked for, an operation counted in: inspections and street checks a year, real ones, in all
/// places of the measure; and the chance that one who was identified is expelled.
extension LocalLaw {
  package var inspections: Double { policing.inspections * (operation?.capacity ?? 1) }
  package var streetChecks: Double { policing.streetChecks * (operation?.capacity ?? 1) }
  package var expulsion: Double { operation?.expulsion ?? policing.expulsion }
}

/// Fines, money of the day.
extension LocalLaw {
  package var workerFine: Double { sanctions.workerFine * indexUnit }
  package var employerFine: Double { sanctions.employerFine * indexUnit }
  package var repeatFine: Double { sanctions.repeatFine * indexUnit }

  /// What a detection costs an employer a worker, as they expect: fine or bribe.
  package var expectedFine: Double {
    // Half of those found are found again: the mean of the first and the repeated fine.
    let fine = (employerFine + repeatFine) / 2
    return (1 - policing.bribe) * fine + policing.bribe * policing.bribeShare * fine
  }
}

extension LawInForce {
  /// The law of one market, by the places of its region and sector.
  package func local(region: Int, sector: Int) -> LocalLaw {
    LocalLaw(
      policing: localPolicing.first { $0.places.contain(region: region, sector: sector) }
        ?? policing,
      sanctions: localSanctions.first { $0.places.contain(region: region, sector: sector) }
        ?? sanctions,
      operation: operation.flatMap {
        $0.places.contain(region: region, sector: sector) ? $0 : nil
      }, indexUnit: payroll.indexUnit)
  }

  /// The law of a region as far as it holds in all of so many sectors.
  package func local(region: Int, sectors: Int) -> LocalLaw {
    func holds(_ places: LawPlaces) -> Bool {
      (0..<sectors).allSatisfy { places.contain(region: region, sector: $0) }
    }
    return LocalLaw(
      policing: localPolicing.first { holds($0.places) } ?? policing,
      sanctions: localSanctions.first { holds($0.places) } ?? sanctions,
      operation: operation.flatMap { holds($0.places) ? $0 : nil },
      indexUnit: payroll.indexUnit)
  }

  /// The law where no measure names places.
  package var ofAllPlaces: LocalLaw {
    LocalLaw(
      policing: policing, sanctions: sanctions, operation: operation,
      indexUnit: payroll.indexUnit)
  }

  /// Whether a detection costs the same everywhere.
  package var threatIsUniform: Bool { localPolicing.isEmpty && localSanctions.isEmpty }
}
