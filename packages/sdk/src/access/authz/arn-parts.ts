/** The parts of an ARN, or of a pattern of ARNs, which may have fewer. */

/** The first five parts, and the rest with its colons. */
export function partsOf(arn: string): readonly string[] {
  const parts = arn.split(':');
  return parts.length <= 6 ? parts : [...parts.slice(0, 5), parts.slice(5).join(':')];
}
