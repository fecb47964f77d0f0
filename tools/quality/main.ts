/** `npm run quality`: scans the estates of the tests and writes docs/quality.md; needs moto_server and a PostgreSQL server. */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { buildEstate, correctEstate } from '../../test/e2e/estate/build.ts';
import { expectations } from '../../test/e2e/expectations.ts';
import { startFaultProxy } from '../../test/e2e/fault-proxy.ts';
import { awsChecks } from '../../test/e2e/messages.ts';
import { howToGetMoto, motoIsInstalled, startMoto } from '../../test/e2e/moto.ts';
import { issuesByPlace, issuesInTables, readIssues } from '../../test/e2e/rows.ts';
import { addAccounts, scan } from '../../test/e2e/watching.ts';
import { openWorkspace } from '../../test/e2e/workspace.ts';
import { scanGcp } from './gcp.ts';
import { type FoundIssues, qualityOf, qualityPage } from './page.ts';
import { askAgain, startRecorder } from './recorder.ts';
import { speedSection } from './speed.ts';

const path = fileURLToPath(new URL('../../docs/quality.md', import.meta.url));

if (!motoIsInstalled()) throw new Error(howToGetMoto);
const moto = await startMoto();
try {
  const { found, speed } = await measure(moto.url);
  const gcp = await scanGcp();
  const judged = awsChecks.map(({ id, watcher }) => ({ check: id, technology: watcher.id }));
  const aws = { qualities: qualityOf(judged, expectations, found), rows: expectations, found };
  const measured = `${speedSection(speed)}\n${gcp.speed}`;
  writeFileSync(path, `${qualityPage(aws, gcp.scanned)}\n${measured}`);
  console.log(`docs/quality.md\n${measured}`);
} finally {
  await moto.stop();
}

type Measured = { readonly found: FoundIssues; readonly speed: Parameters<typeof speedSection>[0] };

/** On the embedded database, as whoever tries the product has it. */
async function measure(url: string): Promise<Measured> {
  const estate = await buildEstate(url);
  const recorder = await startRecorder(url);
  const proxy = await startFaultProxy(recorder.url, correctEstate);
  const workspace = await openWorkspace('embedded', proxy.url);
  try {
    await addAccounts(workspace);
    const started = performance.now();
    const { code, err } = await scan(workspace);
    const scanned = performance.now() - started;
    if (code !== 0) throw new Error(`The scan has failed: ${err}`);
    const found = issuesByPlace(issuesInTables(estate.nameOf, await readIssues(workspace)));
    const bare = await askAgain(url, recorder);
    const calls = [...proxy.calls().values()].reduce((sum, count) => sum + count, 0);
    const asked = recorder.requests.length;
    return { found, speed: { scanned, bare, calls, asked, atOnce: recorder.mostAtOnce() } };
  } finally {
    await workspace.close();
    await proxy.stop();
    await recorder.stop();
    estate.close();
  }
}
