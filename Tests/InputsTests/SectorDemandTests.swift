import Inputs
import Kernel
import Testing

@Suite struct SectorDemandTests {
  private let country: Country = {
    var country = Country()
    let first = Day(year: 2005, month: 1, day: 1)
    country.sectorDemand = [
      [],
      [
        SectorDemand(date: first, factor: 2), SectorDemand(date: first + 100, factor: 3),
        SectorDemand(date: first + 200, factor: 1),
      ],
    ]
    return country
  }()

  @Test(arguments: [(-50, 1.0), (0, 1.0), (50, 1.25), (100, 1.5), (150, 1.0), (900, 0.5)])
  func `demand is linear between dates, and keeps its ends`(days: Int, expected: Double) {
    let day = Day(year: 2005, month: 1, day: 1) + days
    #expect(abs(country.sectorDemand(1, on: day) - expected) < 1e-12)
  }

  @Test func `a sector without rows follows the trend alone`() {
    let day = Day(year: 2007, month: 1, day: 1)
    #expect(country.sectorDemand(0, on: day) == 1)
    #expect(country.sectorDemand(7, on: day) == 1)
  }
}
