/// What a random number is for. Together with who draws and on which occasion it is the draw's key, so a
/// number must never be given twice, and never change its meaning.
public enum Purpose: UInt32 {
  // A person's.
  case epoch = 1
  case cause = 2
  case channel = 3
  case skill = 4
  case sectorChoice = 5
  case firstSpell = 6
  // An employer's.
  case productivity = 101
  case honesty = 102
  case postsRounding = 103
  // A market's.
  case meetingCount = 201
  case vacancy = 202
  case candidateKind = 203
  case employerSizes = 204
  case entryDates = 205
  /// And the next two: one purpose for each candidate shown.
  case candidate = 210
  // The country's.
  case personCounts = 301
}
