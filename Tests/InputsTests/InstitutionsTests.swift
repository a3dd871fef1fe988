import Inputs
import Kernel
import Testing

/// The offices' year, wherever it begins.
@Suite struct InstitutionsTests {
  private func offices(start: Int, open: Int) -> Institutions {
    var offices = CountryProfile().institutions
    offices.permitYearStart = start
    offices.applicationsOpen = open
    return offices
  }

  @Test(arguments: [
    // A year from January: its last day, its first, and its middle.
    (1, 2020, 12, 31, 2020, 2021, false), (1, 2021, 1, 1, 2021, 2022, true),
    (1, 2021, 6, 15, 2021, 2022, false),
    // A year from July: June belongs to the one that began in the year before.
    (7, 2021, 6, 30, 2020, 2021, false), (7, 2021, 7, 1, 2021, 2022, true),
    (7, 2021, 12, 31, 2021, 2022, false), (7, 2022, 1, 1, 2021, 2022, false),
  ])
  func `a year of permits begins on the first of its month and ends a year later`(
    start: Int, year: Int, month: Int, day: Int, number: Int, next: Int, begins: Bool
  ) {
    let offices = offices(start: start, open: 1)
    let date = Day(year: year, month: month, day: day)
    #expect(offices.permitYear(of: date) == number)
    #expect(offices.nextPermitYear(after: date) == Day(year: next, month: start, day: 1))
    #expect(offices.beginsPermitYear(on: date) == begins)
  }

  @Test(arguments: [
    (1, 10, [10, 11, 12]), (1, 1, Array(1...12)), (7, 5, [5, 6]), (7, 12, [1, 2, 3, 4, 5, 6, 12]),
    (12, 11, [11]),
  ])
  func `applications for the next year are open until the year's end`(
    start: Int, open: Int, months: [Int]
  ) {
    let offices = offices(start: start, open: open)
    let found = (1...12).filter {
      offices.isOpenForNextYear(on: Day(year: 2021, month: $0, day: 9))
    }
    #expect(found == months)
  }
}
