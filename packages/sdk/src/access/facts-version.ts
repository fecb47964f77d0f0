/** The version of all provider facts that checks may lean on: a new one is a change of the world, and everything is judged again. */
import { iamFactsVersion } from './facts/iam-facts.ts';

export const factsVersion = `iam ${iamFactsVersion}`;
