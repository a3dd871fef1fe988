import Foundation

/// Which Kosh this is.
package enum Build {
  package static let version = "0.1.0"

  /// The compiler that built this program, as far as a program can know its own.
  package static var toolchain: String {
    #if compiler(>=6.4)
      "Swift 6.4 or later"
    #elseif compiler(>=6.3.2)
      "Swift 6.3.2 or later"
    #elseif compiler(>=6.3.1)
      "Swift 6.3.1"
    #elseif compiler(>=6.3)
      "Swift 6.3.0"
    #else
      "Swift 6.2"
    #endif
  }

  /// The commit that this program carries, or the one checked out where it was built, when it still lies there; else
  /// `unknown`, with the reason.
  ///
  /// A commit made after the build cannot have gone into it: then it is named with `or earlier`. Changes
  /// that were never committed do not show.
  package static var commit: String {
    if let carried = carriedCommit() { return carried }
    guard let program = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
    else { return "unknown: this system does not say which file runs" }
    return commit(ofProgram: program)
  }

  package static func commit(ofProgram program: String) -> String {
    var folder = (program as NSString).deletingLastPathComponent
    while folder.count > 1 {
      if exists(folder + "/Package.swift"), exists(folder + "/.git") {
        guard let head = Checkout(folder: folder).head else {
          return "unknown: the checkout around the program names none"
        }
        guard let built = modified(program), let moved = head.moved else { return head.commit }
        return moved > built ? head.commit + " or earlier" : head.commit
      }
      folder = (folder as NSString).deletingLastPathComponent
    }
    return "unknown: the program carries none, and lies in no checkout"
  }

  fileprivate static func exists(_ path: String) -> Bool {
    FileManager.default.fileExists(atPath: path)
  }

  fileprivate static func modified(_ path: String) -> Date? {
    (try? FileManager.default.attributesOfItem(atPath: path))?[.modificationDate] as? Date
  }
}

/// A git checkout, read without git.
private struct Checkout {
  /// Where HEAD of this checkout lies, and where the branches lie; they differ in a further worktree.
  private let own: String
  private let common: String

  init(folder: String) {
    let git = folder + "/.git"
    guard let pointer = FileBytes.text(of: git), pointer.hasPrefix("gitdir: ") else {
      (own, common) = (git, git)
      return
    }
    let target = Checkout.line(pointer.dropFirst("gitdir: ".count))
    let own = target.hasPrefix("/") ? target : folder + "/" + target
    self.own = own
    let shared = FileBytes.text(of: own + "/commondir").map { Checkout.line($0[...]) }
    common = shared.map { $0.hasPrefix("/") ? $0 : own + "/" + $0 } ?? own
  }

  /// The commit checked out, and when HEAD came to it.
  var head: (commit: String, moved: Date?)? {
    guard let text = FileBytes.text(of: own + "/HEAD") else { return nil }
    let head = Checkout.line(text[...])
    let moved = Build.modified(own + "/logs/HEAD")
    guard head.hasPrefix("ref: ") else { return (head, moved) }
    let branch = String(head.dropFirst("ref: ".count))
    if let commit = FileBytes.text(of: common + "/" + branch) {
      return (Checkout.line(commit[...]), moved)
    }
    let packed = FileBytes.text(of: common + "/packed-refs") ?? ""
    let row = packed.split(separator: "\n").first { $0.hasSuffix(" " + branch) }
    return row.map { (String($0.prefix { $0 != " " }), moved) }
  }

  private static func line(_ text: Substring) -> String {
    text.trimmingCharacters(in: .whitespacesAndNewlines)
  }
}
