/// What each word means that a reader of a page cannot know, a line each.
struct Glossary {
  let words: Words

  private static let names = [
    "irregular", "legalised", "permit", "patent", "card", "quota", "tied", "index", "scale",
    "replicate", "world",
  ]

  var html: String {
    let items = Self.names.map { name in
      "<dt>\(HTML.escaped(words("glossary.\(name)")))</dt>"
        + "<dd>\(HTML.escaped(words("glossary.\(name).means")))</dd>"
    }
    return "<dl class=\"glossary\">\(items.joined())</dl>"
  }
}
