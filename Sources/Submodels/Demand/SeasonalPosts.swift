/// What the season makes of a sector's posts, by month.
package struct SeasonalPosts {
  /// Posts to the year's mean; and those that migrants take, of which as many are seasonal as are not permanent.
  package let posts: [Double]
  package let migrantPosts: [Double]
  /// Months in which seasonal posts do not exist.
  package let isOff: [Bool]

  /// - Parameters:
  ///   - mild: factors of the posts that exist all year, which average 1.
  ///   - seasonalShare: of all posts over the year, those that exist only where the factor is 1 at least.
  ///   - permanentShare: of migrants' posts.
  ///   - part: how many of the seasonal posts there are.
  package init(_ mild: [Double], seasonalShare: Double, permanentShare: Double, part: Double) {
    let share = min(seasonalShare * part, 0.95)
    let isIn = mild.map { $0 >= 1 }
    let months = isIn.count { $0 }
    guard share > 0, months > 0, months < 12 else {
      posts = mild
      migrantPosts = mild
      isOff = mild.map { _ in false }
      return
    }
    func mixed(_ share: Double) -> [Double] {
      zip(mild, isIn).map { (1 - share) * $0 + ($1 ? share * 12 / Double(months) : 0) }
    }
    posts = mixed(share)
    migrantPosts = mixed(min((1 - permanentShare) * part, 0.95))
    isOff = isIn.map { !$0 }
  }
}
