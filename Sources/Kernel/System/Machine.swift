import Glibc

/// What the system tells and gives: memory, time spent. None of it enters a result.
public enum Machine {
  /// A buffer aligned to `alignment` (a power of two); with `hugePages` the system is asked to back it by
  /// pages of 2 MiB, which made a national day loop 10-15 % faster.
  public static func allocate(
    byteCount: Int, alignment: Int, hugePages: Bool
  ) -> UnsafeMutableRawPointer {
    var raw: UnsafeMutableRawPointer?
    guard posix_memalign(&raw, alignment, max(byteCount, 1)) == 0, let raw else {
      endForWantOfMemory(byteCount)
    }
    if hugePages { madvise(raw, byteCount, Int32(MADV_HUGEPAGE)) }
    return raw
  }

  /// Gives back what ``allocate(byteCount:alignment:hugePages:)`` gave.
  static func deallocate(_ buffer: UnsafeMutableRawPointer) { free(buffer) }

  /// Says in one line how much was asked for, and ends with the exit code of files and disk. Nothing that the
  /// world holds could go on without it, and what was written down so far stands.
  private static func endForWantOfMemory(_ byteCount: Int) -> Never {
    let line =
      "error: \(byteCount >> 20) MiB of memory more were needed, and the system has no more for this "
      + "program. A smaller --scale needs less.\n"
    write(Array(line.utf8), to: 2)
    _exit(74)
  }

  /// Seconds on a clock that never runs backwards.
  public static var wallSeconds: Double {
    var now = timespec()
    clock_gettime(CLOCK_MONOTONIC, &now)
    return Double(now.tv_sec) + Double(now.tv_nsec) * 1e-9
  }

  /// Processor time of all threads of this process so far.
  public static var processorSeconds: Double {
    var now = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now)
    return Double(now.tv_sec) + Double(now.tv_nsec) * 1e-9
  }

  /// The most memory this process has held at once.
  public static var peakMemoryBytes: Int {
    var usage = rusage()
    getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    return usage.ru_maxrss * 1024
  }
}

/// Begins the program anew, with the same arguments, when a fault of its own (a broken precondition, a bad
/// access) would end it in the midst of work that it can go on with.
///
/// In between it notes the fault in a file, so that the next beginning can tell what was at fault.
public enum FaultRestart {
  // Constants, so that the handler finds them without any work.
  nonisolated(unsafe) private static var descriptor: Int32 = -1
  nonisolated(unsafe) private static var note: UnsafeMutableBufferPointer<UInt8>?
  nonisolated(unsafe) private static var program: UnsafeMutablePointer<CChar>?
  nonisolated(unsafe) private static var arguments:
    UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?

  /// Listens for faults from now on; without an open file of ``note(in:)`` they end the process as ever.
  ///
  /// - Parameter text: What is noted at a fault, a line.
  public static func listen(noting text: String) {
    let bytes = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: text.utf8.count)
    _ = bytes.initialize(from: text.utf8)
    note = bytes
    // The very file that runs, though another may lie at its path by now.
    program = strdup("/proc/self/exe")
    arguments = CommandLine.unsafeArgv
    for number in [SIGILL, SIGTRAP, SIGABRT, SIGBUS, SIGFPE, SIGSEGV] {
      signal(number) { FaultRestart.beginAnew($0) }
    }
  }

  /// Where faults are noted from now on; nil where the process should end by them.
  public static func note(in open: Int32?) { descriptor = open ?? -1 }

  /// On the thread at fault; may call nothing but what POSIX holds safe in a signal handler.
  private static func beginAnew(_ number: Int32) {
    signal(number, SIG_DFL)
    guard descriptor >= 0, let note, let program, let arguments else {
      raise(number)
      return
    }
    write(descriptor, note.baseAddress, note.count)
    // What is blocked would stay so in the new beginning.
    var none = sigset_t()
    sigemptyset(&none)
    pthread_sigmask(SIG_SETMASK, &none, nil)
    execv(program, arguments)
    raise(number)
  }
}
