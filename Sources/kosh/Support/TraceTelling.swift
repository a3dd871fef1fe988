import Inputs
import Kernel
import Reporting
import ScenarioFile
import Simulation
import Stories
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

  var json: JSON {
    switch trace.following.subject {
    case .person(let id): life([("person", .integer(Int(id)))])
    case .employer(let id): life([("employer", .integer(Int(id)))])
    case .firstOf(let kind, _):
      .object([
        ("find", .text(kind.rawValue)), ("found", .array(found.map { json($0) })),
      ])
    }
  }

  private func life(_ subject: [JSON.Member]) -> JSON {
    .object(
      subject + [
        ("title", .text(title)), ("first_day", .text("\(trace.firstDay)")),
        ("beginning", .text(beginning)), ("events", .array(trace.events.map { json($0) })),
        ("last_day", .text("\(trace.lastDay)")), ("end", .text(end)),
      ])
  }

  private func json(_ traced: TracedEvent) -> JSON {
    let event = traced.event
    var members: [JSON.Member] = [
      ("date", .text("\(traced.date)")), ("kind", .text(event.kind.rawValue)),
    ]
    if event.person != .nobody { members.append(("person", .integer(Int(event.person)))) }
    if event.employer != .nobody {
      members.append(("employer", .integer(Int(event.employer))))
    }
    members += [
      ("region", .text(teller.region(traced.market))),
      ("sector", .text(teller.sector(traced.market))),
      ("amount", .integer(Int(event.amount))), ("text", .text(sentence(traced))),
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
