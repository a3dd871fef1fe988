/// The country that is shipped with the program: what help shows, and what is meant where nothing is named.
///
/// The only place in the code that knows which country that is.
enum ShippedCase {
  /// The scenario that all others shipped extend.
  static let fileName = "kazakhstan-2006.yaml"
  /// As seen from the project's folder.
  static let baseline = "Scenarios/\(fileName)"
  /// The study of how it was fitted.
  static let study = "baseline-2006"
  /// A day in it, for short runs.
  static let day = "2006-12-31"
  /// The folder of its run.
  static let run = "Output/runs/kazakhstan-2006-2006"
}
