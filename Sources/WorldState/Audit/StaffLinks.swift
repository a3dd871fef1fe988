import Kernel

/// The few bytes of each record that the audit looks at in another order than the records stand in.
///
/// Staff lists and calendar entries lead to and fro over a market's people. Copied out in one straight pass, what
/// they need stays in a near cache; followed in the records themselves, each step would wait for memory.
struct StaffLinks: ~Copyable {
  let links: Column<Link>
  let dues: Column<DayNumber>

  struct Link: BitwiseCopyable {
    var employer: EmployerIndex
    var previous: PersonIndex
    var next: PersonIndex
    var isEmployed: Bool
    var isIrregular: Bool
    var holdsPlace: Bool
    var isOnPatent: Bool
  }

  init(_ people: borrowing Column<Person>, _ today: Today) {
    links = Column(
      repeating: Link(
        employer: 0, previous: 0, next: 0, isEmployed: false, isIrregular: false,
        holdsPlace: false, isOnPatent: false), count: people.count)
    dues = Column(repeating: 0, count: people.count)
    for index in 0..<people.count {
      links[index] = Link(
        employer: people[index].employer, previous: people[index].previous,
        next: people[index].next, isEmployed: people[index].activity.isEmployed,
        isIrregular: people[index].isIrregular,
        holdsPlace: people[index].authorisation == .permit
          && people[index].activity == .employedFormally
          && Int(people[index].authorisedUntil) > today.number,
        isOnPatent: people[index].authorisation == .patent
          && people[index].activity == .employedFormally)
      dues[index] = people[index].due
    }
  }
}
