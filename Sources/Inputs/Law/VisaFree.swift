import Kernel

/// Who may enter without a visa, and stay for how long, without a right to work.
package struct VisaFree: Lever {
  package var origins = Members.all
  /// Days.
  package var stay = 0

  package init() {}

  package static let kindName = "visa_free"
  package static let meaning =
    "Lets citizens of some origins enter without a visa and stay for a time, without the right to work."
  package static let overlap = Overlap.allHold
  package static let keys: [Key<VisaFree>] = [
    .names("origins", \.origins, .origins, "Origins whose citizens need no visa; all if left out."),
    .count(
      "stay", \.stay, .duration, 1...3650,
      "Longest stay after one entry; of several measures the longest counts."),
  ]
}

extension VisaFree {
  package func noEffect(beside others: [VisaFree], in country: Country) -> String? {
    origins.areIn(
      others.filter { $0.stay >= stay }.map(\.origins), count: country.origins.count)
      ? "its origins may stay as long without it" : nil
  }

  package static var trials: [LeverTrial] {
    [
      LeverExpectation.entry.more(
        "visa-free stays of ten years for all",
        reformed { law in
          law.origins = .all
          law.stay = 3650
        }),
      LeverExpectation.entry.less("visas for all") { inputs in
        let from = LeverTrial.from(inputs)
        for index in inputs.measures.indices where inputs.measures[index].lever is VisaFree {
          inputs.measures[index].until = from - 1
        }
      },
    ]
  }
}

extension LawInForce {
  /// Days that a citizen of an origin, by its place, may stay from one entry without a visa; 0 where they need one.
  package func visaFreeDays(ofOrigin origin: Int) -> Int {
    visaFree.reduce(0) { $1.origins.contains(origin) ? max($0, $1.stay) : $0 }
  }
}
