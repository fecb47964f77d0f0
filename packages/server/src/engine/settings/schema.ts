/** Every setting that can be changed while the product runs: its schema, default and description. */
import { eventKinds, parseCidr } from '@security-monkey/sdk';
import { z } from 'zod';

const oneLine = z.string().trim().min(1).max(200);

const network = z.strictObject({
  name: oneLine.describe('What the network is called in findings.'),
  cidr: z
    .string()
    .refine((text) => parseCidr(text) !== undefined, 'is no network: write 203.0.113.0/24 or 2001:db8::/32')
    .describe('An IPv4 or IPv6 network.'),
  notes: z.string().max(2_000).optional().describe('For people only.'),
});

const score = z.int().min(0).max(10);

const checkSetting = z.strictObject({
  enabled: z.boolean().optional().describe('False switches the check off and retires its issues.'),
  score: score.optional().describe('Takes the place of the score of everything that the check reports.'),
  options: z.record(z.string(), z.json()).optional().describe("The check's own options."),
});

const minutes = z.int().min(1).max(43_200);

const alerter = z.strictObject({
  name: oneLine.describe('Tells this destination from others; part of no message.'),
  alerter: z.string().describe('The id of the alerter that sends.'),
  on: z
    .array(z.enum(eventKinds))
    .optional()
    .describe('The kinds of events it gets; by default those that the alerter is made for.'),
  options: z.record(z.string(), z.json()).default({}).describe("The alerter's own options."),
});

/** One schema a key. The default of each is what it parses an absent value to. */
export const settingSchemas = {
  networks: z
    .array(network)
    .refine((list) => isDistinct(list.map(({ name }) => name)), 'has two networks of the same name')
    .default([])
    .describe('Networks on the allow-list: access from them counts as access from your own.'),
  checks: z
    .record(z.string(), checkSetting)
    .default({})
    .describe('By check: on or off, another score, options.'),
  scores: z
    .record(z.string(), z.record(z.string(), score))
    .default({})
    .describe('By account (`type:identifier`) and check: another score in that account only.'),
  intervals: z
    .strictObject({
      minutes: minutes.default(60).describe('Minutes between two listings of a scope.'),
      technologies: z.record(z.string(), minutes).default({}).describe('The same for single technologies.'),
    })
    .prefault({})
    .describe('How often accounts are watched.'),
  alerters: z
    .array(alerter)
    .refine((list) => isDistinct(list.map(({ name }) => name)), 'has two alerters of the same name')
    .default([])
    .describe('Where events are sent.'),
} as const;

export type SettingKey = keyof typeof settingSchemas;

export type Settings = { readonly [Key in SettingKey]: z.output<(typeof settingSchemas)[Key]> };

export const settingKeys = Object.keys(settingSchemas).filter(isSettingKey);

/** Whether a text is the key of a setting. */
export function isSettingKey(key: string): key is SettingKey {
  return Object.hasOwn(settingSchemas, key);
}

function isDistinct(names: readonly string[]): boolean {
  return new Set(names).size === names.length;
}
