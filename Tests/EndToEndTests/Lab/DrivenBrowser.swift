import Foundation
import Results

/// A headless Chromium that a test drives as a person would: by its own protocol, over two named pipes.
final class DrivenBrowser {
  private let process = Process()
  private let input: Int32
  private let output: Int32
  private var rest: [UInt8] = []
  private var nextID = 1
  private var session: String?

  struct Failure: Error, CustomStringConvertible {
    var description: String
  }

  /// Starts with an empty profile in `folder` and opens a window of some width.
  init(in folder: String, width: Int = 1280) throws {
    let pipes = ["\(folder)/browser.in", "\(folder)/browser.out"]
    for pipe in pipes where mkfifo(pipe, 0o600) != 0 {
      throw Failure(description: "\(pipe): no named pipe")
    }
    // Both ends are held, so that opening them waits for nobody.
    input = Glibc.open(pipes[0], O_RDWR)
    output = Glibc.open(pipes[1], O_RDWR)
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = [
      "-c", "exec \"$@\" 3<\"$0\"/browser.in 4>\"$0\"/browser.out", folder,
      Browser.path ?? "chromium is not installed", "--headless", "--no-sandbox", "--disable-gpu",
      "--remote-debugging-pipe", "--user-data-dir=\(folder)/driven", "--no-first-run",
      "--window-size=\(width),900", "about:blank",
    ]
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    let target = try send("Target.createTarget", ["url": "about:blank"])
    guard let id = target["targetId"] as? String else {
      throw Failure(description: "no target: \(target)")
    }
    let attached = try send("Target.attachToTarget", ["targetId": id, "flatten": true])
    session = attached["sessionId"] as? String
    _ = try send("Page.enable", [:])
    // A window cannot be as narrow as a phone.
    _ = try send(
      "Emulation.setDeviceMetricsOverride",
      ["width": width, "height": 900, "deviceScaleFactor": 1, "mobile": false])
  }

  /// Ends it at once, as when somebody kills the browser.
  func kill() {
    process.terminate()
    process.waitUntilExit()
  }

  deinit {
    if process.isRunning { kill() }
    close(input)
    close(output)
  }

  func open(_ link: String) throws { _ = try send("Page.navigate", ["url": link]) }

  /// What an expression gives, as text.
  @discardableResult
  func value(_ expression: String) throws -> String {
    let answer = try send(
      "Runtime.evaluate",
      ["expression": expression, "awaitPromise": true, "returnByValue": true])
    if let fault = answer["exceptionDetails"] {
      throw Failure(description: "\(expression): \(fault)")
    }
    let result = answer["result"] as? [String: Any] ?? [:]
    return result["value"].map { "\($0)" } ?? ""
  }

  /// Waits until an expression is true.
  func wait(for expression: String, seconds: Double = 60) throws {
    let end = Date().addingTimeInterval(seconds)
    while Date() < end {
      if (try? value("(\(expression)) ? 'yes' : 'no'")) == "yes" { return }
      Thread.sleep(forTimeInterval: 0.05)
    }
    throw Failure(description: "waited \(seconds) s for \(expression)")
  }

  /// Presses a key on an element, as a person at the keyboard would.
  func press(_ key: String, code: Int, on selector: String) throws {
    try value("document.querySelector('\(selector)').focus()")
    for type in ["keyDown", "keyUp"] {
      _ = try send(
        "Input.dispatchKeyEvent",
        ["type": type, "key": key, "code": key, "windowsVirtualKeyCode": code])
    }
  }

  /// Types a text into a field in place of what is there, and leaves it.
  func type(_ text: String, into selector: String) throws {
    try value("(e => { e.focus(); e.select?.() })(document.querySelector('\(selector)'))")
    _ = try send("Input.insertText", ["text": text])
    try value("document.activeElement.blur()")
  }

  func click(_ selector: String) throws {
    try value("document.querySelector('\(selector)').click()")
  }

  private func send(_ method: String, _ parameters: [String: Any]) throws -> [String: Any] {
    let id = nextID
    nextID += 1
    var message: [String: Any] = ["id": id, "method": method, "params": parameters]
    if let session { message["sessionId"] = session }
    var bytes = Array(try JSONSerialization.data(withJSONObject: message)) + [0]
    while !bytes.isEmpty {
      let count = write(input, bytes, bytes.count)
      guard count > 0 else { throw Failure(description: "\(method): the browser has gone") }
      bytes.removeFirst(count)
    }
    while true {
      let answer = try next()
      guard answer["id"] as? Int == id else { continue }
      if let fault = answer["error"] { throw Failure(description: "\(method): \(fault)") }
      return answer["result"] as? [String: Any] ?? [:]
    }
  }

  /// The next message, which ends with a zero byte.
  private func next() throws -> [String: Any] {
    while true {
      if let end = rest.firstIndex(of: 0) {
        let message = Data(rest[..<end])
        rest.removeFirst(end + 1)
        return try JSONSerialization.jsonObject(with: message) as? [String: Any] ?? [:]
      }
      var wanted = pollfd(fd: output, events: Int16(POLLIN), revents: 0)
      guard poll(&wanted, 1, 60_000) == 1 else {
        throw Failure(description: "the browser has said nothing for a minute")
      }
      var buffer = [UInt8](repeating: 0, count: 1 << 16)
      let count = read(output, &buffer, buffer.count)
      guard count > 0 else { throw Failure(description: "the browser has gone") }
      rest += buffer[..<count]
    }
  }
}
