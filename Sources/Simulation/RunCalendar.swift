import Inputs
import Kernel
import WorldState

/// Which rules hold on which day.
///
/// Rules are made anew on the first of a month and when a measure begins or ends. In the burn-in the drivers of the run's first
/// day hold, and what ``Inputs/holds(_:on:)`` says of its law.
struct RunCalendar {
  private let inputs: Inputs
  private let luck: Luck
  private let firstDay: Day
  private let measureDays: [Day]
  private var rules: Rules
  private var homeIncomes: [Double]
  private(set) var rulesChanged = true

  init(_ inputs: Inputs, luck: Luck) {
    self.inputs = inputs
    self.luck = luck
    firstDay = inputs.firstWorldDay
    measureDays = inputs.measureDays
    rules = Rules(inputs, on: firstDay)
    homeIncomes = inputs.homeIncomes(on: firstDay)
  }

  /// Goes on after some days that somebody else has lived: the rules in force are then those made last.
  mutating func resume(at number: Int) -> Rules {
    guard number > 0 else { return rules }
    let yesterday = firstDay + (number - 1)
    // In the burn-in no month makes rules anew.
    let first = yesterday < inputs.run.from ? 0 : max(0, yesterday.firstOfMonth - firstDay)
    for day in first..<number { _ = self.day(day) }
    return rules
  }

  mutating func day(_ number: Int) -> Today {
    let date = firstDay + number
    let civil = date.civil
    let isBurnIn = date < inputs.run.from
    rulesChanged = !isBurnIn && civil.day == 1 || measureDays.contains(date)
    if rulesChanged {
      rules = Rules(inputs, on: date)
      homeIncomes = inputs.homeIncomes(on: date)
    }
    return Today(
      number: number, date: date,
      daysLeft: Int64(Day.length(ofMonth: civil.month, year: civil.year) - civil.day + 1),
      isBurnIn: isBurnIn, luck: luck, rules: rules,
      homeIncomes: homeIncomes,
      places: (inputs.country.regions.count, inputs.country.sectors.count))
  }
}
