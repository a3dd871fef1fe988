import Kernel
import Testing

@Suite struct DayTests {
  @Test(arguments: [
    ("1970-01-01", 0), ("1969-12-31", -1), ("2000-02-29", 11016), ("2006-08-01", 13361),
    ("1900-01-01", -25567), ("2199-12-31", 84005), ("0000-01-01", -719_528),
    ("9999-12-31", 2_932_896),
  ]) func aDateIsItsDistanceFrom1970(text: String, number: Int) {
    #expect(Day(text: text)?.number == Int32(number))
    #expect(Day(number: Int32(number)).description == text)
  }

  @Test func everyDayOfTwelveCenturiesReadsBackAndFollowsTheOneBefore() {
    var before = Day(year: 1599, month: 12, day: 31)
    for number in before.number + 1...Day(year: 2800, month: 12, day: 31).number {
      let day = Day(number: number)
      let date = day.civil
      let isNext =
        date.day == before.civil.day + 1
        || (date.day == 1 && before.isLastOfMonth && date.month == before.civil.month % 12 + 1)
      if Day(year: date.year, month: date.month, day: date.day) != day || !isNext {
        Issue.record("\(day)")
      }
      before = day
    }
  }

  @Test(arguments: [
    "2005-02-29", "1900-02-29", "2006-04-31", "2006-13-01", "2006-00-10", "2006-01-00", "2006-1-1",
    "06-01-01", "2006-01-01 ", "2006/01/01", "", "2006-01", "２００６-01-01", "-006-01-01",
    "2006-+1-01",
  ]) func whatIsNoDateIsRefused(text: String) { #expect(Day(text: text) == nil) }

  @Test(arguments: [
    ("2006-01-31", 1, "2006-02-28"), ("2004-01-31", 1, "2004-02-29"),
    ("2006-12-15", 1, "2007-01-15"), ("2006-01-15", -1, "2005-12-15"),
    ("2006-03-31", -13, "2005-02-28"), ("2006-05-05", 0, "2006-05-05"),
    ("2005-01-01", -24, "2003-01-01"), ("2006-05-05", 240, "2026-05-05"),
  ]) func monthsLaterIsTheSameDayOrTheMonthsLast(text: String, months: Int, later: String) {
    #expect(Day(text: text)?.adding(months: months).description == later)
  }

  @Test func theLastOfAMonthIsBeforeTheFirstOfTheNext() {
    for month in 1...12 {
      for year in [2000, 2004, 2005, 2100] {
        let last = Day(year: year, month: month, day: Day.length(ofMonth: month, year: year))
        #expect(last.isLastOfMonth && !(last - 1).isLastOfMonth)
        #expect((last + 1).firstOfMonth == last + 1)
        #expect(last.firstOfMonth.civil.day == 1 && last.firstOfMonth.civil.month == month)
      }
    }
  }

  @Test func daysAreOrderedAndSubtractAsNumbers() {
    let a = Day(year: 2005, month: 1, day: 1)
    let b = Day(year: 2006, month: 1, day: 1)
    #expect(a < b && b - a == 365 && a + 365 == b && b - 365 == a)
    #expect(b.monthText == "2006-01")
  }
}
