import ArgumentParser
import Cluster
import Experiments
import Kernel
import Results
import Statistics
import WorldState

extension Exit {
  static let usage = ExitCode(64)
  /// A fault of ours.
  static let ours = ExitCode(70)

  /// 130 after Ctrl-C, 143 after SIGTERM.
  static func interrupted(by signal: Int32) -> ExitCode { ExitCode(128 + signal) }
}

/// Turns what went wrong below a command into lines on standard error and an exit code.
/// - Parameter hasOut: whether the command has `--out`, which a remedy may then name.
func orExit<Result>(hasOut: Bool = true, _ body: () throws -> Result) throws -> Result {
  do {
    return try body()
  } catch let fault as FolderFault {
    StandardError.write(hasOut ? fault.description : fault.descriptionInPlace)
    throw fault.isUsage ? Exit.usage : Exit.files
  } catch let fault as SweepFault {
    StandardError.write(fault.description)
    throw fault.isUsage ? Exit.usage : Exit.files
  } catch let fault as StatisticsError {
    StandardError.write("error: \(fault).")
    throw Exit.no
  } catch let fault as CalibrationFault {
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
