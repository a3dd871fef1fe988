import Inputs
import Kernel
import Measurement
import Simulation
import TestSupport
import Testing

/// What is counted as irregular needs an authorisation that is missing: an informal job of a migrant with free
/// access is as a native's.
@Suite(.tags(.slow)) struct FreeAccessTests {
  /// Everybody is free to take any job in the third month and the fourth.
  private let recording: Recording

  init() throws {
    var law = FreeMovement()
    law.origins = .all
    recording = try Recording(
      TinyCountry.inputs(scale: 0.16, until: "2020-05-31").adding(
        law, named: "freedom", from: Day(year: 2020, month: 3, day: 1),
        until: Day(year: 2020, month: 4, day: 30)))
  }

  /// Migrants with free access in informal jobs after a month.
  private func informal(_ month: MonthRecord) -> Double {
    let column = Cells.indicators.firstIndex { $0.name == "employed_informally" } ?? 0
    return month.cells.filter { $0.authorisation == "free_access" }
      .reduce(0) { $0 + $1.values[column] }
  }

  @Test func `Who has free access is hired informally, and never irregularly`() throws {
    let hires = recording.series("irregular_hires")
    let employed = recording.series("irregular_employed")
    #expect(hires[1] > 0 && hires[4] > 0 && employed[1] > 0 && employed[4] > 0)
    for month in 2...3 {
      #expect(hires[month] == 0 && employed[month] == 0)
      #expect(recording.series("migrant_hires")[month] > 0)
      #expect(informal(recording.months[month]) > 0)
    }
  }

  @Test func `Who was irregular before free access is counted as informal with it`() throws {
    let irregular = recording.series("irregular_employed")
    let counted = recording.series("migrants_informal")
    for (month, record) in recording.months.enumerated() {
      #expect(counted[month] == informal(record))
    }
    #expect(counted[2] > 0.5 * irregular[1])
    #expect(counted[1] < 0.1 * irregular[1] && counted[4] < 0.1 * irregular[4])
    let employed = recording.series("migrants_employed")
    let formal = recording.series("covered_contract")
    for month in employed.indices {
      #expect(employed[month] == formal[month] + irregular[month] + counted[month])
    }
  }

  @Test func `Free access makes every irregular job lawful at once, and its end irregular again`()
    throws
  {
    let employed = recording.series("irregular_employed")
    let gained = recording.series("migrants_gained_status")
    let lost = recording.series("migrants_lost_status")
    #expect(abs(gained[2] / employed[1] - 1) < 0.05)
    #expect(lost[2] == 0 && lost[3] == 0 && gained[3] == 0)
    #expect(lost[4] > 0.9 * employed[4] - recording.series("irregular_hires")[4])
  }
}
