import Kernel

/// What every rule may know of the day: its number, what is left of the month, the luck and the rules.
///
/// A class because every rule gets it and none may copy its rules, a good thousand bytes; what takes a calendar to find
/// out is found out once a day.
public final class Today: Sendable {
  /// Days since the world's first day.
  public let number: Int
  public let date: Day
  /// Days of this month still to be paid, today included.
  public let daysLeft: Int64
  public let isBurnIn: Bool
  public let luck: Luck
  @usableFromInline package let rules: Rules
  /// The calendar year in which the day's year of permits began.
  package let permitYear: Int
  /// The first day of the next year of permits, on which this year's are no longer valid.
  package let newYear: DayNumber
  /// Whether employers ask for places of the next year of permits.
  package let isOpenForNextYear: Bool
  /// What a person earns at home, by origin from 1 on at index 0, a month of the day.
  public let homeIncomes: [Double]
  /// What work is worth by step of ability, to the mean of the skill.
  public let abilities: Column<Double>
  /// What a detection costs an employer a worker, as they expect, money of the day: by market where laws name places, else
  /// nothing here.
  public let threats: Column<Double>

  /// - Parameter places: how many regions and sectors the country has; without them laws hold everywhere.
  package init(
    number: Int, date: Day, daysLeft: Int64, isBurnIn: Bool, luck: Luck, rules: Rules,
    homeIncomes: [Double], places: (regions: Int, sectors: Int) = (0, 0)
  ) {
    self.homeIncomes = homeIncomes
    self.number = number
    self.date = date
    self.daysLeft = daysLeft
    self.isBurnIn = isBurnIn
    self.luck = luck
    self.rules = rules
    let calendar = rules.institutions
    permitYear = calendar.permitYear(of: date)
    newYear = DayNumber(number + (calendar.nextPermitYear(after: date) - date))
    isOpenForNextYear = calendar.isOpenForNextYear(on: date)
    abilities = Column(repeating: 1, count: rules.abilities.count)
    for step in rules.abilities.indices { abilities[step] = rules.abilities[step] }
    let isUniform = rules.law.threatIsUniform
    threats = Column(repeating: 0, count: isUniform ? 0 : places.regions * places.sectors)
    for market in 0..<threats.count {
      let law = rules.law.local(region: market / places.sectors, sector: market % places.sectors)
      threats[market] = law.expectedFine + law.sanctions.suspensionLoss * rules.payIndex
    }
  }

  /// What an irregular worker costs in sanctions that an employer of a market expects, a month of the day.
  ///
  /// - Parameter risk: chance a month that the worker is found, as the employer believes.
  @inlinable @inline(__always)
  package func expectedSanction(atRisk risk: Float, in market: MarketNumber) -> Double {
    threats.count == 0
      ? rules.expectedSanction(atRisk: risk) : Double(risk) * threats[Int(market.rawValue)]
  }

  /// How much a person's work is worth, to the mean of their skill.
  @inlinable @inline(__always)
  public func ability(of person: Person) -> Double { abilities[Int(person.ability)] }
}

/// Days to come, as records keep them.
extension Today {
  package func day(afterMonths months: Int) -> DayNumber {
    DayNumber(number + (date.adding(months: months) - date))
  }
}
