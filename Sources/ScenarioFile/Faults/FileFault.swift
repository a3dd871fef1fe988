/// A file that cannot be read as text, or not as YAML.
enum FileFault: Error, Equatable, Sentence {
  case missing
  case folder
  case unreadable
  case tooLarge
  case notUTF8
  case controlCharacter(UInt32)
  case tooDeep
  case empty
  case syntax(String)
  case duplicateKey(String, firstLine: Int)
  case severalDocuments
  case anchor
  case alias
  case tag
  case keyIsNotText
  case cycle([String])
  case tooManyFiles

  var sentence: String {
    switch self {
    case .missing: "there is no such file."
    case .folder: "this is a folder. Name a file in it."
    case .unreadable: "the file cannot be read. Check its permissions."
    case .tooLarge: "the file is larger than 16 MB, so it is no scenario or table."
    case .notUTF8: "the file is not UTF-8 from here on. Save it as UTF-8 text."
    case .controlCharacter(let code):
      "here stands a control character (U+\(FileFault.hexadecimal(code))). Remove it."
    case .tooDeep: "the file nests too deeply for a scenario."
    case .empty: "the file holds no scenario. See 'kosh scenario new' for a template."
    case .syntax(let problem): "this is not YAML: \(problem)."
    case .duplicateKey(let key, let line):
      "'\(key)' is written twice; first in line \(line). Keep one of them."
    case .severalDocuments: "a second YAML document begins. Keep one scenario a file."
    case .anchor: "YAML anchors (&) are not used in scenarios. Write the value out."
    case .alias: "YAML aliases (*) are not used in scenarios. Write the value out."
    case .tag: "YAML tags (!) are not used in scenarios. Remove it."
    case .keyIsNotText: "a key must be a word. Write key: value."
    case .cycle(let files):
      "the scenario extends itself: \(files.joined(separator: " -> ")). Remove one 'extends'."
    case .tooManyFiles: "more than 32 files extend one another. Flatten them."
    }
  }

  static func hexadecimal(_ code: UInt32) -> String {
    let digits = String(code, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}
