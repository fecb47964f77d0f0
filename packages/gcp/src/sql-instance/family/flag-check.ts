/** Makes checks on a flag of the database itself. */
import { defineCheck, type JsonObject } from '@security-monkey/sdk';
import type { SqlInstanceConfig } from '../config.ts';
import { elsewhere, sqlExample } from '../example.ts';
import { sqlInstance } from '../watcher.ts';
import { runsHere } from './of-ours.ts';

export type Engine = 'MYSQL' | 'POSTGRES' | 'SQLSERVER';

export type FlagRule = {
  /** What the check's name ends with, behind the engine. */
  readonly name: string;
  readonly engine: Engine;
  readonly flag: string;
  /** Whether the value is right, in small letters; undefined where the flag is not set and the database's own default holds. */
  readonly isRight: (value: string | undefined) => boolean;
  /** What it should be, in words. */
  readonly wanted: string;
  readonly score: number;
  readonly title: string;
  readonly why: string;
  readonly control: string;
  /** Values for examples; undefined for a flag that is not set. */
  readonly right: readonly (string | undefined)[];
  readonly wrong: readonly (string | undefined)[];
};

const engines = {
  MYSQL: { id: 'mysql', version: 'MYSQL_8_0', other: 'POSTGRES_16' },
  POSTGRES: { id: 'postgres', version: 'POSTGRES_16', other: 'MYSQL_8_0' },
  SQLSERVER: { id: 'sqlserver', version: 'SQLSERVER_2022_STANDARD', other: 'POSTGRES_16' },
} as const;

export function flagCheck(rule: FlagRule) {
  const { engine, flag, isRight, wanted, right, wrong, name, control, score, title, why } = rule;
  const { id, version, other } = engines[engine];
  const example = (value: string | undefined, databaseVersion: string, fields: JsonObject = {}) => ({
    name: value === undefined ? 'not set' : `set to ${value}`,
    config: sqlExample(
      { databaseFlags: value === undefined ? [] : [{ name: flag, value }] },
      { databaseVersion, ...fields },
    ),
  });
  const [first] = wrong;
  return defineCheck({
    id: `gcp.sql-instance.${id}-${name}`,
    watcher: sqlInstance,
    version: 1,
    score,
    category: 'recommendation',
    title,
    why,
    fix: `Set the flag ${flag} to ${wanted}. Some flags take effect with a restart.`,
    links: [`https://cloud.google.com/sql/docs/${id}/flags`],
    frameworks: { 'cis-gcp-5.0': [control] },
    messages: { wrong: 'The flag {flag} {is}; it should be {wanted}' },
    examples: {
      good: [
        ...right.map((value) => example(value, version)),
        { ...example(first, other), name: 'another database' },
        { ...example(first, version, elsewhere), name: 'what stands for a database elsewhere' },
      ],
      bad: wrong.map((value) => ({
        ...example(value, version),
        reports: [{ message: 'wrong' as const, subject: { flag } }],
      })),
    },
    run: ({ config, report }) => {
      if (!runsHere(config) || config.databaseVersion?.startsWith(`${engine}_`) !== true) return;
      const { at, value } = flagOf(config, flag);
      if (isRight(value?.toLowerCase())) return;
      const path = `/settings/databaseFlags/${at}`;
      report('wrong', {
        subject: { flag },
        evidence: [
          value === undefined
            ? { path: '/name', value: config.name }
            : { path, value: { name: flag, value } },
        ],
        details: { is: value === undefined ? 'is not set' : `is ${value}`, wanted },
      });
    },
  });
}

function flagOf({ settings }: SqlInstanceConfig, flag: string) {
  const flags = settings?.databaseFlags ?? [];
  const at = flags.findIndex(({ name }) => name === flag);
  return { at, value: at === -1 ? undefined : (flags[at]?.value ?? '') };
}

/** The database switches it off, or on, by itself. */
export const isOn = (value: string | undefined): boolean =>
  value === 'on' || value === '1' || value === 'true';
export const isNotOn = (value: string | undefined): boolean => !isOn(value);
export const isOff = (value: string | undefined): boolean => value !== undefined && isNotOn(value);

/** https://www.postgresql.org/docs/current/runtime-config-logging.html#RUNTIME-CONFIG-SEVERITY-LEVELS */
const levels = [
  'debug5',
  'debug4',
  'debug3',
  'debug2',
  'debug1',
  'debug',
  'info',
  'notice',
  'warning',
  'error',
];

/** That level and those with which more is logged. */
export function upTo(level: 'warning' | 'error'): readonly string[] {
  return levels.slice(0, levels.indexOf(level) + 1);
}
