import Results
import Testing

@Suite struct AvailableCoresTests {
  private func count(_ files: [String: String] = [:], slurm: String? = nil) -> Int {
    AvailableCores.count(read: { files[$0] }, slurm: slurm, otherwise: 16)
  }
  private func status(_ list: String) -> [String: String] {
    ["/proc/self/status": "Name:\tkosh\nCpus_allowed:\tff\nCpus_allowed_list:\t\(list)\n"]
  }

  @Test func `Without any limit all cores are used`() {
    #expect(count() == 16)
  }

  @Test func `Affinity counts the cores of its list`() {
    #expect(count(status("0-7")) == 8)
    #expect(count(status("3")) == 1)
    #expect(count(status("0-3,8,10-11")) == 7)
  }

  @Test func `A quota of control groups counts whole cores, at least one`() {
    #expect(count(["/sys/fs/cgroup/cpu.max": "350000 100000\n"]) == 3)
    #expect(count(["/sys/fs/cgroup/cpu.max": "50000 100000\n"]) == 1)
    #expect(count(["/sys/fs/cgroup/cpu.max": "max 100000\n"]) == 16)
  }

  @Test func `The quota of a group above holds too`() {
    let files = [
      "/proc/self/cgroup": "0::/system/job/step\n",
      "/sys/fs/cgroup/system/cpu.max": "200000 100000",
      "/sys/fs/cgroup/system/job/step/cpu.max": "400000 100000",
    ]
    #expect(count(files) == 2)
  }

  @Test func `The first version's quota counts, and minus one is none`() {
    let period = ["/sys/fs/cgroup/cpu/cpu.cfs_period_us": "100000\n"]
    func files(_ quota: String) -> [String: String] {
      period.merging(["/sys/fs/cgroup/cpu/cpu.cfs_quota_us": quota]) { $1 }
    }
    #expect(count(files("600000\n")) == 6)
    #expect(count(files("-1\n")) == 16)
  }

  @Test func `Slurm's word counts where it is a number`() {
    #expect(count(slurm: "4") == 4)
    #expect(count(slurm: "") == 16)
    #expect(count(slurm: "0") == 16)
  }

  @Test func `The least of all limits holds`() {
    let files = status("0-7").merging(["/sys/fs/cgroup/cpu.max": "400000 100000"]) { $1 }
    #expect(count(files, slurm: "6") == 4)
    #expect(count(files, slurm: "3") == 3)
  }
}
