/** What others get: the packed product and plugins that were made with nothing but the packed SDK, in plain Node without a workspace. */
import { afterAll, beforeAll } from 'vitest';
import { describeAcme } from './acme.ts';
import { describeFaults } from './faults.ts';
import { describeGuides } from './guides.ts';
import { makePacked, type Packed } from './packed.ts';
import { describeSkeleton } from './skeleton.ts';

const made: { packed?: Packed } = {};
const packed = (): Packed => {
  if (made.packed === undefined) throw new Error('the tarballs are made before the first test');
  return made.packed;
};

beforeAll(() => {
  made.packed = makePacked();
});
afterAll(() => made.packed?.remove());

// In one file: the packages are compiled in place, so that no two may be packed at once.
describeSkeleton(packed);
describeAcme(packed);
describeFaults(packed);
describeGuides(packed);
