import Kernel

/// The law and the drivers that hold on a day: each lever as the measures in force have it.
///
/// The day reads this value itself. What follows from a lever beside its keys is said in the lever's own file.
@usableFromInline package struct LawInForce: Sendable, Equatable {
  /// Taxes, contributions and legal amounts together.
  @usableFromInline package var payroll: PayrollLaw
  @usableFromInline package var mobility: Mobility
  package var wageRecovery: WageRecovery
  @usableFromInline package var housingDuty: HousingDuty
  /// The latest for all places; and those for some that began later, the latest first.
  package var policing: Policing
  package var localPolicing: [Policing]
  @usableFromInline package var sanctions: Sanctions
  package var localSanctions: [Sanctions]
  package var profitTax: ProfitTax
  /// Nothing where there is no way to a permit, where no patents are sold, no amnesty is open, no operation runs.
  package var permits: PermitProcedure?
  @usableFromInline package var patents: Patents?
  package var amnesty: AmnestyInForce?
  package var operation: Operation?
  package var information: Information
  /// The operation that is announced on this day.
  package var announcedOperation: Operation?
  package var shortageLists: [ShortageList]
  package var visaFree: [VisaFree]
  package var freeMovement: [FreeMovement]
  package var demandShocks: [DemandShock]

  package init(_ inputs: Inputs, on day: Day) {
    let held = inputs.measures(on: day)
    payroll = PayrollLaw(inputs, held, on: day)
    mobility = held.latest() ?? Mobility()
    wageRecovery = held.latest() ?? WageRecovery()
    housingDuty = held.latest() ?? HousingDuty()
    (policing, localPolicing) = held.byPlace(Policing(), \.places)
    (sanctions, localSanctions) = held.byPlace(Sanctions(), \.places)
    profitTax = held.latest() ?? ProfitTax()
    permits = held.latest()
    patents = held.latest()
    operation = held.latest()
    information = held.latest() ?? Information()
    amnesty = held.first { $0.lever is Amnesty }.flatMap { measure in
      (measure.lever as? Amnesty).map {
        AmnestyInForce(
          $0, from: measure.from, until: measure.until,
          worldBegan: inputs.firstWorldDay)
      }
    }
    announcedOperation = inputs.measures.lazy
      .compactMap { inputs.amended($0, on: $0.from).lever as? Operation }
      .first { $0.announced == day }
    shortageLists = held.all()
    visaFree = held.all()
    freeMovement = held.all()
    demandShocks = held.all()
  }
}

extension Inputs {
  /// The measures that hold on a day, in the order of their names, as they are amended then.
  package func measures(on day: Day) -> [Measure] {
    let held = measures.filter { holds($0, on: day) }
    return amendments.isEmpty ? held : held.map { amended($0, on: day) }
  }

  /// The lever of a type that holds on a day: of several, the one that began last.
  package func law<L: Lever>(_ type: L.Type, on day: Day) -> L? { measures(on: day).latest() }

  /// Days on which the law may change: some measure or amendment begins, or is first no longer in force, or is news.
  package var measureDays: [Day] {
    let ofMeasures = measures.flatMap { measure in
      [measure.from] + (measure.until.map { [$0 + 1] } ?? [])
        + amended(measure, on: measure.from).lever.eventDays
    }
    let ofAmendments = amendments.flatMap { [$0.from] + ($0.until.map { [$0 + 1] } ?? []) }
    return (ofMeasures + ofAmendments).sorted()
  }
}

extension [Measure] {
  /// The lever of a type: of several, that of the measure that began last.
  func latest<L: Lever>() -> L? {
    filter { $0.lever is L }.max { $0.from < $1.from }?.lever as? L
  }

  /// The levers of a type: the latest that names all places, and those for some that began later, the latest first.
  func byPlace<L: Lever>(_ none: L, _ places: KeyPath<L, LawPlaces>) -> (L, [L]) {
    let latestFirst = enumerated().filter { $0.element.lever is L }.sorted {
      ($1.element.from, $0.offset) < ($0.element.from, $1.offset)
    }
    var local: [L] = []
    for measure in latestFirst {
      guard let lever = measure.element.lever as? L else { continue }
      if lever[keyPath: places].areAll { return (lever, local) }
      local.append(lever)
    }
    return (none, local)
  }

  /// The levers of a type, in the order of the measures.
  func all<L: Lever>() -> [L] { compactMap { $0.lever as? L } }
}
