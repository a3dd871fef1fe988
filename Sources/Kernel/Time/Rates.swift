/// Time, for rates a year.
public enum Rates {
  public static let daysPerYear = 365.25
  public static let daysPerMonth = 30.4375
}
