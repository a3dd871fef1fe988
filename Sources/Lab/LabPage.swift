import Foundation
import Reporting

/// The lab's page: files that are shipped within the program, their words filled in.
enum LabPage {
  /// - Parameter key: what its scripts ask with.
  static func html(_ words: Words, key: String) -> String {
    var html = String(decoding: PackageResources.lab_html, as: UTF8.self)
      .replacing("{{language}}", with: words.language.rawValue).replacing("{{key}}", with: key)
    for (name, text) in words.ofTheLab { html = html.replacing("{{\(name)}}", with: text) }
    let languages = Language.allCases.map { language in
      "<option value=\"\(language.rawValue)\"\(language == words.language ? " selected" : "")>"
        + "\(language.ownName)</option>"
    }
    return html.replacing("{{languages}}", with: languages.joined())
  }

  static let css = FirstScreen.css + String(decoding: PackageResources.lab_css, as: UTF8.self)
  static let script = PackageResources.lab_js
}
