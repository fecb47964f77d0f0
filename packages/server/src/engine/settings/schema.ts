/** Every setting that can be changed while the product runs: its schema, default and description. */
import { eventKinds, parseCidr } from '@security-monkey/sdk';
import { z } from 'zod';

const oneLine = z.string().trim().min(1).max(200);

const selector = oneLine.describe(
  'One account as `type:identifier`, or the accounts whose name is this, where `*` stands for any text.',
);

const notes = z.string().max(2_000).optional().describe('For people only.');

const network = z.strictObject({
  name: z.string().trim().min(1).max(512).describe('What the network is called.'),
  cidr: z
    .string()
    .refine((text) => parseCidr(text) !== undefined, 'is no network: write 203.0.113.0/24 or 2001:db8::/32')
    .describe('An IPv4 or IPv6 network.'),
  account: selector.optional(),
  notes,
});

const ignored = z
  .strictObject({
    name: oneLine.describe('What the entry is called; ignored items say it.'),
    technology: z.string().optional().describe('Only this technology; all when absent.'),
    account: selector.optional(),
    prefix: z
      .string()
      .max(512)
      .optional()
      .describe('The beginning of the name, in any case; empty is every name.'),
    tag: oneLine.optional().describe('A tag by its key, or key=value.'),
    arn: z
      .string()
      .min(1)
      .max(2_048)
      .optional()
      .describe('The ARN or full resource name, where `*` stands for any text.'),
    notes,
  })
  .refine(
    ({ prefix, tag, arn }) => [prefix, tag, arn].some((condition) => condition !== undefined),
    'names nothing to ignore: give prefix, tag or arn',
  );

const score = z.int().min(0).max(10);

const checkSetting = z.strictObject({
  enabled: z.boolean().optional().describe('False switches the check off and retires its issues.'),
  score: score.optional().describe('Takes the place of the score of everything that the check reports.'),
  options: z.record(z.string(), z.json()).optional().describe("The check's own options."),
});

const minutes = z.int().min(1).max(43_200);

const technologyMinutes = z.record(z.string(), minutes);

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
    .describe(
      'Networks on the allow-list, for all accounts or some: access from them counts as access from your own.',
    ),
  knownAccounts: z
    .array(oneLine)
    .refine(isDistinct, 'names a list twice')
    .default([])
    .describe(
      'Lists of accounts that providers publish, such as those that deliver logs: they count as third parties, by name.',
    ),
  ignore: z
    .array(ignored)
    .refine((list) => isDistinct(list.map(({ name }) => name)), 'has two entries of the same name')
    .default([])
    .describe(
      'Items that are recorded but not judged: by technology, account, beginning of the name, tag and ARN. All conditions of an entry must hold.',
    ),
  checks: z
    .record(z.string(), checkSetting)
    .default({})
    .describe('By check: on or off, another score, options.'),
  overrides: z
    .record(selector, z.record(z.string(), checkSetting))
    .default({})
    .describe(
      'The same for some accounts, by account and check. Of several that set something the most specific wins: `type:identifier`, the whole name, then the glob with most characters.',
    ),
  intervals: z
    .strictObject({
      minutes: minutes.default(60).describe('Minutes between two listings of a scope.'),
      technologies: technologyMinutes.default({}).describe('The same for single technologies.'),
      accounts: z
        .record(
          selector,
          z.strictObject({ minutes: minutes.optional(), technologies: technologyMinutes.optional() }),
        )
        .optional()
        .describe('The same for some accounts; the most specific wins, and a technology before all.'),
    })
    .prefault({})
    .describe('How often accounts are watched.'),
  activation: z
    .strictObject({
      technologies: z.record(z.string(), z.boolean()).default({}).describe('By technology.'),
      accounts: z
        .record(selector, z.record(z.string(), z.boolean()))
        .default({})
        .describe('By account and technology; the most specific wins, and each before `technologies`.'),
    })
    .prefault({})
    .describe(
      'Technologies that are watched (true, as all are by default) or not (false): what is known of them is then frozen.',
    ),
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
