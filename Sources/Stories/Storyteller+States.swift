import Inputs
import Kernel
import Simulation
import WorldState

extension Storyteller {
  /// What a person does on a day; nil is one who has left.
  package func state(ofPerson state: FollowedState?) -> String {
    guard let state, let person = state.person else { return "has left the labour force" }
    let place = place(state.market)
    let since = since(person.since)
    switch person.activity {
    case .notYetIn: return "not yet in the labour force; enters on \(dueDate(person.due))"
    case .searching: return "searches in \(place), \(since)\(stayText(person))"
    case .atHome, .away: return "is at home in \(origin(person)), \(since)"
    case .ownAccount: return "works on own account in \(place), \(since)"
    case .employedFormally, .employedInformally:
      let way =
        person.activity == .employedFormally
        ? "formally" : person.isIrregular ? "without authorisation" : "informally"
      let name = state.employer.map {
        employer($0.id, posts: Int($0.nominalSize), state.market)
      }
      return
        "works \(way) for \(name ?? "nobody") in \(place), at \(pay(person.wage)), "
        + "\(since)\(stayText(person))"
    case .nobody: return "has left the labour force"
    }
  }

  package func state(ofEmployer state: FollowedState?) -> String {
    guard let employer = state?.employer else { return "is not there" }
    let posts = Self.count(Int(employer.target), "post")
    let staff = Self.count(Int(employer.staff), "worker")
    let vacancies = employer.vacancies == 1 ? "1 vacancy" : "\(employer.vacancies) vacancies"
    return "has \(staff) and \(vacancies), wants \(posts)"
  }

  /// Who the person is, apart from what they do.
  package func title(ofPerson id: PersonID, _ state: FollowedState?) -> String {
    guard let person = state?.person else { return "person \(id)" }
    let skill =
      switch person.skill {
      case .low: "low-skilled"
      case .skilled: "skilled"
      case .specialist: "specialist"
      }
    let origin = person.isMigrant ? ", from \(origin(person))" : ""
    return "person \(id), \(skill)\(origin)"
  }

  package func title(ofEmployer id: EmployerID, _ state: FollowedState?) -> String {
    guard let state, let record = state.employer else { return "employer \(id)" }
    return "\(employer(id, posts: Int(record.nominalSize), state.market)) in \(place(state.market))"
  }

  private func dueDate(_ due: DayNumber) -> String {
    due == .never ? "a later day" : "\(date(due))"
  }
}
