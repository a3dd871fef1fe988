#ifndef KOSH_CGSL_SHIM_H
#define KOSH_CGSL_SHIM_H

#include <gsl/gsl_cdf.h>
#include <gsl/gsl_errno.h>
#include <gsl/gsl_linalg.h>
#include <gsl/gsl_matrix.h>
#include <gsl/gsl_multimin.h>
#include <gsl/gsl_qrng.h>
#include <gsl/gsl_roots.h>
#include <gsl/gsl_sf_exp.h>
#include <gsl/gsl_sf_log.h>
#include <gsl/gsl_statistics_double.h>
#include <gsl/gsl_version.h>

/* Swift refuses global variables of C as shared mutable state; these never change, so each gets a
   function that reads it. */

static inline const gsl_qrng_type *kosh_qrng_sobol(void) { return gsl_qrng_sobol; }
static inline const gsl_qrng_type *kosh_qrng_niederreiter(void) { return gsl_qrng_niederreiter_2; }
static inline const gsl_qrng_type *kosh_qrng_halton(void) { return gsl_qrng_halton; }
static inline const gsl_qrng_type *kosh_qrng_reverse_halton(void) { return gsl_qrng_reversehalton; }

static inline const gsl_multimin_fminimizer_type *kosh_multimin_simplex(void) {
  return gsl_multimin_fminimizer_nmsimplex2;
}

static inline const gsl_root_fsolver_type *kosh_root_brent(void) { return gsl_root_fsolver_brent; }

#endif
