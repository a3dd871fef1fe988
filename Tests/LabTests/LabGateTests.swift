import Testing

import Lab

/// Who may ask the lab.
@Suite struct LabGateTests {
  private let gate = LabGate(key: "0123456789abcdef", hosts: ["127.0.0.1:8642", "localhost:8642"])

  private func refusal(
    host: String? = "127.0.0.1:8642", origin: String? = nil, key: String? = "0123456789abcdef"
  ) -> Int? {
    gate.refusal(of: .init(host: host, origin: origin, key: key))?.status
  }

  @Test func `whoever has the key comes in, with its own page's origin or none`() {
    #expect(refusal() == nil)
    #expect(refusal(host: "LOCALHOST:8642") == nil)
    #expect(refusal(origin: "http://127.0.0.1:8642") == nil)
  }

  @Test(arguments: [nil, "", "0123456789abcdeF", "0123456789abcde", "0123456789abcdef0"])
  func `without the key nobody comes in`(key: String?) {
    #expect(refusal(key: key) == 403)
  }

  @Test(arguments: [nil, "evil.example", "127.0.0.1", "127.0.0.1:80", "evil.example:8642"])
  func `another name is no way in, key or not`(host: String?) {
    #expect(refusal(host: host) == 421)
  }

  @Test(arguments: ["null", "https://127.0.0.1:8642", "http://evil.example", "http://127.0.0.1:1"])
  func `another page may not ask`(origin: String) {
    #expect(refusal(origin: origin) == 403)
  }

  @Test func `keys are long and differ`() {
    let keys = Set((0..<100).map { _ in LabGate.newKey() })
    #expect(keys.count == 100)
    #expect(keys.allSatisfy { $0.utf8.count == 32 })
  }
}
