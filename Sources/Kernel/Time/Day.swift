/// A calendar day, counted from 1970-01-01 in the proleptic Gregorian calendar.
///
/// Civil conversions follow the era arithmetic of Howard Hinnant's `chrono` notes: whole numbers only,
/// so that no clock, locale or time zone can enter the simulated world.
public struct Day: Hashable, Comparable, Sendable {
  /// Days since 1970-01-01; negative before it.
  public var number: Int32

  @inlinable public init(number: Int32) { self.number = number }

  /// The day of a civil date. The date must exist (see ``init(text:)`` for unchecked text).
  @inlinable public init(year: Int, month: Int, day: Int) {
    let shifted = month <= 2 ? year - 1 : year
    let era = (shifted >= 0 ? shifted : shifted - 399) / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    self.init(number: Int32(era * 146_097 + dayOfEra - 719_468))
  }

  /// Reads `2020-08-01`; nil for any other form and for dates that do not exist.
  public init?(text: String) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0].utf8.count == 4, parts[1].utf8.count == 2,
      parts[2].utf8.count == 2,
      parts.allSatisfy({ $0.utf8.allSatisfy { (48...57).contains($0) } }),
      let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2]),
      (1...12).contains(month), day >= 1, day <= Day.length(ofMonth: month, year: year)
    else { return nil }
    self.init(year: year, month: month, day: day)
  }

  @inlinable public static func < (a: Day, b: Day) -> Bool { a.number < b.number }
  @inlinable public static func + (day: Day, days: Int) -> Day {
    Day(number: day.number + Int32(days))
  }
  @inlinable public static func - (day: Day, days: Int) -> Day {
    Day(number: day.number - Int32(days))
  }
  /// Whole days from `b` to `a`.
  @inlinable public static func - (a: Day, b: Day) -> Int { Int(a.number - b.number) }
}

/// A day's year, month (1…12) and day of the month (1…31).
public struct CivilDate: Hashable, Sendable {
  public var year: Int
  public var month: Int
  public var day: Int
}

extension Day {
  public var civil: CivilDate {
    let shifted = Int(number) + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let marchMonth = (5 * dayOfYear + 2) / 153
    let month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
    return CivilDate(
      year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month: month,
      day: dayOfYear - (153 * marchMonth + 2) / 5 + 1)
  }

  public static func isLeap(_ year: Int) -> Bool {
    (year % 4 == 0 && year % 100 != 0) || year % 400 == 0
  }

  public static func length(ofMonth month: Int, year: Int) -> Int {
    switch month {
    case 2: isLeap(year) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// The first day of this day's month.
  public var firstOfMonth: Day { self - (civil.day - 1) }

  /// Whether tomorrow belongs to another month.
  public var isLastOfMonth: Bool {
    let date = civil
    return date.day == Day.length(ofMonth: date.month, year: date.year)
  }

  /// The same day of the month `months` later, or that month's last day where it has no such day.
  public func adding(months: Int) -> Day {
    let date = civil
    let total = date.year * 12 + (date.month - 1) + months
    let year = total >= 0 ? total / 12 : (total - 11) / 12
    let month = total - year * 12 + 1
    return Day(
      year: year, month: month, day: min(date.day, Day.length(ofMonth: month, year: year)))
  }
}

extension Day: CustomStringConvertible {
  /// ISO 8601: `2020-08-01`.
  public var description: String {
    let date = civil
    func padded(_ number: Int, _ width: Int) -> String {
      let digits = String(number)
      return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
    return "\(padded(date.year, 4))-\(padded(date.month, 2))-\(padded(date.day, 2))"
  }

  /// The month alone: `2020-08`.
  public var monthText: String { String(description.prefix(7)) }
}
