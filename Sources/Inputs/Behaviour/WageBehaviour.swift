import Kernel

/// `behaviour.wages`: productivity, bargaining and reservation wages (MODEL 6.5).
@usableFromInline package struct WageBehaviour: KeyGroup {
  package var productivity = 0.0
  package var skilledFactor = 0.0
  package var specialistFactor = 0.0
  package var lowSkilledFactor = 0.0
  package var regionalElasticity = 0.0
  package var bargainingShare = 0.0
  package var offerRate = 0.0
  package var discountRate = 0.0
  package var nativeReservation = 0.0
  package var migrantFactor = 0.0
  package var migrantElasticity = 0.0
  package var migrantReservation = 0.0
  @usableFromInline package var reservationFloor = 0.0
  @usableFromInline package var reservationMemoryDays = 0.0
  @usableFromInline package var searchValue = 0.0
  package var searchMemoryDays = 182.0
  @usableFromInline package var renewal = 0.0
  package var abilitySpread = 0.0

  package init() {}

  package static let keys: [Key<WageBehaviour>] = payKeys + answerKeys

  private static let payKeys: [Key<WageBehaviour>] = [
    .number(
      "productivity", \.productivity, .pay, 1...1e8,
      "Average value of a native's work in the reference year."),
    .number(
      "low_skilled", \.lowSkilledFactor, .factor, 0.1...1,
      "Productivity of low-skilled workers relative to the average."),
    .number(
      "skilled", \.skilledFactor, .factor, 0.5...2,
      "Productivity of skilled workers relative to the average."),
    .number(
      "specialist", \.specialistFactor, .factor, 0.8...5,
      "Productivity of specialists relative to the average."),
    .number(
      "regional_elasticity", \.regionalElasticity, .factor, 0...1.5,
      "Elasticity of natives' productivity to their region's income index."),
    .number(
      "bargaining_share", \.bargainingShare, .share, 0.05...0.95,
      "Worker's share of the surplus if outside offers came instantly."),
    .number(
      "offer_rate", \.offerRate, .rate, 0.05...12,
      "Rate of outside offers that strengthen a free worker's hand in bargaining."),
    .number("discount", \.discountRate, .rate, 0...0.5, "Discount rate in bargaining."),
    .number(
      "native_reservation", \.nativeReservation, .share, 0.1...0.95,
      "Net pay at which a native accepts work, relative to their own productivity."),
    .number(
      "migrant_factor", \.migrantFactor, .factor, 0.1...2,
      "Value of a low-skilled migrant's work relative to that of the average native."),
    .number(
      "migrant_elasticity", \.migrantElasticity, .factor, 0...2,
      "Elasticity of migrants' productivity to that of natives in the same market."),
    .number(
      "migrant_reservation", \.migrantReservation, .share, 0.05...0.95,
      "Net pay at which a migrant accepts work, relative to their own productivity."),
    .number(
      "reservation_floor", \.reservationFloor, .share, 0.3...1,
      "What is left of the reservation wage after a very long search, as a share."),
    .number(
      "reservation_memory", \.reservationMemoryDays, .duration, 30...2000,
      "Time over which the reservation wage of the unemployed falls to its floor."),
  ]

  private static let answerKeys: [Key<WageBehaviour>] = [
    .number(
      "search_value", \.searchValue, .share, 0...1, optional: true,
      "How far the worth of going on searching enters what job seekers ask for: 0 not at all, 1 in full."
    ),
    .number(
      "search_memory", \.searchMemoryDays, .duration, 30...1500, optional: true,
      "Time over which job finding and the pay of new jobs are averaged for what job seekers ask for."
    ),
    .number(
      "renewal", \.renewal, .share, 0...1, optional: true,
      "Part of the way that pay in a job moves, at each pay round and outside offer, towards what the job would pay if it began that day."
    ),
    .number(
      "ability_spread", \.abilitySpread, .factor, 0...1.2, optional: true,
      "Standard deviation of the logarithm of workers' lasting ability within a skill."),
  ]
}

extension WageBehaviour {
  /// Steps in which ability is kept: as many as a byte has.
  package static var abilitySteps: Int { 256 }

  /// What work is worth by step of ability, to the mean of the skill: log-normal, each step as frequent as any other, and
  /// 1 on average.
  package var abilities: [Double] {
    guard abilitySpread > 0 else { return Array(repeating: 1, count: Self.abilitySteps) }
    let steps = Double(Self.abilitySteps)
    let worths = (0..<Self.abilitySteps).map {
      exactExp(abilitySpread * standardNormal(uniform: (Double($0) + 0.5) / steps))
    }
    let mean = worths.reduce(0, +) / steps
    return worths.map { $0 / mean }
  }
}
