import Foundation

/// Who may ask the lab: whoever has the key of its link, under the lab's own name, from the lab's own page.
///
/// The browser keeps other sites from reading answers; the key keeps them, and other users of the machine, from asking at
/// all, and the checked `Host` keeps out names that were made to lead here.
package struct LabGate: Sendable {
  let key: String
  /// As a browser may name the lab: `127.0.0.1:8642`.
  let hosts: [String]

  package init(key: String, hosts: [String]) {
    self.key = key
    self.hosts = hosts
  }

  /// A request as the gate sees it.
  package struct Caller {
    package var host: String?
    package var origin: String?
    package var key: String?

    package init(host: String?, origin: String?, key: String?) {
      self.host = host
      self.origin = origin
      self.key = key
    }
  }

  /// Why somebody is turned away: the status, and a sentence.
  package struct Refusal: Equatable {
    package var status: Int
    package var sentence: String
  }

  package func refusal(of caller: Caller) -> Refusal? {
    guard let host = caller.host, hosts.contains(host.lowercased()) else {
      return Refusal(
        status: 421, sentence: "This is the lab at \(hosts[0]); it answers to no other name.")
    }
    if let origin = caller.origin, !hosts.contains(where: { "http://\($0)" == origin.lowercased() })
    {
      return Refusal(status: 403, sentence: "The lab answers to its own page alone.")
    }
    guard let key = caller.key, isKey(key) else {
      return Refusal(
        status: 403, sentence: "The key is missing. Open the link that kosh serve has printed.")
    }
    return nil
  }

  /// Takes the same time wherever two keys differ.
  private func isKey(_ text: String) -> Bool {
    let (own, given) = (Array(key.utf8), Array(text.utf8))
    guard own.count == given.count else { return false }
    return zip(own, given).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } == 0
  }

  /// 128 bits that nobody can guess.
  package static func newKey() -> String {
    var system = SystemRandomNumberGenerator()
    return (0..<2).map { _ in
      let digits = String(UInt64.random(in: .min ... .max, using: &system), radix: 16)
      return String(repeating: "0", count: 16 - digits.count) + digits
    }.joined()
  }
}
