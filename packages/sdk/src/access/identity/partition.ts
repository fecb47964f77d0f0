/** Partitions of AWS: an account lives in one, and every ARN that it can name names that one. */
import type { PolicyDocument } from '../policy/statement.ts';

/** Those that the policies' resources name, and the commercial one, which is not named by a policy on `*`. */
export function partitionsNamed(policies: readonly PolicyDocument[]): readonly string[] {
  const named = new Set(['aws']);
  const patterns = policies.flatMap(({ statements }) =>
    statements.flatMap(({ resources }) => resources?.patterns ?? []),
  );
  for (const pattern of patterns) {
    const partition = /^arn:(aws-[a-z-]+):/.exec(pattern)?.[1];
    if (partition !== undefined) named.add(partition);
  }
  return [...named];
}

/** The pattern of ARNs, as the facts have it, in that partition. */
export function inPartition(template: string, partition: string): string {
  return template.startsWith('arn:*:') ? `arn:${partition}:${template.slice('arn:*:'.length)}` : template;
}
