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

  @Test(
    arguments: [
      ("7\n", 7), ("7;main\n", 7), ("Submitted batch job 12\n", 12),
      ("Welcome to the cluster!\n2 nodes are down until Monday.\n31\n", 31),
      ("31;main\n\n", 31), ("*** 42 jobs wait ***\n", nil), ("", nil), ("12 jobs wait\n", nil),
    ] as [(String, Int?)])
  func `a message of the day before a job's number is not taken for it`(said: String, job: Int?) {
    #expect(Slurm.parsed(submission: said) == job)
  }

  @Test func `messages of the day among tasks and states do not count`() {
    let queue = "Welcome | to | all\n  12|3|RUNNING\nNews\n12|N/A|PENDING\n"
    #expect(
      Slurm.parsed(queue: queue) == [
        Slurm.QueuedTask(job: 12, task: 3, state: "RUNNING"),
        Slurm.QueuedTask(job: 12, task: nil, state: "PENDING"),
      ])
    #expect(
      Slurm.parsed(endings: "Welcome\nNEWS\nCANCELLED by 1000\nFAILED\nFAILED\n")
        == ["CANCELLED": 1, "FAILED": 2])
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
