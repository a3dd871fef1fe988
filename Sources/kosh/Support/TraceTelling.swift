import Inputs
import Kernel
import Reporting
import ScenarioFile
import Simulation
import WorldState

/// A trace as it is printed.
struct TraceTelling {
  private let trace: Trace
  private let teller: Storyteller
  private let heading: String
  /// What makes the same world again, without who is followed.
  private let command: String
  private let first: Int

  init(_ trace: Trace, _ inputs: Inputs, command: String, first: Int) {
    self.trace = trace
    self.command = command
    self.first = first
    teller = Storyteller(inputs)
    heading =
      "\(inputs.name), scale \(RunWords.scale(inputs.run.scale)), seed \(inputs.run.seed)"
  }

  var text: String {
    switch trace.following.subject {
    case .person, .employer:
      ([title + "   (" + heading + ")", "\(trace.firstDay)  \(beginning)"] + lines
        + ["\(trace.lastDay)  \(end)"])
        .joined(separator: "\n")
    case .firstOf(let kind, _):
      found.isEmpty
        ? "nobody: \(kind.rawValue) did not happen   (\(heading))"
        : found.flatMap { ["\($0.date)  \(sentence($0))", "            \(retelling($0))"] }
          .joined(separator: "\n")
    }
  }

  var json: JSONText {
    switch trace.following.subject {
    case .person(let id): life([("person", .number("\(id)"))])
    case .employer(let id): life([("employer", .number("\(id)"))])
    case .firstOf(let kind, _):
      .object([
        ("find", .string(kind.rawValue)), ("found", .array(found.map { json($0) })),
      ])
    }
  }

  private func life(_ subject: [(String, JSONText)]) -> JSONText {
    .object(
      subject + [
        ("title", .string(title)), ("first_day", .string("\(trace.firstDay)")),
        ("beginning", .string(beginning)), ("events", .array(trace.events.map { json($0) })),
        ("last_day", .string("\(trace.lastDay)")), ("end", .string(end)),
      ])
  }

  private func json(_ traced: TracedEvent) -> JSONText {
    let event = traced.event
    var members: [(String, JSONText)] = [
      ("date", .string("\(traced.date)")), ("kind", .string(event.kind.rawValue)),
    ]
    if event.person != .nobody { members.append(("person", .number("\(event.person)"))) }
    if event.employer != .nobody {
      members.append(("employer", .number("\(event.employer)")))
    }
    members += [
      ("region", .string(teller.region(traced.market))),
      ("sector", .string(teller.sector(traced.market))),
      ("amount", .number("\(event.amount)")), ("text", .string(sentence(traced))),
    ]
    return .object(members)
  }

  private var isEmployer: Bool {
    if case .employer = trace.following.subject { true } else { false }
  }

  private var title: String {
    switch trace.following.subject {
    case .person(let id): teller.title(ofPerson: id, trace.beginning ?? trace.end)
    case .employer(let id): teller.title(ofEmployer: id, trace.beginning ?? trace.end)
    case .firstOf: ""
    }
  }

  private var beginning: String { state(trace.beginning) }
  private var end: String { state(trace.end) }

  private func state(_ state: FollowedState?) -> String {
    isEmployer ? teller.state(ofEmployer: state) : teller.state(ofPerson: state)
  }

  private var lines: [String] {
    isEmployer
      ? teller.lines(ofEmployer: trace.events)
      : trace.events.map { "\($0.date)  \(sentence($0))" }
  }

  private func sentence(_ traced: TracedEvent) -> String {
    isEmployer ? teller.sentence(ofEmployer: traced) : teller.sentence(ofPerson: traced)
  }

  /// The first event of each of the first persons found.
  private var found: [TracedEvent] {
    var seen: Set<Int> = []
    return Array(trace.events.filter { seen.insert($0.event.subject).inserted }.prefix(first))
  }

  private func retelling(_ traced: TracedEvent) -> String {
    let event = traced.event
    let who =
      event.person == .nobody ? "--employer \(event.employer)" : "--person \(event.person)"
    return "\(command) \(who)\(trace.following.fromStart ? " --from-start" : "")"
  }

  /// The identities nearest to one that does not exist.
  static func nearest(to id: EmployerID, _ identities: [ClosedRange<EmployerID>]) -> String {
    let near = identities.last { $0.lowerBound <= id } ?? identities.first
    guard let near, let last = identities.last else { return "of nobody" }
    let here = "\(near.lowerBound) to \(near.upperBound)"
    return near == last ? "\(here) and below" : "\(here), and others up to \(last.upperBound)"
  }
}
