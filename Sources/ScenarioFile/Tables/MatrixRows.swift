import Inputs
import Kernel

/// A row of `sector_shares`.
struct SectorShareRow: TableRow {
  var region = ""
  var sector = ""
  var share = 0.0

  static let blank = SectorShareRow()
  static let columns: [Key<SectorShareRow>] = [
    .text("region", \.region, "Name of the region."),
    .text("sector", \.sector, "Name of the sector."),
    .number("share", \.share, .share, 0...1, "Part of the region's employment."),
  ]
}

/// A row of `seasons`.
struct SeasonRow: TableRow {
  var sector = ""
  var months = [Double](repeating: 1, count: 12)

  static let blank = SeasonRow()
  static let monthNames = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
  ]
  static let columns: [Key<SeasonRow>] =
    [.text("sector", \.sector, "Name of the sector.")]
    + monthNames.enumerated().map { index, name in
      .number(name, \.months[index], .factor, 0.01...12, "Factor of that month.")
    }
}

/// A row of `tax_scales`.
struct TaxScaleRow: TableRow {
  var scale = ""
  var above = 0.0
  var rate = 0.0

  static let blank = TaxScaleRow()
  static let columns: [Key<TaxScaleRow>] = [
    .text("scale", \.scale, "Name of the scale."),
    .number("above", \.above, .mci, 0...1e6, "Where the bracket begins, in MCI a month."),
    .number("rate", \.rate, .share, 0...0.95, "Marginal rate above it."),
  ]
}
