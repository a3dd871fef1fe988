import Inputs
import Kernel

/// A measure with the places of its keys, for faults that concern several measures.
struct PlacedMeasure {
  var measure: Measure
  var kind: LeverKind
  var place: Place
  var settings: [Setting]
  /// By key.
  var places: [String: Place]

  var name: String { measure.name }
  var subjects: [String] { measure.lever.subjects }
  var fromPlace: Place { places["from"] ?? place }
  var untilPlace: Place { places["until"] ?? place }
  var window: PlacedWindow {
    PlacedWindow(
      name: name, from: measure.from, until: measure.until,
      announced: (measure.lever as? Operation)?.announced, fromPlace: fromPlace,
      untilPlace: untilPlace)
  }

  /// Keys that every measure has beside its kind's own.
  static let commonKeys = ["kind", "from", "until"]
}
