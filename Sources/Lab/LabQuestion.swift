import Foundation
import Kernel
import Results

/// What a page asks.
struct LabQuestion: Sendable {
  var method: String
  var path: String
  var query: [String: String]
  var body: Data
  /// The lab's key, for links on its pages.
  var key: String
}

/// What the lab answers.
struct LabAnswer: Sendable {
  var status = 200
  var type: String
  var body: Data
  /// What the browser may load and run on what it is given.
  var policy: String

  /// Nothing but the lab's own files; no script or style in the page itself.
  static let strict =
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    + "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

  static func json(_ json: JSON) -> LabAnswer {
    LabAnswer(
      type: "application/json", body: Data(json.compactText.utf8), policy: "default-src 'none'")
  }

  static func text(_ status: Int, _ sentence: String) -> LabAnswer {
    LabAnswer(
      status: status, type: "text/plain; charset=utf-8", body: Data((sentence + "\n").utf8),
      policy: "default-src 'none'")
  }

  static func file(_ type: String, _ bytes: some Sequence<UInt8>) -> LabAnswer {
    LabAnswer(type: "\(type); charset=utf-8", body: Data(bytes), policy: strict)
  }

  /// A page that stands alone: its own script runs, known by its checksum, and nothing else.
  static func page(_ html: String) -> LabAnswer {
    var script = "'none'"
    if let start = html.range(of: "<script>\n", options: .backwards),
      let end = html.range(of: "</script>", range: start.upperBound..<html.endIndex)
    {
      let text = String(html[html.index(before: start.upperBound)..<end.lowerBound])
      script = "'sha256-\(base64(hex: Digest.ofText(text)))'"
    }
    return LabAnswer(
      type: "text/html; charset=utf-8", body: Data(html.utf8),
      policy: "default-src 'none'; style-src 'unsafe-inline'; script-src \(script); "
        + "base-uri 'none'; form-action 'none'; frame-ancestors 'none'")
  }

  private static func base64(hex: String) -> String {
    var bytes = Data()
    var rest = Substring(hex)
    while let byte = UInt8(rest.prefix(2), radix: 16), !rest.isEmpty {
      bytes.append(byte)
      rest = rest.dropFirst(2)
    }
    return bytes.base64EncodedString()
  }
}
