/** Moments at which credentials were used. */

/** The later of two moments in ISO 8601, of which the second may not have been. */
export function latest(one: string, other: string | null | undefined): string {
  return other && Date.parse(other) > Date.parse(one) ? other : one;
}
