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
  var fromPlace: Place
  var untilPlace: Place
}
