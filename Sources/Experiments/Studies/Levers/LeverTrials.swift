import Inputs
import Kernel
import Measurement

/// Every lever of the model's table at its extremes.
extension LeverTrial {
  package static let all: [LeverTrial] =
    amnesty + permits + mobility + policing + sanctions + corruption + patents + taxes + entry
    + protection + drivers

  /// What a row of the table expects of more of the lever.
  private struct Row: Sendable {
    var lever: String
    var signs: [ExpectedSign]
    var irregular = NationalIndicator.irregularShare

    init(
      _ lever: String, _ irregular: ExpectedSign, _ revenue: ExpectedSign, _ wage: ExpectedSign,
      _ natives: ExpectedSign
    ) {
      self.lever = lever
      signs = [irregular, revenue, wage, natives]
    }

    func more(
      _ extreme: String, _ change: @escaping @Sendable (inout Inputs) -> Void
    ) -> LeverTrial {
      LeverTrial(
        lever: lever, extreme: extreme, expected: signs, irregular: irregular, change: change)
    }

    func less(
      _ extreme: String, _ change: @escaping @Sendable (inout Inputs) -> Void
    ) -> LeverTrial {
      LeverTrial(
        lever: lever, extreme: extreme, expected: signs.map(\.turned), irregular: irregular,
        change: change)
    }
  }

  /// Changes the law of a kind from the reforms' day on, for good.
  private static func law<L: LeverType>(
    _ kind: L.Type, _ change: @escaping @Sendable (inout L) -> Void
  ) -> @Sendable (inout Inputs) -> Void {
    { inputs in
      let from = from(inputs)
      var law = inputs.inForce(L.kindName, on: from).flatMap(L.init(lever:)) ?? L()
      change(&law)
      inputs.measures.removeAll { $0.lever.kindName == L.kindName && $0.from >= from }
      inputs.measures.append(
        Measure(name: "reform-\(L.kindName)", from: from, lever: law.lever))
    }
  }

  /// Changes the amnesty, where there is one.
  private static func reformed(
    _ change: @escaping @Sendable (inout Amnesty) -> Void
  ) -> @Sendable (inout Inputs) -> Void {
    reformed { law, _ in change(&law) }
  }

  /// The same, in view of its dates.
  private static func reformed(
    _ change: @escaping @Sendable (inout Amnesty, Measure) -> Void
  ) -> @Sendable (inout Inputs) -> Void {
    { inputs in
      for index in inputs.measures.indices {
        guard case .amnesty(var law) = inputs.measures[index].lever else { continue }
        change(&law, inputs.measures[index])
        inputs.measures[index].lever = .amnesty(law)
      }
    }
  }

  private static let amnesty: [LeverTrial] = {
    let row = Row("amnesty", .down, .up, .noneOrUp, .none)
    let news = Row("information on the law", .down, .up, .none, .none)
    return [
      row.less("none") { inputs in
        inputs.measures.removeAll { $0.lever.kindName == Amnesty.kindName }
      },
      row.more(
        "any post, entry until its end, either side files, desks without limit",
        reformed { law, measure in
          law.contract = .any
          law.applicant = .either
          law.entryCutoff = (measure.until ?? measure.from) + 1
          law.capacity = 1e9
        }),
      row.less("desks a tenth as large", reformed { $0.capacity /= 10 }),
      row.less("cards for a month", reformed { $0.cardMonths = 1 }),
      news.more(
        "published on the first day, all told",
        reformed { law, measure in
          law.published = measure.from
          law.informedAtStart = 1
        }),
      news.less(
        "never published, nobody told",
        reformed { law in
          law.published = nil
          law.informedAtStart = 0
        }),
    ]
  }()

  private static let permits: [LeverTrial] = {
    let complexity = Row("permit complexity, cost, test", .up, .down, .down, .unknown)
    let quota = Row("quota", .down, .up, .none, .none)
    let open = law(Quota.self) { law in
      law.share = 1
      law.persons = nil
    }
    let notification = law(PermitProcedure.self) { $0.complexity = 0 }
    return [
      complexity.less("one notification", notification),
      complexity.less(
        "one notification, no quota",
        {
          notification(&$0)
          open(&$0)
        }),
      complexity.more("ten times as complex", law(PermitProcedure.self) { $0.complexity = 10 }),
      complexity.more("a fee of 10^12", law(PermitProcedure.self) { $0.fee = 1e12 }),
      complexity.less("no labour-market test", law(ShortageList.self) { $0.sectors = [] }),
      quota.more("none", open),
      quota.less(
        "no permits",
        law(Quota.self) { law in
          law.share = nil
          law.persons = 0
        }),
    ]
  }()

  private static let mobility: [LeverTrial] = {
    let row = Row("mobility", .unknown, .up, .up, .unknown)
    return [
      row.more("bound workers as free as natives", law(Mobility.self) { $0.bound = 1 }),
      row.less("bound workers may never change", law(Mobility.self) { $0.bound = 0 }),
      row.more("all cards portable", reformed { $0.portability = 1 }),
      row.more("free after a month of lawful work", law(Mobility.self) { $0.freeAfterMonths = 1 }),
    ]
  }()

