/** Changes of what there is in Google Cloud, told by what they alter. */
import { type Alter, altered, type Change, type Which } from '../../world/change.ts';
import type { GoogleKinds, GoogleWorld } from './google-world.ts';

export type GoogleChange = Change<GoogleWorld>;

/** Alters the one of that kind. Organizations, folders and projects are named as Google counts them, such as `folders/1234`. */
export function on<Kind extends keyof GoogleKinds>(
  kind: Kind,
  which: Which,
  alter: Alter<GoogleKinds[Kind]>,
): GoogleChange {
  return (world, occasion) => ({
    ...world,
    [kind]: altered<GoogleKinds[Kind]>(world[kind], which, (one) => alter(one, occasion)),
  });
}
