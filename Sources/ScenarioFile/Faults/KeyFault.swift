/// A key that is unknown, missing or holds the wrong form of value.
enum KeyFault: Error, Equatable, Sentence {
  case unknown(String, of: String, among: [String])
  case unknownPath(String, among: [String])
  case overrideForm(String)
  case fixedByFile(String)
  case missing([String], of: String)
  case missingSection(String, keys: [String])
  case notASection(String, keys: [String])
  case measureForm(String)
  case measureSet(String)
  case notAMapping
  case wrongVersion(String)
  case emptyValue(String)
  case notAValue(String)
  case provenanceWithoutValue(String)
  case sourceNotText(String)
  case needsRange(String, source: String)

  var sentence: String {
    switch self {
    case .unknown(let key, let section, let names):
      "'\(key)' is not a key of \(section)."
        + Nearest.hint(for: key, among: names) {
          EverydayWords.hint(for: key, of: section, among: names)
        }
    case .unknownPath(let path, let names):
      "'\(path)' is not a key."
        + Nearest.hint(for: path, among: names) {
          EverydayWords.hint(forPath: path, among: names)
        }
    case .overrideForm(let text): "'\(text)' sets nothing. Write key=value, as in run.seed=7."
    case .fixedByFile(let key): "'\(key)' cannot be set here. Write it in a file."
    case .missing(let keys, let section):
      "\(section) lacks \(KeyFault.list(keys)). "
        + "Write \(keys.count == 1 ? "it" : "them"), or extend a scenario that does."
    case .missingSection(let section, let keys):
      "section '\(section)' is missing. It holds \(keys.joined(separator: ", ")); "
        + "write it, or extend a scenario that does."
    case .notASection(let section, let keys):
      "'\(section)' is a section. Write its keys below it, indented"
        + (keys.isEmpty ? "." : ": \(keys.joined(separator: ", ")).")
    case .measureForm(let name):
      "'\(name)' is a measure. Write its keys below it, indented, or '\(name): none' to remove it."
    case .measureSet(let path):
      "'\(path)' is a measure. Write \(path)=none to remove it, or set one of its keys, "
        + "as in \(path).from=2020-07-01."
    case .notAMapping: "a scenario is made of lines 'key: value'. See 'kosh scenario new'."
    case .wrongVersion(let text):
      "'kosh' is \(text), but this program reads version 1. Write kosh: 1."
    case .emptyValue(let key): "'\(key)' has no value. Write one after the colon."
    case .notAValue(let key): "'\(key)' takes one value here, not a list or a section."
    case .provenanceWithoutValue(let key):
      "'\(key)' gives no value. Write {value: …, range: [low, high], source: …}."
    case .sourceNotText(let key): "the source of '\(key)' is a word, such as assumed."
    case .needsRange(let key, let source):
      "'\(key)' is \(source), so nobody knows it exactly. Write a range: [low, high] beside it."
    }
  }

  static func list(_ keys: [String]) -> String {
    keys.map { "'\($0)'" }.joined(separator: ", ")
  }
}
