/** Every setting that can be changed while the product runs: its schema, default and description. */
import { eventKinds, parseCidr } from '@security-monkey/sdk';
import { z } from 'zod';

/** The kinds of things that settings name. */
export type SettingNames = 'account' | 'technology' | 'check' | 'list' | 'alerter';

const oneLine = z.string().trim().min(1).max(200);

/** What a text names, so that a form can offer it: the key `x-names` of the JSON Schema. */
const names = (what: SettingNames) => ({ 'x-names': what });

/** Options that the schema of what is named beside them tells: the key `x-options-of` of the JSON Schema. */
const optionsOf = (what: SettingNames) => ({ title: 'Options', 'x-options-of': what });

const selector = oneLine
  .describe(
    'One account as `type:identifier`, or the accounts whose name is this, where `*` stands for any text.',
  )
  .meta({ title: 'Account', ...names('account') });

const technologyId = z.string().meta({ title: 'Technology', ...names('technology') });
const checkId = z.string().meta({ title: 'Check', ...names('check') });

/** What it means that nothing is given: the key `x-absent` of the JSON Schema. */
const anyAccount = selector.optional().meta({ 'x-absent': 'All accounts' });

const notes = z.string().max(2_000).optional().describe('For people only.').meta({ title: 'Notes' });

const network = z
  .strictObject({
    name: z.string().trim().min(1).max(512).describe('What the network is called.').meta({ title: 'Name' }),
    cidr: z
      .string()
      .refine((text) => parseCidr(text) !== undefined, 'is no network: write 203.0.113.0/24 or 2001:db8::/32')
      .describe('An IPv4 or IPv6 network.')
      .meta({ title: 'CIDR' }),
    account: anyAccount,
    notes,
  })
  .meta({ title: 'Network' });

const ignored = z
  .strictObject({
    name: oneLine.describe('What the entry is called; ignored items say it.').meta({ title: 'Name' }),
    technology: technologyId
      .describe('Only this technology; all when absent.')
      .optional()
      .meta({ 'x-absent': 'All technologies' }),
    account: anyAccount,
    prefix: z
      .string()
      .max(512)
      .optional()
      .describe('The beginning of the name, in any case; empty is every name.')
      .meta({ title: 'Beginning of the name', 'x-empty': 'Every name' }),
    tag: oneLine.optional().describe('A tag by its key, or key=value.').meta({ title: 'Tag' }),
    arn: z
      .string()
      .min(1)
      .max(2_048)
      .optional()
      .describe('The ARN or full resource name, where `*` stands for any text.')
      .meta({ title: 'ARN' }),
    notes,
  })
  .refine(
    ({ prefix, tag, arn }) => [prefix, tag, arn].some((condition) => condition !== undefined),
    'names nothing to ignore: give prefix, tag or arn',
  )
  .meta({ title: 'Entry' });

const score = z.int().min(0).max(10);

const checkSetting = z.strictObject({
  enabled: z
    .boolean()
    .optional()
    .describe('Off (false), the check no longer runs, and its issues retire.')
    .meta({ title: 'On' }),
  score: score
    .optional()
    .describe('Takes the place of the score of everything that the check reports.')
    .meta({ title: 'Score' }),
  options: z
    .record(z.string(), z.json())
    .optional()
    .describe("The check's own options.")
    .meta(optionsOf('check')),
});

const checkSettings = z.record(checkId, checkSetting);

const minutes = z.int().min(1).max(43_200).meta({ title: 'Minutes' });

const technologyMinutes = z.record(technologyId, minutes).meta({ title: 'Technologies' });

const watched = z
  .record(technologyId, z.boolean().meta({ title: 'Watched' }))
  .meta({ title: 'Technologies' });

const alerter = z
  .strictObject({
    name: oneLine.describe('Tells this destination from others; part of no message.').meta({ title: 'Name' }),
    alerter: z
      .string()
      .describe('The id of the alerter that sends.')
      .meta({ title: 'Alerter', ...names('alerter') }),
    on: z
      .array(z.enum(eventKinds))
      .optional()
      .describe('The kinds of events it gets; by default those that the alerter is made for.')
      .meta({ title: 'Events' }),
    options: z
      .record(z.string(), z.json())
      .default({})
      .describe("The alerter's own options.")
      .meta(optionsOf('alerter')),
  })
  .meta({ title: 'Destination' });

/** One schema a key. The default of each is what it parses an absent value to. */
export const settingSchemas = {
  networks: z
    .array(network)
    .check(distinctNames('network'))
    .default([])
    .describe(
      'Networks on the allow-list, for all accounts or some: access from them counts as access from your own.',
    )
    .meta({ title: 'Allowed networks' }),
  knownAccounts: z
    .array(oneLine.meta(names('list')))
    .refine(isDistinct, 'names a list twice')
    .default([])
    .describe(
      'Lists of accounts that providers publish, such as those that deliver logs: they count as third parties, by name.',
    )
    .meta({ title: "Providers' accounts" }),
  ignore: z
    .array(ignored)
    .check(distinctNames('entry'))
    .default([])
    .describe(
      'Items that are recorded but not judged: by technology, account, beginning of the name, tag and ARN. All conditions of an entry must hold.',
    )
    .meta({ title: 'Ignore list' }),
  checks: checkSettings
    .default({})
    .describe('By check: on or off, another score, options.')
    .meta({ title: 'Checks' }),
  overrides: z
    .record(selector, checkSettings.meta({ title: 'Checks' }))
    .default({})
    .describe(
      'Checks in some accounts, by account and check: on or off, another score, options. Of several that set something the most specific wins: `type:identifier`, the whole name, then the glob with most characters.',
    )
    .meta({ title: 'Checks of some accounts' }),
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
        .describe('The same for some accounts; the most specific wins, and a technology before all.')
        .meta({ title: 'Accounts' }),
    })
    .prefault({})
    .describe('How often accounts are watched.')
    .meta({ title: 'Intervals' }),
  activation: z
    .strictObject({
      technologies: watched.default({}).describe('By technology.'),
      accounts: z
        .record(selector, watched)
        .default({})
        .describe(
          'By account and technology; the most specific wins, and each before what is said of all accounts.',
        )
        .meta({ title: 'Accounts' }),
    })
    .prefault({})
    .describe(
      'Technologies that are watched (true), as all are by default, or not (false): what is known of those is then frozen.',
    )
    .meta({ title: 'What is watched' }),
  alerters: z
    .array(alerter)
    .check(distinctNames('alerter'))
    .default([])
    .describe('Where events are sent.')
    .meta({ title: 'Alerters' }),
} as const;

export type SettingKey = keyof typeof settingSchemas;

export type Settings = { readonly [Key in SettingKey]: z.output<(typeof settingSchemas)[Key]> };

export const settingKeys = Object.keys(settingSchemas).filter(isSettingKey);

/** Whether a text is the key of a setting. */
export function isSettingKey(key: string): key is SettingKey {
  return Object.hasOwn(settingSchemas, key);
}

type Named = readonly { readonly name: string }[];

/** Refuses, at its name, an entry that is called as one before it. */
function distinctNames(what: string): z.core.CheckFn<Named> {
  return ({ value, issues }) => {
    for (const [at, { name }] of value.entries())
      if (value.findIndex((other) => other.name === name) < at)
        issues.push({
          code: 'custom',
          input: name,
          path: [at, 'name'],
          message: `is the name of another ${what} too`,
        });
  };
}

function isDistinct(texts: readonly string[]): boolean {
  return new Set(texts).size === texts.length;
}
