/// A plan that cannot be carried out as written.
enum PlanFault: Error, Equatable, Sentence {
  case notAPlan
  case wrongVersion(String)
  case missing(String, example: String)
  case missingPoints(String)
  case unknownFactor(String, among: [String])
  case factorForm(String)
  case noOwnRange(String)
  case notANumber(String)
  case emptyRange(String, value: String)
  case logOfNought(String)
  case modeOutside(String, text: String)
  case modeWithoutTriangle(String)
  case fewValues(String)
  case unknownWord(String, of: String, among: [String])
  case keyOfOtherDesign(String, design: String, among: [String])
  case wholeNumber(String, text: String, low: Int, high: Int)
  case oddLevels(Int)
  case tooManyFactors(String, count: Int, most: Int)
  case tooManyPoints(String)
  case listWithFactors
  case listPoint(missing: String)
  case name(String, what: String)
  case fixedByPlan(String)
  case policyNamedBase
  case policyTwice(String, other: String)
  case idlePolicy(String, clause: String)
  case otherRun(String, key: String, own: String, base: String)
  case setOverPolicy(String, policy: String)
  case setOverFactor(String)
  case factorOverPolicy(String, policy: String, value: String)
  case reservedOutcome(String)
  case outcomeTwice(String, by: String, first: String)
  case tooManyColumns(Int, most: Int)
  case notAPowerOfTwo(Int, next: Int)
  case wideTolerance(String, text: String)
  case noSuchCells
  case outcomeForm(String)
  case unknownIndicator(String, of: String, among: [String])
  case notByCell(String, among: [String])
  case byCellAlone(String)
  case notAMonth(String, text: String)
  case outsideRun(String, run: String)
  case bothTimes(String)
  case minusItself(String)
  case noOutcome
  case tolerance(String)
  case targetsNeedRanges(String)
  case inVariant(String, sentence: String)
  case openTarget(String)
  case cut(String)
  case worldsOfCalibration
  case otherWorlds(String)
  case fewWorlds(Int, available: Int)
  case fewReplicates(Int, worlds: Int)

