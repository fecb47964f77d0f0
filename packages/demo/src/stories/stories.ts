/** All that happens in a season, beside the deployments. */
import { dataStories } from './data.ts';
import { exposureStories } from './exposure.ts';
import { identityStories } from './identity.ts';
import type { Story } from './story.ts';

export const stories: readonly Story[] = [...exposureStories, ...identityStories, ...dataStories];
