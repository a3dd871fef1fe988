import Inputs
import Kernel

/// An amendment with the places of its keys.
struct PlacedAmendment {
  var amendment: Amendment
  var kind: LeverKind
  var place: Place
  var settings: [Setting]
  /// By key.
  var places: [String: Place]

  var name: String { amendment.name }
  var window: PlacedWindow {
    PlacedWindow(
      name: name, from: amendment.from, until: amendment.until, fromPlace: places["from"] ?? place,
      untilPlace: places["until"] ?? place)
  }

  /// Keys that every amendment has beside those that it changes.
  static let commonKeys = ["amends", "from", "until"]
}

/// When a measure or an amendment holds, and where that is written.
struct PlacedWindow {
  var name: String
  var from: Day
  var until: Day?
  /// The day on which it is heard of, where that is before the first.
  var announced: Day?
  var fromPlace: Place
  var untilPlace: Place

  /// Whether it holds on a day of the run, or is announced on one.
  func isWithin(_ run: RunSettings) -> Bool {
    let first = announced.map { min($0, from) } ?? from
    return first <= run.until && (until.map { $0 >= run.from || $0 < from } ?? true)
  }
}
