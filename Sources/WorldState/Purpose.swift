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
  case leaving = 7
  case destination = 8
  case entry = 9
  case stayLength = 10
  case savingsTarget = 11
  case mobility = 12
  case quit = 13
  case recovery = 14
  case renewal = 15
  case post = 16
  case injury = 17
  case experience = 18
  case security = 19
  case cardKind = 20
  case fileError = 21
  case expulsion = 22
  case patentConsent = 23
  case ability = 24
  case entryKind = 25
  // An employer's.
  case postsRounding = 103
  case sponsoring = 106
  case permitReview = 107
  case askedPlaces = 108
  case hearing = 109
  case news = 110
  case filing = 111
  case filingSpread = 112
  case invitation = 113
  // A market's.
  case meetingCount = 201
  case vacancy = 202
  case candidateKind = 203
  case employerSizes = 204
  case entryDates = 205
  case inspectionCount = 206
  case inspection = 207
  case streetCheckCount = 208
  case streetCheck = 209
  /// And the next two: one purpose for each candidate shown.
  case candidate = 210
  case patentThoughtCount = 213
  case patentThought = 214
  /// What its employers are like.
  case employerLuck = 215
  // The country's.
  case personCounts = 301
}
