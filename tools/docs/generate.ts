/** Everything under docs/reference, and docs/parity.md, made from the definitions themselves. */
import { readFileSync } from 'node:fs';
import alerters from '@security-monkey/alerters';
import aws, { frameworks as awsFrameworks } from '@security-monkey/aws';
import gcp, { frameworks as gcpFrameworks } from '@security-monkey/gcp';
import { isMessageAlerter } from '@security-monkey/sdk';
import { z } from 'zod';
import { openApiDocument } from '../../packages/server/src/api/openapi-document.ts';
import { routes } from '../../packages/server/src/api/routes.ts';
import { settingSchemas } from '../../packages/server/src/engine/settings/schema.ts';
import { issueVocabulary } from '../../packages/server/src/query/vocabulary-issues.ts';
import { itemVocabulary } from '../../packages/server/src/query/vocabulary-items.ts';
import { accessPage } from './access-page.ts';
import { alerterPage } from './alerter-page.ts';
import { apiPage } from './api-page.ts';
import { checkIndex, checkPage } from './check-pages.ts';
import { commandPage } from './command-page.ts';
import { frameworkPage } from './framework-page.ts';
import { keyTable } from './key-table.ts';
import { page } from './markdown.ts';
import { awaitedTechnologies } from './parity/join.ts';
import { parityPage } from './parity/page.ts';
import { parityRows } from './parity/rows.ts';
import { configurationPage, errorsPage, settingsPage } from './product-pages.ts';
import { queryPage } from './query-page.ts';
import { technologyFacts } from './technology-facts.ts';
import { accountTypeSection, type TechnologyFacts, technologyPage } from './technology-page.ts';

/** Each with the folder of its sources. */
const sources = [
  { plugin: aws, folder: new URL('../../packages/aws/src/', import.meta.url) },
  { plugin: gcp, folder: new URL('../../packages/gcp/src/', import.meta.url) },
];
const plugins = sources.map(({ plugin }) => plugin);
const notice = '<!-- Made by `npm run docs`; changes by hand are overwritten. -->\n\n';

/** Path from the root of the repository to text. */
export async function referencePages(): Promise<ReadonlyMap<string, string>> {
  const checks = plugins
    .flatMap((plugin) => plugin.checks)
    .toSorted((a, b) => a.id.localeCompare(b.id, 'en'));
  const pages: readonly (readonly [string, string])[] = [
    ['configuration.md', configurationPage()],
    ['errors.md', errorsPage()],
    ['settings.md', settingsPage(z.strictObject(settingSchemas))],
    ['commands.md', await commandPage()],
    ['api.md', apiPage(routes)],
    ['query-language.md', queryPage([itemVocabulary, issueVocabulary])],
    ['technologies.md', technologyPage(await allTechnologies())],
    ['account-types.md', accountTypesPage()],
    ['access-engine.md', accessPage()],
    ['alerters.md', alerterPage(alerters.alerters.filter(isMessageAlerter))],
    ['checks/README.md', checkIndex(checks)],
    ...[...awsFrameworks, ...gcpFrameworks].map(
      (framework) => [`frameworks/${framework.id}.md`, frameworkPage(framework, checks)] as const,
    ),
    ...checks.map((check) => [`checks/${check.id}.md`, checkPage(check)] as const),
  ];
  const reference = pages.map(([path, text]) => [`docs/reference/${path}`, notice + text] as const);
  const document = JSON.stringify(await openApiDocument(productVersion()), null, 2);
  return new Map([...reference, ['docs/reference/openapi.json', `${document}\n`], ...parityPages()]);
}

async function allTechnologies(): Promise<readonly TechnologyFacts[]> {
  const facts = sources.map(({ plugin, folder }) => technologyFacts(plugin, folder));
  return (await Promise.all(facts)).flat();
}

function productVersion(): string {
  const manifest: { readonly version: string } = JSON.parse(
    readFileSync(new URL('../../packages/server/package.json', import.meta.url), 'utf8'),
  );
  return manifest.version;
}

/** Made once all technologies of the table are watched. */
function parityPages(): readonly (readonly [string, string])[] {
  const all = {
    watchers: plugins.flatMap(({ watchers }) => watchers),
    checks: plugins.flatMap(({ checks }) => checks),
  };
  if (awaitedTechnologies(all).length > 0) return [];
  return [['docs/parity.md', notice + parityPage(all, parityRows)]];
}

function accountTypesPage(): string {
  const types = plugins.flatMap((plugin) => plugin.accountTypes);
  return page('# Account types', ...types.map((type) => accountTypeSection(type, keyTable(type.fields))));
}