  private static let policing: [LeverTrial] = {
    let checks = Row("inspections, street checks, operation", .down, .up, .down, .unknown)
    var expulsion = Row("expulsion share, ban", .down, .down, .down, .down)
    expulsion.irregular = .irregularEmployed
    return [
      checks.more("30 times the inspections", law(Policing.self) { $0.inspections *= 30 }),
      checks.less("no inspections", law(Policing.self) { $0.inspections = 0 }),
      checks.more("30 times the street checks", law(Policing.self) { $0.streetChecks *= 30 }),
      checks.less("no street checks", law(Policing.self) { $0.streetChecks = 0 }),
      checks.more("an operation of 30 times the capacity for good") { inputs in
        inputs.measures.removeAll { $0.lever.kindName == Operation.kindName }
        var law = Operation()
        let from = from(inputs)
        law.announced = from
        law.capacity = 30
        inputs.measures.append(Measure(name: "reform-operation", from: from, lever: law.lever))
      },
      expulsion.more("all identified are expelled", expelling(1)),
      expulsion.less("nobody is expelled", expelling(0)),
    ]
  }()

  /// Sets the chance of expulsion, in operations too.
  private static func expelling(_ share: Double) -> @Sendable (inout Inputs) -> Void {
    { inputs in
      law(Policing.self) { $0.expulsion = share }(&inputs)
      for index in inputs.measures.indices {
        guard case .operation(var law) = inputs.measures[index].lever else { continue }
        law.expulsion = share
        inputs.measures[index].lever = .operation(law)
      }
    }
  }

  private static let sanctions: [LeverTrial] = {
    let row = Row("worker fine, employer fine, suspension", .down, .up, .down, .unknown)
    return [
      row.more("worker's fine times 1,000", law(Sanctions.self) { $0.workerFine *= 1000 }),
      row.more(
        "employer's fines times 1,000",
        law(Sanctions.self) { law in
          law.employerFine *= 1000
          law.repeatFine *= 1000
        }),
      row.less(
        "no fines",
        law(Sanctions.self) { law in
          law.workerFine = 0
          law.employerFine = 0
          law.repeatFine = 0
          law.suspensionLoss = 0
        }),
      row.more(
        "ten years of suspension at the second fine",
        law(Sanctions.self) { $0.suspensionDays = 3650 }),
    ]
  }()

  private static let corruption: [LeverTrial] = {
    let row = Row("corruption", .up, .down, .unknown, .none)
    return [
      row.more("every officer takes bribes", law(Policing.self) { $0.bribe = 1 }),
      row.less("no officer takes bribes", law(Policing.self) { $0.bribe = 0 }),
      row.more("an extortion of 100,000 a file") { inputs in
        reformed { $0.extortion = 100_000 }(&inputs)
        law(PermitProcedure.self) { $0.rent = 100_000 }(&inputs)
      },
    ]
  }()

  private static let patents: [LeverTrial] = {
    let row = Row("patents", .down, .up, .up, .none)
    return [
      row.more("as of 2014, for households", law(Patents.self) { $0.price = 2 }),
      row.more(
        "for every employer, without limit",
        law(Patents.self) { law in
          law.price = 2
          law.employers = .householdsAndFirms
          law.maxPerEmployer = 60_000
          law.totalMonths = 1200
        }),
    ]
  }()

  private static let taxes: [LeverTrial] = {
    let row = Row("tax rates, contribution parity", .up, .unknown, .down, .unknown)
    return [
      row.more(
        "income tax 50 % of all pay",
        law(IncomeTax.self) { law in
          law.scale = nil
          law.rate = 0.5
          law.allowance = .none
        }),
      row.less(
        "no income tax",
        law(IncomeTax.self) { law in
          law.scale = nil
          law.rate = 0
        }),
      row.more(
        "social tax 50 %",
        law(SocialTax.self) { law in
          law.scale = nil
          law.rate = 0.5
        }),
      row.less(
        "no social tax",
        law(SocialTax.self) { law in
          law.scale = nil
          law.rate = 0
        }),
      row.more("all contributions for migrants", law(ContributionParity.self) { $0.part = 1 }),
    ]
  }()

  private static let entry: [LeverTrial] = {
    let row = Row("stay limit, visa-free list, free movement", .down, .up, .up, .none)
    return [
      row.more("free movement for all", law(FreeMovement.self) { $0.origins = [] }),
      row.more(
        "visa-free stays of ten years for all",
        law(VisaFree.self) { law in
          law.origins = []
          law.stay = 3650
        }),
      row.less("visas for all") { inputs in
        let from = from(inputs)
        for index in inputs.measures.indices
        where inputs.measures[index].lever.kindName == VisaFree.kindName {
          inputs.measures[index].until = from - 1
        }
      },
    ]
  }()

  private static let protection: [LeverTrial] = {
    let row = Row("wage recovery, protection of irregulars", .down, .up, .up, .up)
    return [
      row.more(
        "all unpaid wages recovered",
        law(WageRecovery.self) { law in
          law.irregular = 1
          law.lawful = 1
        }),
      row.less(
        "none recovered",
        law(WageRecovery.self) { law in
          law.irregular = 0
          law.lawful = 0
        }),
      row.more("irregulars as mobile as natives", law(Mobility.self) { $0.irregular = 1 }),
      row.less("irregulars may never change", law(Mobility.self) { $0.irregular = 0 }),
    ]
  }()

  private static let drivers: [LeverTrial] = {
    let row = Row("origin and demand shocks", .up, .unknown, .down, .unknown)
    return [
      row.more("home incomes halved", law(OriginShock.self) { $0.size = 0.5 }),
      row.less("home incomes doubled", law(OriginShock.self) { $0.size = 2 }),
    ]
  }()
}
