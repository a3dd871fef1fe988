/// How scenarios are named: a file, or several reforms of one baseline joined by `+`.
package enum ScenarioPath {
  /// The files that a name means; itself where a file is called so.
  ///
  /// A later name without a folder is looked for beside the first.
  static func parts(of path: String, in files: ScenarioFiles) -> [String] {
    isOne(path, in: files) ? [path] : split(path)
  }

  private static func isOne(_ path: String, in files: ScenarioFiles) -> Bool {
    !path.contains("+") || (try? files.read(path)) != nil
  }

  /// The name's parts, whether or not there are such files.
  private static func split(_ path: String) -> [String] {
    let names = path.split(separator: "+").map(String.init)
    guard let first = names.first, names.count > 1 else { return [path] }
    return [first]
      + names.dropFirst().map { $0.contains("/") ? $0 : ScenarioFiles.resolve($0, from: first) }
  }

  /// A name as written in `file`, seen from where `file` was named.
  static func resolve(_ path: String, from file: String, in files: ScenarioFiles) -> String {
    let whole = ScenarioFiles.resolve(path, from: file)
    if isOne(whole, in: files) { return whole }
    // Each part is a path of its own, in which .. leads up.
    return path.split(separator: "+").enumerated().map { place, name in
      place > 0 && !name.contains("/")
        ? String(name) : ScenarioFiles.resolve(String(name), from: file)
    }.joined(separator: "+")
  }

  /// A name for results: the files' without folder and ending.
  package static func stem(of path: String) -> String {
    path.split(separator: "+").map { part in
      let file = part.split(separator: "/").last ?? part
      guard let point = file.lastIndex(of: "."), point > file.startIndex else {
        return String(file)
      }
      return String(file[..<point])
    }.joined(separator: "+")
  }
}
