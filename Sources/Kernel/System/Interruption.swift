import Glibc

/// Set when the user or the system asks the process to stop.
///
/// A signal handler may do next to nothing, so it only leaves the signal's number here; the day loop's
/// caller looks between days.
package enum Interruption {
  nonisolated(unsafe) private static var flag: UnsafeMutablePointer<sig_atomic_t> = {
    let flag = UnsafeMutablePointer<sig_atomic_t>.allocate(capacity: 1)
    flag.initialize(to: 0)
    return flag
  }()
  nonisolated(unsafe) private static var handlerFlag: UnsafeMutablePointer<sig_atomic_t>?

  /// Begins to listen for SIGINT, SIGTERM and SIGHUP; a second one of them ends the process at once.
  package static func listen() {
    handlerFlag = flag
    let numbers = [SIGINT, SIGTERM, SIGHUP].filter { $0 != SIGHUP || !isHangupIgnored }
    for number in numbers {
      signal(number) { received in
        Interruption.handlerFlag?.pointee = received
        // Whoever asks twice does not want to wait for whole results.
        signal(received, SIG_DFL)
      }
    }
    // A parent may have left them blocked, for its children too.
    var listened = sigset_t()
    sigemptyset(&listened)
    for number in numbers { sigaddset(&listened, number) }
    pthread_sigmask(SIG_UNBLOCK, &listened, nil)
  }

  /// Whether somebody wants the process to outlive its terminal, as `nohup` does.
  private static var isHangupIgnored: Bool {
    var action = sigaction()
    sigaction(SIGHUP, nil, &action)
    // SIG_IGN is the handler at address 1.
    return unsafeBitCast(action.__sigaction_handler.sa_handler, to: Int.self) == 1
  }

  /// The signal that asked to stop (1, 2 or 15); nil while none has.
  package static var signalNumber: Int32? {
    let received = flag.pointee
    return received == 0 ? nil : received
  }
}
