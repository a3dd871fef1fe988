import ArgumentParser
import Cluster
import Experiments
import Kernel
import Reporting
import Results
import Statistics
import WorldState

extension Exit {
  static let usage = ExitCode(64)
  /// A fault of ours.
  static let ours = ExitCode(70)

  /// 129 after SIGHUP, 130 after Ctrl-C, 143 after SIGTERM.
  static func interrupted(by signal: Int32) -> ExitCode { ExitCode(128 + signal) }
}

/// Turns what went wrong below a command into lines on standard error and an exit code.
///
/// - Parameter remedies: what the command offers against a fault of its folder.
func orExit<Result>(
  _ remedies: FolderFault.Remedies = [], _ body: () throws -> Result
) throws -> Result {
  do {
    return try body()
  } catch let fault as FolderFault {
    StandardError.write(fault.sentence(remedies))
    throw fault.isUsage ? Exit.usage : Exit.files
  } catch let shortage as MemoryShortage {
    StandardError.write(
      "error: this takes about \(RunWords.bytes(shortage.needed)) of memory, and "
        + "\(RunWords.bytes(shortage.available)) are there. A smaller --scale takes less.")
    throw Exit.files
  } catch let fault as SweepFault {
    StandardError.write(fault.description)
    throw fault.isUsage ? Exit.usage : Exit.files
  } catch let fault as StatisticsError {
    StandardError.write("error: \(fault).")
    throw Exit.no
  } catch let fault as CalibrationFault {
    StandardError.write(fault.description)
    throw Exit.no
  } catch let fault as WorldSearchFault {
    StandardError.write(fault.description)
    throw Exit.no
  } catch let fault as ClusterFault {
    StandardError.write(fault.description)
    throw Exit.files
  } catch let fault as StateFileFault {
    StandardError.write(fault.description)
    throw Exit.badData
  } catch let failure as AuditFailure {
    for finding in failure.findings {
      StandardError.write("error: the books do not balance on \(failure.day): \(finding)")
    }
    StandardError.write(
      "error: this is a fault of Kosh, not of the scenario. Nothing was written; please report it "
        + "with the scenario, the seed and 'kosh version'.")
    throw Exit.ours
  }
}

/// Says it where nothing keeps two commands out of one folder.
func warn(ifWithoutLocks lock: FolderLock?, _ path: String) {
  guard let lock, !lock.isHeld else { return }
  StandardError.write(
    "\(path): warning: this disk has no locks, so nothing keeps another command out of the folder.")
}
