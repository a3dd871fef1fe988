import Foundation

/// What keeps a run folder from being written or read, with what to do about it.
package enum FolderFault: Error, Equatable, CustomStringConvertible {
  /// `--out` names something that this run must not replace.
  case outNotEmpty(path: String)
  case outIsFile(path: String)
  /// A comparison with other scenarios, replicates or dates was begun there.
  case otherPlan(path: String)
  /// `--force` was asked, but nothing there says that a run wrote it.
  case notOurs(path: String)
  case cannotWrite(path: String, reason: String)
  case diskFull(path: String)
  case cannotRead(path: String)
  case notARunFolder(path: String, reason: String)

  /// The fault of a command that works in a folder that is there, so that no other can be named.
  package var descriptionInPlace: String {
    switch self {
    case .cannotWrite(let path, let reason):
      "\(path): error: cannot write: \(reason). Make the folder one that may be written, or copy it "
        + "elsewhere."
    case .diskFull(let path): "\(path): error: the disk is full. Free some space."
    default: description
    }
  }

  package var description: String {
    switch self {
    case .outNotEmpty(let path):
      "\(path): error: the folder is not empty. Name another with --out, or add --force to replace "
        + "the run in it."
    case .outIsFile(let path):
      "\(path): error: this is a file. Name a folder with --out."
    case .otherPlan(let path):
      "\(path): error: another comparison was begun in this folder, with other scenarios, options "
        + "or another version. Name another with --out, or give it the same again to go on."
    case .notOurs(let path):
      "\(path): error: --force replaces only a run folder, and this holds no manifest.json of "
        + "Kosh. Name another with --out."
    case .cannotWrite(let path, let reason):
      "\(path): error: cannot write: \(reason). Name a folder that may be written with --out."
    case .diskFull(let path):
      "\(path): error: the disk is full. Free some space, or name a folder on another disk with "
        + "--out."
    case .cannotRead(let path):
      "\(path): error: the file cannot be read. Check its permissions, and those of its folder."
    case .notARunFolder(let path, let reason):
      "\(path): error: this is not a finished run folder: \(reason)."
    }
  }

  /// Whether the command line is at fault, not the disk.
  package var isUsage: Bool {
    switch self {
    case .outNotEmpty, .outIsFile, .otherPlan, .notOurs: true
    case .cannotWrite, .cannotRead, .diskFull, .notARunFolder: false
    }
  }

  /// The fault behind an error of the system at `path`.
  static func writing(_ path: String, errorNumber: Int32) -> FolderFault {
    switch errorNumber {
    case ENOSPC, EDQUOT: .diskFull(path: path)
    default: .cannotWrite(path: path, reason: String(cString: strerror(errorNumber)))
    }
  }
}
