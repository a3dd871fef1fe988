import Foundation

/// A lab that serves for a test, and what can be asked of it without a browser.
final class ServedLab {
  let running: Running
  let link: String
  let port: Int

  struct Failure: Error, CustomStringConvertible {
    var description: String
  }

  init(_ arguments: [String], in folder: String) throws {
    let running = try Program.start(["serve", "--port", "0"] + arguments, in: folder)
    self.running = running
    func said() -> String {
      String(
        decoding: FileManager.default.contents(atPath: running.outputPath) ?? Data(), as: UTF8.self)
    }
    running.wait { said().hasSuffix("\n") }
    link = said().trimmingCharacters(in: .whitespacesAndNewlines)
    guard let port = URL(string: link)?.port else {
      throw Failure(description: "no link: \(said()) \(running.outcome.errors)")
    }
    self.port = port
  }

  deinit { if running.process.isRunning { running.process.terminate() } }

  var key: String { link.split(separator: "=").last.map(String.init) ?? "" }

  /// Asks one question of one connection.
  /// - Returns: the status, and all that was answered.
  func ask(
    _ path: String, method: String = "GET", headers: [String: String] = [:], body: [UInt8] = [],
    host: String? = nil, key: String? = nil
  ) throws -> (status: Int, text: String) {
    let connection = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    defer { close(connection) }
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = in_port_t(UInt16(port).bigEndian)
    address.sin_addr.s_addr = inet_addr("127.0.0.1")
    let isThere = withUnsafePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        connect(connection, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
    guard isThere == 0 else { throw Failure(description: "no connection") }
    var lines = [
      "\(method) \(path) HTTP/1.1", "Host: \(host ?? "127.0.0.1:\(port)")", "Connection: close",
      "Content-Length: \(body.count)",
    ]
    if let key { lines.append("X-Kosh-Key: \(key)") }
    lines += headers.map { "\($0.key): \($0.value)" }
    try send(Array((lines.joined(separator: "\r\n") + "\r\n\r\n").utf8), to: connection)
    try send(body, to: connection)
    var answer: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = recv(connection, &buffer, buffer.count, 0)
      if count <= 0 { break }
      answer += buffer[..<count]
    }
    let text = String(decoding: answer, as: UTF8.self)
    let status = text.split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0
    return (status, text)
  }

  private func send(_ bytes: [UInt8], to connection: Int32) throws {
    var sent = 0
    while sent < bytes.count {
      let count = bytes.withUnsafeBytes { buffer in
        Glibc.send(
          connection, buffer.baseAddress.map { $0 + sent }, bytes.count - sent,
          Int32(MSG_NOSIGNAL))
      }
      guard count > 0 else { throw Failure(description: "the lab hung up after \(sent) bytes") }
      sent += count
    }
  }
}
