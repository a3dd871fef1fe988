import CGSL

/// The GNU Scientific Library that this program was built with.
package enum GSL {
  package static let version: String = GSL_VERSION
}
