import Inputs
import Kernel

/// Two reforms of one baseline that are to hold together: what must not contradict.
struct JoinedReforms {
  private let first: ExtendsChain
  private let second: ExtendsChain
  /// Everything together, to see what kind a measure is of and when it holds.
  private let merged: MergedScenario
  /// What each writes that the other has not from the same file, by path of group.
  private let own: (first: [String: RawScenario.Group], second: [String: RawScenario.Group])

  init(first: ExtendsChain, second: ExtendsChain, merged: MergedScenario) {
    self.first = first
    self.second = second
    self.merged = merged
    own = (
      JoinedReforms.groups(of: first, besides: second),
      JoinedReforms.groups(of: second, besides: first)
    )
  }

  private static func groups(
    of chain: ExtendsChain, besides other: ExtendsChain
  ) -> [String: RawScenario.Group] {
    var groups: [String: RawScenario.Group] = [:]
    for scenario in chain.scenarios.reversed() where !other.files.contains(scenario.file) {
      groups.merge(scenario.groups) { below, above in
        guard !above.isRemoved, !below.isRemoved else { return above }
        var both = above
        both.entries = below.entries.merging(above.entries) { $1 }
        return both
      }
    }
    return groups
  }

  func check(into findings: inout Findings) {
    guard let (one, other) = names else { return }
    let shared = first.files.filter(second.files.contains)
    if shared.contains(one) || shared.contains(other) {
      let (part, whole) = shared.contains(other) ? (other, one) : (one, other)
      findings.error(Place(file: part), JoinFault.partOfTheOther(part, whole: whole))
      return
    }
    if shared.isEmpty {
      findings.error(Place(file: other), JoinFault.nothingShared(other, one))
      return
    }
    for path in own.first.keys.sorted() {
      guard let ours = own.first[path], let theirs = own.second[path] else { continue }
      checkGroup(path, ours, theirs, into: &findings)
    }
    checkAmendments(into: &findings)
  }

  private var names: (String, String)? {
    guard let one = first.files.first, let other = second.files.first else { return nil }
    return (one, other)
  }

  /// Keys of one group that both write.
  private func checkGroup(
    _ path: String, _ ours: RawScenario.Group, _ theirs: RawScenario.Group,
    into findings: inout Findings
  ) {
    if ours.isRemoved != theirs.isRemoved {
      let (removal, change) = ours.isRemoved ? (ours, theirs) : (theirs, ours)
      findings.error(
        theirs.place,
        JoinFault.removed(path, by: "\(removal.place)", changedBy: "\(change.place)"))
      return
    }
    for (key, entry) in theirs.entries {
      guard let before = ours.entries[key] else { continue }
      report("\(path).\(key)", before, entry, into: &findings)
    }
  }

  /// Values that amend one key of the law while both hold: only relative ones can follow each other.
  private func checkAmendments(into findings: inout Findings) {
    for (path, ours) in own.first.sorted(by: { $0.key < $1.key }) {
      for (otherPath, theirs) in own.second.sorted(by: { $0.key < $1.key })
      where path != otherPath {
        guard let (law, otherLaw) = pair(path, otherPath) else { continue }
        for (key, entry) in theirs.entries where !Self.common.contains(key) {
          guard let before = ours.entries[key] else { continue }
          let hides =
            law.isAmendment && RelativeValue.plain(before.value) == nil
            || otherLaw.isAmendment && RelativeValue.plain(entry.value) == nil
          if hides {
            report("\(path).\(key)", before, entry, as: "\(otherPath).\(key)", into: &findings)
          }
        }
      }
    }
  }

  private static let common = Set(PlacedMeasure.commonKeys + PlacedAmendment.commonKeys)

  /// Two measures of one kind of which at least one is an amendment, with days in common; nil of any others.
  private func pair(_ path: String, _ other: String) -> (RawLaw, RawLaw)? {
    guard let law = RawLaw(path, in: merged), let otherLaw = RawLaw(other, in: merged),
      law.kind == otherLaw.kind, law.isAmendment || otherLaw.isAmendment, law.overlaps(otherLaw)
    else { return nil }
    return (law, otherLaw)
  }

  private func report(
    _ path: String, _ before: RawEntry, _ entry: RawEntry, as other: String? = nil,
    into findings: inout Findings
  ) {
    let values = (WrittenKeys.text(before.value), WrittenKeys.text(entry.value))
    guard values.0 != values.1 else { return }
    findings.error(
      entry.value.place,
      JoinFault.setTwice(
        other ?? path, value: values.1, before: values.0, as: other == nil ? nil : path,
        place: "\(before.value.place)"))
  }
}

/// A measure or an amendment before it is read.
private struct RawLaw {
  let kind: String
  let isAmendment: Bool
  private let from: String
  private let until: String?

  init?(_ path: String, in scenario: MergedScenario) {
    guard path.hasPrefix("measures."), let group = scenario.groups[path] else { return nil }
    func text(_ key: String) -> String? { group.entries[key]?.value.text }
    isAmendment = group.entries["amends"] != nil
    kind = text("amends") ?? text("kind") ?? String(path.dropFirst("measures.".count))
    from = text("from") ?? ""
    until = text("until").flatMap { $0 == "none" ? nil : $0 }
  }

  /// Days are written so that their texts sort as they do.
  func overlaps(_ other: RawLaw) -> Bool {
    (until.map { $0 >= other.from } ?? true) && (other.until.map { $0 >= from } ?? true)
  }
}

/// Reforms that cannot be joined.
enum JoinFault: Error, Equatable, Sentence {
  case setTwice(String, value: String, before: String, as: String?, place: String)
  case removed(String, by: String, changedBy: String)
  case nothingShared(String, String)
  case partOfTheOther(String, whole: String)

  var sentence: String {
    switch self {
    case .setTwice(let path, let value, let before, let other, let place):
      "'\(path)' is \(value) here, and \(other.map { "'\($0)' is " } ?? "")\(before) at \(place): reforms that are "
        + "joined must not set one key differently. Leave one of them out, or write a scenario that says which holds."
    case .removed(let path, let by, let change):
      "'\(path)' is removed at \(by) and changed at \(change): reforms that are joined must not contradict. "
        + "Leave one of them out."
    case .nothingShared(let one, let other):
      "'\(one)' and '\(other)' extend no scenario in common, so they cannot be joined. Name two reforms of one baseline."
    case .partOfTheOther(let part, let whole):
      "'\(whole)' has all of '\(part)' already, so joined they are '\(whole)' alone. Name that."
    }
  }
}
