import FlyingFox
import FlyingSocks
import Foundation
import Kernel
import Results

/// The lab's door to the browser: HTTP, on this machine alone unless told otherwise.
package struct LabServer: Sendable {
  private let lab: Lab
  private let settings: LabSettings
  private let key: String
  private let notes: FaultNotes
  private let left: FaultNotes.Left?

  /// - Parameter left: what a beginning of this process left that a fault ended.
  package init(
    _ lab: Lab, _ settings: LabSettings, notes: FaultNotes, left: FaultNotes.Left? = nil
  ) {
    self.lab = lab
    self.settings = settings
    self.notes = notes
    self.left = left
    key = left?.key ?? LabGate.newKey()
  }

  /// Serves until `isOver`.
  ///
  /// - Parameter opened: is told the link.
  /// - Throws: ``LabFault``.
  package func serve(
    until isOver: @escaping @Sendable () -> Bool,
    opened: @escaping @Sendable (String) throws -> Void
  ) async throws {
    guard let address = try? sockaddr_in.inet(ip4: settings.host, port: settings.port) else {
      throw LabFault.host(settings.host)
    }
    let door = LabDoor(lab, key: key)
    let server = HTTPServer(
      config: .init(
        address: address, timeout: 60, sharedRequestBufferSize: 16 << 10,
        sharedRequestReplaySize: 0, logger: .disabled), handler: door)
    let end = ServerEnd()
    let running = Task {
      do { try await server.run() } catch { end.note(error) }
    }
    defer { running.cancel() }
    while await !server.isListening {
      if let error = end.error { throw LabFault.port(settings.port, Self.reason(of: error)) }
      try await Task.sleep(for: .milliseconds(5))
    }
    let port = await port(of: server)
    door.open(hosts: hosts(port))
    notes.open(key: key, port: port, after: left)
    defer { notes.close() }
    lab.open()
    defer { lab.close() }
    try opened("http://\(settings.host):\(port)/?key=\(key)")
    while !isOver() { try? await Task.sleep(for: .milliseconds(50)) }
    await server.stop(timeout: 0)
  }

  private func port(of server: HTTPServer) async -> UInt16 {
    if case .ip4(_, let port) = await server.listeningAddress { return port }
    return settings.port
  }

  private func hosts(_ port: UInt16) -> [String] {
    ["\(settings.host):\(port)", "127.0.0.1:\(port)", "localhost:\(port)"]
  }

  private static func reason(of error: any Error) -> String {
    if case SocketError.failed(_, let number, _) = error { return Machine.words(forError: number) }
    return "\(error)"
  }
}

/// Why a server has ended.
private final class ServerEnd: @unchecked Sendable {
  private let lock = NSLock()
  private var noted: (any Error)?

  func note(_ error: any Error) { lock.withLock { noted = error } }
  var error: (any Error)? { lock.withLock { noted } }
}

/// Turns requests into questions to the lab, and its answers into responses.
final class LabDoor: HTTPHandler, @unchecked Sendable {
  /// More than any policy needs.
  private static let longestBody = 1 << 20
  /// What is read, and thrown away, so that whoever sends too much is told.
  private static let mostDrained = 1 << 28

  private let lab: Lab
  private let key: String
  private let lock = NSLock()
  // Under the lock; nothing until the port is known.
  private var gate: LabGate?

  init(_ lab: Lab, key: String) {
    self.lab = lab
    self.key = key
  }

  func open(hosts: [String]) {
    lock.withLock { gate = LabGate(key: key, hosts: hosts) }
  }

  func handleRequest(_ request: HTTPRequest) async throws -> HTTPResponse {
    // A refused body is read too, or its bytes would be taken for the next request.
    let body = try await body(of: request)
    guard let gate = lock.withLock({ gate }) else {
      return Self.response(.text(503, "The lab is not open yet."))
    }
    let query = request.query.first { $0.name == "key" }?.value
    let caller = LabGate.Caller(
      host: request.headers[.host], origin: request.headers[HTTPHeader("Origin")],
      key: request.headers[HTTPHeader("X-Kosh-Key")] ?? query)
    if let refusal = gate.refusal(of: caller) {
      return Self.response(.text(refusal.status, refusal.sentence))
    }
    guard let body else {
      return Self.response(.text(413, "That is too much: a request may hold 1 MiB."))
    }
    let question = LabQuestion(
      method: request.method.rawValue, path: request.path,
      query: Dictionary(request.query.map { ($0.name, $0.value) }, uniquingKeysWith: { a, _ in a }),
      body: body, key: key)
    return Self.response(lab.answer(question))
  }

  /// Nil where it is too long.
  private func body(of request: HTTPRequest) async throws -> Data? {
    var body = Data()
    var length = 0
    for try await piece in request.bodySequence {
      length += piece.count
      if length <= Self.longestBody { body.append(piece) }
      if length > Self.mostDrained { throw SocketError.disconnected }
    }
    return length <= Self.longestBody ? body : nil
  }

  private static func response(_ answer: LabAnswer) -> HTTPResponse {
    var headers: [HTTPHeader: String] = [
      .contentType: answer.type, HTTPHeader("Content-Security-Policy"): answer.policy,
      HTTPHeader("X-Content-Type-Options"): "nosniff",
      HTTPHeader("Referrer-Policy"): "no-referrer", HTTPHeader("X-Frame-Options"): "DENY",
      HTTPHeader("Cross-Origin-Resource-Policy"): "same-origin", .cacheControl: "no-store",
    ]
    if answer.status >= 400 { headers[.connection] = "close" }
    return HTTPResponse(
      statusCode: HTTPStatusCode(answer.status, phrase: answer.status < 400 ? "OK" : "Refused"),
      headers: HTTPHeaders(headers), body: answer.body)
  }
}
