import Glibc

/// Standard input, output and error, as whoever started the process left them: closed, full, or no terminal.
extension Machine {
  /// Makes sure that none of the three is closed, so that no file that is opened later takes its number and
  /// is given what was meant for a screen; and that what nobody takes is an error number, not the end.
  ///
  /// A closed output stays one that cannot be written; what is said to a closed standard error is dropped.
  package static func prepareStreams() {
    for (number, mode) in [(Int32(0), O_RDONLY), (1, O_RDONLY), (2, O_WRONLY)]
    where fcntl(number, F_GETFD) < 0 {
      // The least number that is free, which is this one.
      _ = open("/dev/null", mode)
    }
    // A reader that went away, and a limit on the size of files.
    for number in [SIGPIPE, SIGXFSZ] { signal(number, SIG_IGN) }
  }

  /// Ends the process as one ends whose reader went away, which shells and scripts know.
  package static func endByBrokenPipe() -> Never {
    signal(SIGPIPE, SIG_DFL)
    raise(SIGPIPE)
    _exit(128 + SIGPIPE)
  }

  /// Writes bytes to an open file, all of them.
  /// - Returns: the system's error number; 0 when all were written.
  @discardableResult
  package static func write(_ bytes: [UInt8], to descriptor: Int32) -> Int32 {
    var done = 0
    while done < bytes.count {
      let written = bytes.withUnsafeBytes {
        Glibc.write(descriptor, $0.baseAddress! + done, $0.count - done)
      }
      if written >= 0 {
        done += written
        continue
      }
      let number = errno
      if number == EAGAIN {
        // The reader of a pipe that does not wait for itself is waited for.
        var wanted = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
        poll(&wanted, 1, -1)
      } else if number != EINTR {
        return number
      }
    }
    return 0
  }

  /// The system's sentence for an error number.
  package static func words(forError number: Int32) -> String { String(cString: strerror(number)) }

  /// Whether standard error is a terminal, where progress may be drawn.
  package static var errorIsTerminal: Bool { isatty(2) == 1 }

  /// How many columns the terminal at standard error has now; nil where it does not say.
  package static var errorColumns: Int? {
    var size = winsize()
    guard ioctl(2, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
    return Int(size.ws_col)
  }
}
