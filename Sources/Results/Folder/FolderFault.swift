import Foundation
import Kernel

/// What keeps a folder of results from being written or read, with what to do about it.
package enum FolderFault: Error, Equatable, CustomStringConvertible {
  /// `--out` names something that this run must not replace.
  case outNotEmpty(path: String)
  /// What a process left that was ended while it wrote.
  case outHoldsLeftovers(path: String)
  case outIsFile(path: String)
  /// Another process works in it.
  case inUse(path: String)
  /// A comparison with other scenarios, replicates or dates was begun there.
  case otherPlan(path: String)
  /// `--force` was asked, but nothing there says that Kosh wrote it.
  case notOurs(path: String)
  /// `--force` would take away what Kosh did not write.
  case wouldRemove(path: String, names: [String])
  /// `--force` would take away what the command itself reads.
  case wouldRemoveInput(path: String, input: String)
  case cannotWrite(path: String, reason: String)
  case diskFull(path: String)
  case cannotRead(path: String)
  case notARunFolder(path: String, reason: String)
  /// Rows of its database are not those that were written.
  case altered(path: String, tables: [String])

  /// What a command has to offer against a fault of its folder.
  package struct Remedies: OptionSet, Sendable {
    package let rawValue: Int
    package init(rawValue: Int) { self.rawValue = rawValue }
    /// `--out`, which names another folder.
    package static let out = Remedies(rawValue: 1)
    /// `--force`, which replaces what is there.
    package static let force = Remedies(rawValue: 2)
  }

  package var description: String { sentence([.out, .force]) }

  /// The fault in a sentence, with a remedy that the command has.
  package func sentence(_ remedies: Remedies) -> String {
    let force = remedies.contains(.force)
    let out = remedies.contains(.out)
    switch self {
    case .outNotEmpty(let path):
      return "\(path): error: the folder is not empty. Name another with --out"
        + (force ? ", or add --force to replace the run in it." : ".")
    case .outHoldsLeftovers(let path):
      return "\(path): error: the folder holds what a run left that was ended while it wrote. "
        + (force ? "Add --force to take it away, or name" : "Name") + " another with --out."
    case .outIsFile(let path):
      return "\(path): error: this is a file. Name a folder with --out."
    case .inUse(let path):
      return "\(path): error: another process of Kosh works in this folder. Wait for its end"
        + (out ? ", or name another with --out." : ".")
    case .otherPlan(let path):
      return "\(path): error: another comparison was begun in this folder, with other scenarios, "
        + "options or another version. Name another with --out, or give it the same again to go on."
    case .notOurs(let path):
      return "\(path): error: --force replaces only a run folder, and this holds no manifest.json "
        + "of Kosh. Name another with --out."
    case .wouldRemove(let path, let names):
      return "\(path): error: --force would take away \(FolderFault.list(names)), which Kosh did "
        + "not write. Move that elsewhere, or name another folder with --out."
    case .wouldRemoveInput(let path, let input):
      return "\(path): error: --force would take away \(input), which is read here. Name another "
        + "folder with --out."
    case .cannotWrite(let path, let reason):
      return "\(path): error: cannot write: \(reason). "
        + (out
          ? "Name a folder that may be written with --out."
          : "Change its permissions, or work on a copy of the folder.")
    case .diskFull(let path):
      return "\(path): error: the disk is full. Free some space"
        + (out ? ", or name a folder on another disk with --out." : ".")
    case .cannotRead(let path):
      return "\(path): error: the file cannot be read. Check its permissions, and those of its "
        + "folder."
    case .notARunFolder(let path, let reason):
      return "\(path): error: this is not a finished run folder: \(reason)."
    case .altered(let path, let tables):
      return "\(path): error: its results.sqlite was changed since it was written, in "
        + "\(FolderFault.list(tables)), so that its numbers are not those of its digest. Put the "
        + "file back, or run it again."
    }
  }

  /// The first few names, and how many more there are.
  private static func list(_ names: [String]) -> String {
    let shown = names.prefix(3).map { "'\($0)'" }.joined(separator: ", ")
    return names.count > 3 ? "\(shown) and \(names.count - 3) more" : shown
  }

  /// Whether the command line is at fault, not the disk.
  package var isUsage: Bool {
    switch self {
    case .outNotEmpty, .outHoldsLeftovers, .outIsFile, .inUse, .otherPlan, .notOurs, .wouldRemove,
      .wouldRemoveInput:
      true
    case .cannotWrite, .cannotRead, .diskFull, .notARunFolder, .altered: false
    }
  }

  /// The fault behind an error of the system at `path`.
  static func writing(_ path: String, errorNumber: Int32) -> FolderFault {
    switch errorNumber {
    case ENOSPC, EDQUOT: .diskFull(path: path)
    default: .cannotWrite(path: path, reason: Machine.words(forError: errorNumber))
    }
  }
}
