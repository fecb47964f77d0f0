/** All that happens in Google Cloud in a season, beside the releases. */
import type { Story } from '../../stories/story.ts';
import type { GoogleWorld } from '../world/google-world.ts';
import { googleExposureStories } from './google-exposure.ts';
import { googleIdentityStories } from './google-identity.ts';

export const googleStories: readonly Story<GoogleWorld>[] = [
  ...googleExposureStories,
  ...googleIdentityStories,
];
