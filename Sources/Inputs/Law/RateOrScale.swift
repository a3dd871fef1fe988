/// A tax on pay that is a flat rate or a scale, one of the two.
package protocol RateOrScale: Lever {
  var rate: Double? { get }
  var scale: String? { get }
}

extension RateOrScale {
  package var contradiction: String? {
    switch (rate, scale) {
    case (.some, .some):
      "gives both a rate and a scale. Keep one; to take away one that is inherited, "
        + "write rate: none or scale: none"
    case (nil, nil): "gives neither a rate nor a scale. Write rate: 0 % for no tax"
    default: nil
    }
  }
}
