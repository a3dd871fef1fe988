import Kernel

/// The calendar of a country's offices, and the stays that its law grants where no measure says more.
@frozen public struct Institutions: BitwiseCopyable, Sendable, Equatable {
  /// Month, 1…12, on whose first day a year of permits begins.
  public var permitYearStart = 0
  /// Month from which on, until that year's end, employers ask for places of the next.
  public var applicationsOpen = 0
  /// Days that a visa is good for.
  public var visaDays = 0
  /// Days in which one whose authorisation has ended may still be in the country.
  public var departureDays = 0

  init() {}

  static let keys: [Key<Institutions>] = [
    .count(
      "permit_year_starts", \.permitYearStart, .count, 1...12,
      "Month on whose first day a year of permits and quotas begins, 1 for January."),
    .count(
      "applications_open", \.applicationsOpen, .count, 1...12,
      "Month from which employers apply for permits of the next permit year, 10 for October."),
    .count("visa_stay", \.visaDays, .duration, 1...3650, "How long a visa lets its holder stay."),
    .count(
      "departure_time", \.departureDays, .duration, 0...3650,
      "How long a migrant may stay after a permit, card or patent has ended."),
  ]
}

extension Institutions {
  /// Whether a year of permits begins on a day.
  package func beginsPermitYear(on day: Day) -> Bool {
    day.civil.month == permitYearStart && day.civil.day == 1
  }

  /// The first day of the next year of permits, on which those of this year are no longer valid.
  package func nextPermitYear(after day: Day) -> Day {
    Day(year: permitYear(of: day) + 1, month: permitYearStart, day: 1)
  }

  /// The calendar year in which a day's year of permits began.
  package func permitYear(of day: Day) -> Int {
    day.civil.month < permitYearStart ? day.civil.year - 1 : day.civil.year
  }

  /// Whether employers ask for places of the next year of permits.
  package func isOpenForNextYear(on day: Day) -> Bool {
    monthOfPermitYear(day.civil.month) >= monthOfPermitYear(applicationsOpen)
  }

  /// 0 for the first month of a year of permits.
  private func monthOfPermitYear(_ month: Int) -> Int { (month - permitYearStart + 12) % 12 }
}
