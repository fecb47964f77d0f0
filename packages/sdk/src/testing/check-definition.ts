/** What must be true of a check's description, before it is run. */
import { brandOf, contractVersion } from '../define/brand.ts';
import { type Check, categories } from '../define/check.ts';
import { type Rule } from './rule.ts';

const ruleName = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const frameworkName = /^[a-z0-9]+([.-][a-z0-9]+)*$/;

export const checkDefinitionRules: readonly Rule<Check>[] = [
  {
    title: 'is made by defineCheck of this version of the contract',
    problems: (check) => {
      const brand = brandOf(check);
      const isCurrent = brand?.kind === 'check' && brand.contract === contractVersion;
      return isCurrent ? [] : [`is no check of contract ${contractVersion}: make it with defineCheck`];
    },
  },
  {
    title: "has an id made of its watcher's id and a kebab-case name",
    problems: ({ id, watcher }) => {
      const isOfWatcher = id.startsWith(`${watcher.id}.`) && ruleName.test(id.slice(watcher.id.length + 1));
      return isOfWatcher ? [] : [`id ${id} is not ${watcher.id}.<rule-name>`];
    },
  },
  {
    title: 'has a version, a score, a category and texts',
    problems: (check) => [
      ...(Number.isInteger(check.version) && check.version > 0
        ? []
        : [`version ${check.version} is no whole number from 1`]),
      ...(Number.isInteger(check.score) && check.score >= 0 && check.score <= 10
        ? []
        : [`score ${check.score} is no whole number from 0 to 10`]),
      ...(categories.includes(check.category)
        ? []
        : [`category ${check.category} is not among the categories`]),
      ...(['title', 'why', 'fix'] as const)
        .filter((part) => check[part].trim() === '')
        .map((part) => `${part} is empty`),
    ],
  },
  {
    title: 'links to https pages',
    problems: ({ links }) => [
      ...(links.length > 0 ? [] : ['has no link: name the page that explains the setting']),
      ...links.filter((link) => !isHttps(link)).map((link) => `link ${link} is no https address`),
    ],
  },
  {
    title: 'names frameworks and their controls',
    problems: ({ frameworks }) => [
      ...Object.keys(frameworks)
        .filter((name) => !frameworkName.test(name))
        .map((name) => `framework ${name} is not written like cis-aws-7.0`),
      ...Object.entries(frameworks)
        .filter(([, controls]) => controls.length === 0 || controls.some((control) => control.trim() === ''))
        .map(([name]) => `framework ${name} names no control or an empty one`),
    ],
  },
  {
    title: 'has messages',
    problems: ({ messages }) => [
      ...(Object.keys(messages).length > 0 ? [] : ['has no message']),
      ...Object.entries<string>(messages)
        .filter(([, template]) => template.trim() === '')
        .map(([id]) => `message ${id} is empty`),
    ],
  },
  {
    title: 'needs only relations of its watcher',
    problems: ({ needs = [], watcher }) =>
      needs
        .filter((relation) => !(watcher.relations ?? []).includes(relation))
        .map((relation) => `needs ${relation}, which ${watcher.id} does not declare among its relations`),
  },
];

/** Whether a text is the address of an https page. */
export function isHttps(text: string): boolean {
  return URL.canParse(text) && new URL(text).protocol === 'https:';
}
