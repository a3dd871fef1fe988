import Kernel
import Measurement
import Results

/// Regions as tiles where their table places them, each with what a variant does to one outcome there.
struct TileMap {
  private let title: String
  private let words: Words
  private let rangeKey: String
  private let tiles: [(place: TilePlace, estimate: Estimate)]

  /// What is shown, the first that moves anywhere.
  private static let candidates = [
    (Cells.Column.irregularEmployed, "page.map.irregular"),
    (.employedInformally, "page.map.informal"), (.employed, "page.map.employed"),
  ]

  /// Nil where no region has cells.
  init?(_ results: ComparisonResults, variant: Int, words: Words) {
    self.words = words
    rangeKey = results.manifest.isOverWorlds ? "page.table.worlds" : "page.table.interval"
    for (indicator, title) in Self.candidates {
      let effects = results.effects(by: "region", indicator, variant: variant)
      let tiles = results.regions.compactMap { region -> (TilePlace, Estimate)? in
        effects.first { $0.member == region.name }?.estimate(Effect.after).map { (region, $0) }
      }
      let isLast = indicator == Self.candidates.last?.0
      guard !tiles.isEmpty,
        isLast || tiles.contains(where: { $0.1.difference.map { $0 != 0 } ?? false })
      else { continue }
      self.title = words(title)
      self.tiles = tiles
      return
    }
    return nil
  }

  var html: String {
    let column = tiles.map(\.place.column).min() ?? 0
    let row = tiles.map(\.place.row).min() ?? 0
    let most = tiles.compactMap { change($0.estimate)?.magnitude }.max() ?? 0
    let cells = tiles.map { place, estimate -> String in
      let part = change(estimate) ?? 0
      let depth = most > 0 ? (part.magnitude / most * 100).rounded() / 100 : 0
      let kind = part > 0 ? "up" : part < 0 ? "down" : "same"
      let sure = estimate.isClear || estimate.difference == 0 ? "" : " unsure"
      let words =
        "\(place.name): \(ValueFormat.count.difference(estimate.difference)), "
        + "\(ValueFormat.relative(part)); \(self.words(rangeKey)) "
        + self.words.interval(.count, estimate)
      return """
        <div class="tile \(kind)\(sure)" title="\(HTML.escaped(words))" style="grid-column:\
        \(place.column - column + 1);grid-row:\(place.row - row + 1);--t:\
        \(NumberText.shortest(depth))"><span>\(HTML.escaped(place.name))</span>\
        <b>\(short(part))</b></div>
        """
    }
    return """
      <h3>\(HTML.escaped(title))</h3>
      <div class="scroll"><div class="tiles" role="img" aria-label="\(HTML.escaped(summary))">
      \(cells.joined(separator: "\n"))
      </div></div>
      <p class="note">\(HTML.escaped(summary)) \(HTML.escaped(words("page.map.note")))</p>
      """
  }

  /// With one decimal, as far as a tile has room; what would read 0.0 there is nothing or next to it.
  private func short(_ part: Double) -> String {
    let text = NumberText.fixed(part * 100, decimals: 1)
    return words.digits((part > 0 && text != "0.0" ? "+" : "") + text + "\u{A0}%")
  }

  private func change(_ estimate: Estimate) -> Double? { estimate.relative(estimate.difference) }

  private var summary: String {
    let known = tiles.compactMap { tile in change(tile.estimate).map { (tile.place.name, $0) } }
    guard let least = known.min(by: { $0.1 < $1.1 }), let most = known.max(by: { $0.1 < $1.1 })
    else { return words("page.map.none") }
    if least.1 == most.1 {
      return words("page.map.same", words.digits(ValueFormat.relative(least.1)))
    }
    return words(
      "page.map.span", words.digits(ValueFormat.relative(least.1)), least.0,
      words.digits(ValueFormat.relative(most.1)), most.0)
  }
}
