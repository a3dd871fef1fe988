import Inputs
import Kernel
import WorldState

/// Builds the homelands: all who may come, each in a place of their own, those present marked as away.
struct HomelandBuilder {
  /// Homelands for all origins together, about: a large origin has several, so that they can be worked side by side.
  static var wanted: Double { 6 }

  struct Shard {
    var origin: Int
    var first: Int
    var count: Int
  }

  let inputs: Inputs
  let identities: MigrantIdentities
  let horizon: Int
  let today: Today
  let shards: [Shard]

  init(
    _ inputs: Inputs, _ counts: MigrantCounts, _ identities: MigrantIdentities, horizon: Int,
    today: Today, _ boards: Boards
  ) {
    self.inputs = inputs
    self.identities = identities
    self.horizon = horizon
    self.today = today
    var shards: [Shard] = []
    for (number, origin) in inputs.country.origins.enumerated() {
      let count = counts.potential[number]
      // The number of homelands depends on the tables alone, never on scale or threads.
      let pieces = max(1, Int((origin.potentialShare * Self.wanted).rounded()))
      let size = max(1, (count + pieces - 1) / pieces)
      boards.origins[number].firstPerson = identities.first[number]
      boards.origins[number].shardSize = size
      boards.origins[number].firstHomeland = shards.count
      for piece in 0..<pieces {
        let first = min(count, piece * size)
        shards.append(Shard(origin: number, first: first, count: min(size, count - first)))
      }
    }
    self.shards = shards
  }

  func build(_ number: Int) -> Homeland {
    let shard = shards[number]
    let migration = inputs.behaviour.migration
    let peak = inputs.country.departures[shard.origin].max() ?? 1
    let traits = HomelandTraits(
      number: number, origin: UInt8(shard.origin + 1),
      firstPerson: identities.first[shard.origin] + shard.first,
      bound: migration.reconsider * peak,
      experiencedBound: migration.reconsiderExperienced * peak)
    let people = Column(
      repeating: Person(id: 0, activity: .atHome, skill: .low), count: 0, capacity: shard.count)
    var homeland = Homeland(traits: traits, people: people, horizon: horizon)
    for place in 0..<shard.count {
      homeland.people.append(
        MigrantMaker.person(
          traits.firstPerson + place, origin: shard.origin, inputs, today.luck))
    }
    let present = Column<UInt8>(repeating: 0, count: shard.count)
    identities.forEachPresent(ofOrigin: shard.origin) { place in
      let index = place - shard.first
      if index >= 0, index < shard.count { present[index] = 1 }
    }
    for place in homeland.people.places {
      if present[place.rawValue] == 1 {
        _ = homeland.takeOut(place)
      } else {
        homeland.beginHomeSpell(place, today)
      }
    }
    return homeland
  }
}

/// Draws what a migrant is for life.
enum MigrantMaker {
  /// - Parameter origin: from 0 on.
  static func person(_ id: PersonID, origin: Int, _ inputs: Inputs, _ luck: Luck) -> Person {
    let home = inputs.country.origins[origin]
    let migration = inputs.behaviour.migration
    let draw = luck.uniform(id, .skill)
    let skill: Skill =
      draw < home.specialistShare
      ? .specialist : draw < home.specialistShare + home.skilledShare ? .skilled : .low
    var person = Person(id: id, activity: .atHome, skill: skill)
    person.origin = UInt8(origin + 1)
    person.ability = luck.ability(of: id)
    let words = luck.words(id, .experience)
    if openUniform(words.0) < migration.experiencedShare { person.marks.insert(.experienced) }
    if openUniform(words.1) < migration.papers { person.marks.insert(.papers) }
    if openUniform(words.2) < migration.exempt { person.marks.insert(.exempt) }
    return person
  }
}
