import Inputs
import Kernel
import WorldState

/// Employers with free places and vacancies invite workers from abroad; an invitation reaches someone at home, or nobody.
///
/// Runs in the offices phase, after the day's decisions. The origin is drawn by the parts that its people have in permits, the
/// homeland evenly; who was invited travels today, on a permit that is bound to the employer.
/// - Reads: invitations, origins. - Writes: the homelands' outboxes. - Draws: the employer's `.invitation`.
/// - Source: MODEL 6.7. - Simplified: nobody declines.
extension World {
  mutating func sendInvitations(_ today: Today) {
    for market in 0..<markets.count {
      let count = markets.with(market) { $0.invitations.count }
      guard count > 0 else { continue }
      for position in 0..<count {
        let invitation = markets.with(market) { $0.invitations[position] }
        deliver(invitation, number: position, today)
      }
      markets.with(market) { $0.invitations.removeAll() }
    }
  }

  private mutating func deliver(_ invitation: Invitation, number: Int, _ today: Today) {
    let employer = Employer.identity(market: invitation.market, index: invitation.employer)
    let words = today.luck.words(
      employer, .invitation, occasion: today.number, index: number)
    var left = openUniform(words.0)
    let origins = inputs.country.origins
    guard
      let origin = origins.indices.first(where: {
        left -= origins[$0].permitShare
        return left < 0
      })
    else { return }
    let first = boards.origins[origin].firstHomeland
    let next =
      origin + 1 < origins.count
      ? boards.origins[origin + 1].firstHomeland : homelands.count
    let homeland = first + Int(Double(next - first) * openUniform(words.1))
    homelands.with(homeland) { home in
      if let traveller = home.answer(
        invitation, employer: employer, uniform: openUniform(words.2), yearEnd: today.newYear,
        today)
      {
        home.outbox.append(traveller)
      }
    }
  }
}
