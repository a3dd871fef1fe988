import Testing

/// The simulated world depends on its inputs and its seed alone.
@Suite struct PureRoomTests {
  private let checkout: Checkout

  init() throws { checkout = try Checkout() }

  @Test func `no hashed collection, whose order differs from process to process`() {
    expectNoWord(
      matching:
        #/
          \bSet[<(] | \bDictionary\b | \bHasher\b | \bhashValue\b
          # [Key: Value] and [:], but no array of calls with labels
          | \[ \s* : \s* \] | \[ \s* [A-Z][\w.]* (?:<[^\]]*>)? \s* : \s* [A-Z\[(]
        /#,
      instead: "use an array, or the Kernel's SampledSet")
  }

  @Test func `no thread, task or lock: islands are worked by the Kernel`() {
    expectNoWord(
      matching:
        #/
          \bThread\b | \bDispatch\w+ | \bTask\s*[.{(] | \basync\b | \bawait\b
          | \bactor\b | \bMutex\b | \bAtomic\b
        /#,
      instead: "leave threads to the Kernel's Islands")
  }

  @Test func `no clock: time is a simulated day`() {
    expectNoWord(
      matching: /\bContinuousClock\b|\bSuspendingClock\b|\bDate\(|\bclock_gettime\b/,
      instead: "take the day from the caller")
  }

  @Test func `no luck but keyed draws`() {
    expectNoWord(
      matching:
        /\.random\(|\.randomElement\b|\.shuffled?\b|\bSystemRandomNumberGenerator\b/,
      instead: "use a keyed draw, so that the same life has the same luck")
  }

  @Test func `no unsafe pointer: records are reached through columns`() {
    expectNoWord(
      matching: /\bUnsafe\w*|\bOpaquePointer\b|\bwithUnsafe\w*|\bunsafeBitCast\b|\bUnmanaged\b/,
      instead: "use the Kernel's Column")
  }

  @Test func `every exemption is still used`() {
    expectNone(
      House.exemptions.filter { exemption in
        !checkout.source(exemption.file).code.contains { $0.contains(exemption.word) }
      }.map {
        Finding(file: $0.file, advice: "no longer uses '\($0.word)': strike its exemption")
      })
  }

  private func expectNoWord(matching pattern: some RegexComponent, instead: String) {
    var findings: [Finding] = []
    for room in House.pureRooms.sorted() {
      for source in checkout.room(room) {
        for (found, line) in source.occurrences(of: pattern) {
          let isExempt = House.exemptions.contains {
            $0.file == source.file && found.contains($0.word)
          }
          if !isExempt {
            findings.append(
              Finding(
                file: source.file, line: line,
                advice: "'\(found)' has no place in \(room): \(instead)"))
          }
        }
      }
    }
    expectNone(findings)
  }
}
