#ifndef KOSH_CHINTS_H
#define KOSH_CHINTS_H

/// Asks the processor to bring the cache line at `address` close, to be written soon.
/// Swift has no such intrinsic; a hint never changes a result.
static inline __attribute__((always_inline)) void hint_fetch_for_write(const void *address) {
  __builtin_prefetch(address, 1, 3);
}

#endif