  var sentence: String {
    switch self {
    case .notAPlan: "a plan is made of lines 'key: value', the first of them kosh-plan: 1."
    case .wrongVersion(let text):
      "'kosh-plan' is \(text), but this program reads version 1. Write kosh-plan: 1."
    case .missing(let key, let example): "the plan lacks '\(key)'. Write \(key): \(example)."
    case .missingPoints(let design):
      "a \(design) design needs a number of points. Write {kind: \(design), points: 128}."
    case .unknownFactor(let path, let names):
      "'\(path)' is no key of the base or of a policy.\(Nearest.hint(for: path, among: names))"
    case .factorForm(let path):
      "'\(path)' needs values. Write range, [a, b, c] or {range: [low, high]}."
    case .noOwnRange(let path):
      "'\(path)' has no range in the base. Write {range: [low, high]}."
    case .notANumber(let path): "'\(path)' is no number, so it has no range. Write [a, b, c]."
    case .emptyRange(let path, let value):
      "the range of '\(path)' holds \(value) alone. Write [low, high], low below high."
    case .logOfNought(let path):
      "the range of '\(path)' begins at 0 or below, where log-uniform has no meaning. "
        + "Begin above 0."
    case .modeOutside(let path, let text):
      "the mode of '\(path)' is \(text), outside its range. Change one of them."
    case .modeWithoutTriangle(let path):
      "'\(path)' has a mode, but is not triangular. Write distribution: triangular."
    case .fewValues(let path): "'\(path)' has no values. Write [a, b, c]."
    case .unknownWord(let word, let what, let names):
      "'\(word)' is no \(what).\(Nearest.hint(for: word, among: names))"
    case .keyOfOtherDesign(let key, let design, let names):
      "'\(key)' is not a key of a \(design) design."
        + (names.isEmpty ? "" : " There is: \(names.joined(separator: ", ")).")
    case .wholeNumber(let key, let text, let low, let high):
      "'\(key)' is '\(text)', but it is a whole number from \(low) to \(high)."
    case .oddLevels(let levels):
      "a morris design has an even number of levels, not \(levels). Write 4, 6 or 8."
    case .tooManyFactors(let design, let count, let most):
      "a \(design) design takes at most \(most) factors, and the plan has \(count). "
        + "Leave some out, or use latin-hypercube or morris."
    case .tooManyPoints(let count):
      "the design has \(count) points; 1,000,000 at most. Write fewer points, levels or values."
    case .listWithFactors: "a list design names its factors in its points. Remove 'factors'."
    case .listPoint(let missing):
      "the point lacks '\(missing)', which the first has. Give every point the same keys."
    case .name(let name, let what):
      "'\(name)' is no name for \(what). Use letters, digits, - and _, beginning with a letter."
    case .fixedByPlan(let path): "'\(path)' cannot be varied. Write another plan for it."
    case .policyNamedBase: "'base' names the base itself. Give the policy another name."
    case .policyTwice(let name, let other):
      "'\(name)' and '\(other)' differ in case alone, and each has a file. Rename one of them."
    case .idlePolicy(let name, let clause):
      "the policy '\(name)' is simulated beside the base, but \(clause). Look at its keys and dates."
    case .otherRun(let name, let key, let own, let base):
      "\(key) of '\(name)' is \(own), but the base's is \(base). Policies are paired with the base day "
        + "by day and draw by draw: write the same, or give it to all with 'set'."
    case .setOverPolicy(let path, let policy):
      "'\(path)' is what tells the policy '\(policy)' from the base, and set for both it would be lost. "
        + "Leave it out here, or change it in the policy."
    case .setOverFactor(let path):
      "'\(path)' is a factor of the plan, which takes its values whatever is set. Leave it out here, or "
        + "take it out of the plan."
    case .factorOverPolicy(let path, let policy, let value):
      "'\(path)' is what the policy '\(policy)' sets (\(value)), and a factor would replace that. Take it "
        + "out of 'factors', or out of the policy."
    case .reservedOutcome(let name):
      "'\(name)' is a column of every sweep's results. Give the outcome another name."
    case .outcomeTwice(let name, let maker, let first):
      "'\(name)', made by '\(maker)', is the column of '\(first)' again: in a table case does not "
        + "count. Rename one of them."
    case .tooManyColumns(let count, let most):
      "the results would have \(count) columns, and a database takes \(most). Keep fewer outcomes, or "
        + "name the places that matter instead of 'by'."
    case .notAPowerOfTwo(let points, let next):
      "\(points) points are no power of two, so that Sobol's sequence is not evenly spread over the "
        + "factors. Write \(next)."
    case .wideTolerance(let name, let text):
      "the tolerance of '\(name)' is \(text), more than its value, so that next to nothing agrees too. "
        + "Write a narrower one if that is not meant."
    case .noSuchCells:
      "natives alone are 'native', and of the country itself: no cell is both of these. Change "
        + "'origin' or 'authorisation'."
    case .outcomeForm(let name):
      "'\(name)' says nothing to keep. Write {indicator: …, at: 2020-12} or "
        + "{indicator: …, over: 2020}."
    case .unknownIndicator(let name, let what, let names):
      "'\(name)' is no \(what).\(Nearest.hint(for: name, among: names))"
    case .notByCell(let name, let names):
      "'\(name)' is not measured by cell. There is: \(names.joined(separator: ", "))."
    case .byCellAlone(let name):
      "'\(name)' is measured by cell alone. Say of which: region, sector, origin or authorisation."
    case .notAMonth(let key, let text):
      "'\(key)' is '\(text)'. Write a month as 2020-12, a year as 2020, or [2020-08, 2020-12]."
    case .outsideRun(let text, let run):
      "\(text) lies outside the months simulated (\(run)). Change it, or the plan's 'until'."
    case .bothTimes(let name): "'\(name)' has both 'at' and 'over'. Keep one of them."
    case .minusItself(let name): "'\(name)' is no policy to subtract. Write minus: base."
    case .noOutcome: "the plan keeps nothing. Write 'outcomes', or 'targets' for a calibration."
    case .tolerance(let name): "the tolerance of '\(name)' is not above 0. Write a larger one."
    case .targetsNeedRanges(let path):
      "a calibration moves numbers within ranges, and '\(path)' is a list. Write a range."
    case .inVariant(let variant, let sentence): "with this in '\(variant)': \(sentence)"
    case .openTarget(let name):
      "'\(name)' is met by anything above its value, so nothing can be solved for. Write held_back: true."
    case .cut(let text):
      "'cut' is \(text), but it is how many standard deviations a world may miss a target by. Write "
        + "a number from 0 to 10, as 3."
    case .worldsOfCalibration:
      "a calibration fits the scenario's own values, which worlds would replace. Remove 'worlds'."
    case .otherWorlds(let policy):
      "the worlds of '\(policy)' are not the base's. Let it extend what the base extends, or write "
        + "worlds: none."
    case .fewWorlds(let asked, let available):
      "\(asked) worlds are asked for, and the base has \(available). "
        + (available == 0
          ? "Name a table of them under its 'tables: worlds:', or remove 'worlds'."
          : "Write \(available) or less.")
    case .fewReplicates(let replicates, let worlds):
      "\(replicates) replicates do not live in \(worlds) worlds. Write replicates: \(worlds) or more, or "
        + "leave it out."
    }
  }
}
