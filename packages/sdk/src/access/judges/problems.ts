/** What could not be read of an input, as the optional field of a result. */

/** `{}` when everything could be read, so that it can be spread into a result. */
export function problems(malformed: readonly string[]): { readonly malformed?: readonly string[] } {
  return malformed.length === 0 ? {} : { malformed: [...new Set(malformed)].sort() };
}
