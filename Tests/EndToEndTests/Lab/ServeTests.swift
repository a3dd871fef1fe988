import Foundation
import Results
import TestSupport
import Testing

/// `kosh serve`, asked without a browser: what it refuses, and how it ends.
@Suite(.enabled(if: Program.isBuilt, "needs swift build -c release"))
struct ServeTests {
  private let work = Workspace()

  private func lab(_ more: [String] = []) throws -> ServedLab {
    try ServedLab(
      [Program.baseline, "--scale", "1:1000", "--until", "2007-01-31", "--replicates", "2"] + more,
      in: work.path)
  }

  private let policy =
    #"{"name": "n", "question": "q", "entries": [["measures.amnesty.portability", "1"]]}"#

  @Test func `Only who has the key, under the lab's own name and from its own page, is answered`()
    throws
  {
    let lab = try lab()
    #expect(try lab.ask("/?key=\(lab.key)").status == 200)
    for path in ["/", "/api/lab", "/lab.js", "/?key=", "/?key=\(lab.key)0", "/api/look?ask=1"] {
      #expect(try lab.ask(path).status == 403, "\(path)")
    }
    for host in ["evil.example", "evil.example:\(lab.port)", "127.0.0.1", ""] {
      #expect(try lab.ask("/", host: host, key: lab.key).status == 421, "\(host)")
    }
    #expect(
      try lab.ask("/", headers: ["Origin": "http://evil.example"], key: lab.key).status == 403)
    #expect(
      try lab.ask("/", headers: ["Origin": "http://127.0.0.1:\(lab.port)"], key: lab.key).status
        == 200)
  }

  @Test func `What the browser may do is said strictly with every page`() throws {
    let lab = try lab()
    for path in ["/", "/lab.js", "/lab.css"] {
      let text = try lab.ask(path, key: lab.key).text
      #expect(text.contains("Content-Security-Policy: default-src 'none'"), "\(path)")
      #expect(!text.contains("unsafe"), "\(path)")
      #expect(text.contains("X-Content-Type-Options: nosniff"), "\(path)")
    }
    let page = try lab.ask("/", key: lab.key).text
    #expect(!page.contains("<script>") && !page.contains(" style=") && !page.contains("http://"))
  }

  @Test func `No path leads to the file system`() throws {
    let lab = try lab()
    for path in [
      "/../../etc/passwd", "/folder/..%2F..%2Fetc%2Fpasswd", "/folder/../../../etc/passwd",
      "//etc/passwd", "/etc/passwd", "/page/..%2f..%2fetc%2fpasswd",
    ] {
      let answer = try lab.ask(path, key: lab.key)
      #expect(answer.status == 404, "\(path)")
      #expect(!answer.text.contains("root:"), "\(path)")
    }
    for name in ["../../escaped", "/var/escaped", "..\\\\x", "a/b"] {
      let body = policy.replacing("\"n\"", with: "\"\(name)\"")
      _ = try lab.ask("/api/save", method: "POST", body: Array(body.utf8), key: lab.key)
    }
    #expect(try work.names(".") == ["Output"])
    #expect(try work.names("Output/lab").allSatisfy { $0.hasSuffix(".yaml") || $0 == ".at-work" })
    for field in ["measures.amnesty.origins", "tables.regions", "extends"] {
      let body =
        #"{"name": "n", "question": "q", "entries": [["\#(field)", "/etc/passwd"]]}"#
      let answer = try lab.ask("/api/save", method: "POST", body: Array(body.utf8), key: lab.key)
      #expect(answer.text.contains("faults") && !answer.text.contains("root:"), "\(field)")
    }
  }

  @Test func `A body of 100 MB is refused, and the lab goes on in little memory`() throws {
    let lab = try lab()
    let body = [UInt8](repeating: 97, count: 100_000_000)
    for path in ["/api/ask", "/api/open"] {
      #expect(try lab.ask(path, method: "POST", body: body, key: lab.key).status == 413)
      #expect(try lab.ask(path, method: "POST", body: body).status == 403)
    }
    #expect(try #require(peak(lab)) < 300_000)
    #expect(try lab.ask("/", key: lab.key).status == 200)
  }

  /// The most memory that the lab has taken so far, in KiB.
  private func peak(_ lab: ServedLab) -> Int? {
    let status = FileBytes.text(of: "/proc/\(lab.running.process.processIdentifier)/status") ?? ""
    return status.split(separator: "\n").first { $0.hasPrefix("VmHWM") }?
      .split(separator: " ").compactMap { Int($0) }.first
  }

  @Test func `Fifty changes at once and twenty open pages are all answered, in bounded memory`()
    throws
  {
    let lab = try lab()
    func ask(_ page: String, _ share: Int) throws -> String {
      let body =
        #"{"page": "\#(page)", "policies": [{"name": "n", "question": "q", "entries": "#
        + #"[["measures.amnesty.portability", "\#(share) %"]]}]}"#
      let answer = try lab.ask("/api/ask", method: "POST", body: Array(body.utf8), key: lab.key)
      #expect(answer.status == 200)
      return answer.text.split(separator: "\"ask\":").last?.prefix { $0.isNumber }.description ?? ""
    }
    var asked = try (1...50).map { try ask("one", $0) }
    // What a page asks next ends what it asked before.
    #expect(try lab.ask("/api/look?ask=\(asked[0])&seen=0", key: lab.key).text.contains("\"gone\""))
    asked = [asked[49]] + (try (1...20).map { try ask("page \($0)", 2 * $0) })
    var waiting = asked
    for _ in 0..<1200 where !waiting.isEmpty {
      waiting = try waiting.filter { id in
        let text = try lab.ask("/api/look?ask=\(id)&seen=0", key: lab.key).text
        return !text.contains("\"state\":\"done\"")
      }
      Thread.sleep(forTimeInterval: 0.1)
    }
    #expect(waiting == [])
    #expect(try #require(peak(lab)) < 300_000)
  }

  @Test(arguments: ["", "{", "[]", "null", "{\"page\": 1}", "{\"page\": \"p\", \"policies\": []}"])
  func `What is no question is told so`(body: String) throws {
    let lab = try lab()
    #expect(
      try lab.ask("/api/ask", method: "POST", body: Array(body.utf8), key: lab.key).status == 400)
    #expect(try lab.ask("/api/nothing", key: lab.key).status == 404)
    #expect(try lab.ask("/", method: "DELETE", key: lab.key).status == 405)
  }

  @Test func `A policy that is at fault is told by its key, and nothing runs`() throws {
    let lab = try lab()
    let body =
      #"{"page": "p", "policies": [{"name": "n", "question": "q", "entries": "#
      + #"[["measures.amnesty.portability", "35"], ["measures.amnesty.card", "soon"]]}]}"#
    let text = try lab.ask("/api/ask", method: "POST", body: Array(body.utf8), key: lab.key).text
    #expect(text.contains(#""path":"measures.amnesty.portability""#))
    #expect(text.contains("a share lies between 0 and 1"))
    #expect(text.contains(#""path":"measures.amnesty.card""#))
    #expect(!text.contains(#""ask""#))
  }

  @Test(arguments: [SIGINT, SIGTERM])
  func `It ends when told to, like every command, and says no more than its link`(signal: Int32)
    throws
  {
    let lab = try lab(["--quiet"])
    let body = #"{"page": "p", "policies": [\#(policy)]}"#
    #expect(
      try lab.ask("/api/ask", method: "POST", body: Array(body.utf8), key: lab.key).status == 200)
    kill(lab.running.process.processIdentifier, signal)
    let outcome = lab.running.outcome
    #expect(outcome.status == 128 + signal)
    #expect(outcome.output == lab.link + "\n")
    #expect(outcome.errors == "")
  }

  @Test
  func
    `A fault of Kosh ends a run, not the lab: the link stays good, and what ran is not run again`()
    throws
  {
    let lab = try ServedLab(
      [Program.baseline, "--scale", "1:20", "--replicates", "1", "--quiet"], in: work.path)
    let body = Array(#"{"page": "p", "policies": [\#(policy)]}"#.utf8)
    #expect(try lab.ask("/api/ask", method: "POST", body: body, key: lab.key).status == 200)
    // Whoever does not look is taken to have gone.
    lab.running.wait {
      _ = try? lab.ask("/api/look?ask=1&seen=0", key: lab.key)
      return work.size("Output/lab/.at-work") > 0
    }
    kill(lab.running.process.processIdentifier, SIGILL)
    var text = ""
    for _ in 0..<200 where !text.contains("failed") {
      Thread.sleep(forTimeInterval: 0.05)
      guard (try? lab.ask("/api/ask", method: "POST", body: body, key: lab.key))?.status == 200
      else { continue }
      text = (try? lab.ask("/api/look?ask=1&seen=0", key: lab.key))?.text ?? ""
    }
    #expect(text.contains("Kosh itself failed"))
    kill(lab.running.process.processIdentifier, SIGINT)
    let outcome = lab.running.outcome
    #expect(outcome.status == 130)
    #expect(outcome.output == lab.link + "\n")
    #expect(outcome.errors.contains("begun anew at the same link"))
  }

  @Test func `A port that is taken, an address that is none and a scenario at fault are told`()
    throws
  {
    let lab = try lab()
    let taken = try work.kosh(["serve", Program.baseline, "--port", "\(lab.port)"])
    #expect(taken.status == 74)
    #expect(taken.errors.contains("port \(lab.port) cannot be used"))
    #expect(taken.errors.contains("--port 0"))
    let nowhere = try work.kosh(["serve", Program.baseline, "--host", "nowhere"])
    #expect(nowhere.status == 74)
    #expect(nowhere.errors.contains("'nowhere' is no address"))
    try FileBytes.write("kosh: 1\nname: x\n", to: work.path("bad.yaml"))
    #expect(try work.kosh(["serve", "bad.yaml"]).status == 65)
    #expect(try work.kosh(["serve", "missing.yaml"]).status == 74)
  }
}
