import Results
import Testing

/// How much memory there is, by what the system says in its files.
@Suite struct AvailableMemoryTests {
  private static let mebibyte = 1 << 20

  private func known(_ files: [String: String], slurm: String? = nil) -> Int? {
    AvailableMemory.known(read: { files[$0] }, slurm: slurm).map { $0 / Self.mebibyte }
  }

  private let machine = [
    "/proc/meminfo": "MemTotal: 16384000 kB\nMemAvailable:  8192000 kB\nSwapFree:  1024000 kB\n"
  ]

  private func with(_ more: [String: String]) -> [String: String] {
    machine.merging(more) { $1 }
  }

  @Test func `Nothing said is nothing known`() {
    #expect(known([:]) == nil)
    #expect(known(["/proc/meminfo": "MemTotal: 1 kB\n"]) == nil)
  }

  @Test func `What is free and what can be swapped out counts`() { #expect(known(machine) == 9000) }

  @Test func `Slurm's word bounds it`() {
    #expect(known(machine, slurm: "2048") == 2048)
    #expect(known(machine, slurm: "0") == 9000)
  }

  @Test func `Each control group up to the root bounds it, less what it holds for good`() {
    let own = "/sys/fs/cgroup/user/job"
    let files = with([
      "/proc/self/cgroup": "0::/user/job\n", own + "/memory.max": "max\n",
      "/sys/fs/cgroup/user/memory.max": "\(1024 * Self.mebibyte)\n",
      "/sys/fs/cgroup/user/memory.stat":
        "anon \(300 * Self.mebibyte)\nfile \(700 * Self.mebibyte)\nkernel \(24 * Self.mebibyte)\n",
    ])
    #expect(known(files) == 700)
    #expect(
      known(files.merging(["/sys/fs/cgroup/user/memory.swap.max": "\(100 * Self.mebibyte)"]) { $1 })
        == 800)
  }

  @Test func `Control groups of the first version bound it`() {
    let folder = "/sys/fs/cgroup/memory/memory."
    #expect(
      known(
        with([
          folder + "limit_in_bytes": "\(512 * Self.mebibyte)\n",
          folder + "stat": "cache 1\ntotal_rss \(12 * Self.mebibyte)\n",
        ])) == 500)
    #expect(known(with([folder + "limit_in_bytes": "9223372036854771712\n"])) == 9000)
  }

  @Test func `The process' own limits bound it, less what it has`() {
    func limits(space: String, data: String) -> [String: String] {
      with([
        "/proc/self/limits":
          "Limit                     Soft Limit           Hard Limit           Units     \n"
          + "Max data size             \(data)            unlimited            bytes     \n"
          + "Max address space         \(space)            unlimited            bytes     \n",
        "/proc/self/status": "VmSize:\t  204800 kB\nVmData:\t  102400 kB\n",
      ])
    }
    #expect(known(limits(space: "unlimited", data: "unlimited")) == 9000)
    #expect(known(limits(space: "\(600 * Self.mebibyte)", data: "unlimited")) == 400)
    #expect(known(limits(space: "unlimited", data: "\(600 * Self.mebibyte)")) == 500)
    #expect(known(limits(space: "\(100 * Self.mebibyte)", data: "unlimited")) == 0)
  }

  @Test func `A shortage tells both numbers, and what is not known is none`() {
    #expect(throws: MemoryShortage.self) { try MemoryShortage.check(11, available: 10) }
    #expect(throws: Never.self) { try MemoryShortage.check(10, available: 10) }
    #expect(throws: Never.self) { try MemoryShortage.check(.max, available: nil) }
  }
}
