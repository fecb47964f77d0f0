/** Tags as EC2 gives them. */
import { z } from 'zod';

/** The SDK leaves out an empty value. */
export const ec2Tags = z.array(z.looseObject({ Key: z.string(), Value: z.string().optional() })).optional();

export type Ec2Tags = z.output<typeof ec2Tags>;

/** Tags by their keys. */
export function tagsOf(tags: Ec2Tags): Readonly<Record<string, string>> {
  return Object.fromEntries((tags ?? []).map(({ Key, Value = '' }) => [Key, Value]));
}

/** What people call a thing that EC2 knows by its id only: the tag `Name`. */
export function nameTag(tags: Ec2Tags): string | undefined {
  const name = tagsOf(tags)['Name'];
  return name === '' ? undefined : name;
}
