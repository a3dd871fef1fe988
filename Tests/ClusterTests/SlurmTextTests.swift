import Cluster
import Testing

@Suite struct SlurmTextTests {
  @Test(arguments: [
    ([Int](), ""), ([3], "3"), ([0, 1, 2, 3, 7], "0-3,7"), ([9, 4, 5], "4-5,9"),
  ]) func `tasks are written as ranges`(tasks: [Int], text: String) {
    #expect(SlurmArray.text(tasks) == text)
  }

  @Test func `a task has ten minutes of work unless it is told otherwise`() {
    func tasks(_ points: Int, _ seconds: Double, chunk: Int? = nil, most: Int = 1000) -> Int {
      SlurmArray.taskCount(points: points, chunk: chunk, secondsAPoint: seconds, most: most)
    }
    #expect(tasks(10_000, 6) == 100)
    #expect(tasks(10_000, 6, chunk: 50) == 200)
    #expect(tasks(10_000, 6, chunk: 5, most: 1000) == 1000)
    #expect(tasks(10_000, 1e9, most: 20_000) == 10_000)
    // Two tasks at least, so that a quick sweep too uses more than one node.
    #expect(tasks(100, 0.001) == 2)
    #expect(tasks(1, 0.001) == 1)
  }

  @Test func `faults say what to do`() {
    #expect(
      ClusterFault.notInstalled("sbatch").description
        == "error: 'sbatch' is not here. Submit from a machine with Slurm's commands, or use "
        + "--engine local.")
    #expect(
      ClusterFault.refused("sbatch", "sbatch: error: bad\npartition\n").description
        == "error: 'sbatch' refused: sbatch: error: bad partition")
  }
}
