import Inputs
import Kernel
import Simulation
import WorldState

/// Tells a trace in plain words: who, where, for how much.
package struct Storyteller {
  private let country: Country
  private let firstWorldDay: Day

  package init(_ inputs: Inputs) {
    country = inputs.country
    firstWorldDay = inputs.firstWorldDay
  }

  package func region(_ market: Int) -> String {
    country.regions[market / country.sectors.count].name
  }

  package func sector(_ market: Int) -> String {
    country.sectors[market % country.sectors.count].name
  }

  func origin(_ person: Person) -> String {
    person.isMigrant ? country.origins[Int(person.origin) - 1].name : country.name
  }

  func place(_ market: Int) -> String { "\(sector(market)), \(region(market))" }

  func pay(_ amount: Int32) -> String { "\(money(amount)) a month" }

  func money(_ amount: Int32) -> String {
    "\(Self.grouped(Int(amount))) \(country.profile.currency)"
  }

  func employer(_ id: EmployerID, posts: Int?, _ market: Int) -> String {
    let kind = country.sectors[market % country.sectors.count].employer.rawValue
    guard let posts else { return "employer \(id)" }
    return "employer \(id) (\(kind), \(Self.count(posts, "post")))"
  }

  static func count(_ number: Int, _ noun: String) -> String {
    "\(grouped(number)) \(noun)\(number == 1 ? "" : "s")"
  }

  static func grouped(_ number: Int) -> String {
    var text = ""
    for (place, digit) in String(abs(number)).reversed().enumerated() {
      if place > 0 && place % 3 == 0 { text.append(",") }
      text.append(digit)
    }
    return (number < 0 ? "-" : "") + String(text.reversed())
  }

  func since(_ day: DayNumber) -> String {
    day == 0 ? "since the first simulated day or before" : "since \(date(day))"
  }

  /// The date of a day of the records.
  func date(_ day: DayNumber) -> Day { firstWorldDay + Int(day) }
}
