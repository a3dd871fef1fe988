import Inputs
import Measurement
import Simulation
import TestSupport
import Testing

/// Posts follow the labour force of a region that grows apart from the nation.
@Suite struct RegionalGrowthTests {
  /// Natives in jobs and searching in the first region, a mean of the last year, where its people grow by a tenth more a year.
  private func first(_ growth: String) throws -> (jobs: Double, searching: Double) {
    var inputs = try TinyCountry.inputs(
      until: "2021-12-31", ["behaviour.demand.regional_growth=\(growth)"])
    inputs.country.regions[0].populationNextYear *= 1.1
    let name = inputs.country.regions[0].name
    var sums = (jobs: 0.0, searching: 0.0)
    for month in try Recording(inputs).months.suffix(12) {
      for row in month.cells where row.region == name && row.authorisation == "native" {
        sums.jobs +=
          row.values[Cells.Column.employedFormally.place]
          + row.values[Cells.Column.employedInformally.place]
        sums.searching += row.values[Cells.Column.searching.place]
      }
    }
    return sums
  }

  @Test func `those who come find posts where posts follow them, and search where not`() throws {
    let (held, following) = try (first("0"), first("1"))
    #expect(following.jobs > 1.03 * held.jobs)
    #expect(following.searching < 0.9 * held.searching)
  }

  @Test func `regions are told apart by growth alone`() throws {
    let country = try TinyCountry.inputs().country
    var weights = 0.0
    let sum = country.regions.indices.reduce(0.0) {
      weights += country.regions[$1].population
      return $0 + country.growthApart(ofRegion: $1) * country.regions[$1].population
    }
    #expect(abs(sum / weights) < 1e-12)
  }
}
