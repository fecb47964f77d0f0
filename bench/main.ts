/** `npm run bench [-- NAME…]`: the goals of the design, measured in one run. Nothing here passes or fails by the clock. */
import { access } from './access.ts';
import { inventoryCalls } from './inventory-calls.ts';
import { manyAccounts } from './many-accounts.ts';
import { memory } from './memory.ts';
import { pages } from './pages.ts';
import { quietRescan } from './quiet-rescan.ts';
import { routes } from './routes.ts';
import { scanAgainstMoto } from './scan-against-moto.ts';
import { search } from './search.ts';

const benches: Readonly<Record<string, () => Promise<void> | void>> = {
  access,
  rescan: quietRescan,
  memory,
  search,
  routes,
  pages,
  scan: scanAgainstMoto,
  accounts: manyAccounts,
  inventory: inventoryCalls,
};

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !(name in benches));
if (unknown.length > 0) {
  process.stderr.write(
    `There is no benchmark ${unknown.join(', ')}; there are ${Object.keys(benches).join(', ')}.\n`,
  );
  process.exitCode = 2;
} else {
  for (const [name, run] of Object.entries(benches))
    if (asked.length === 0 || asked.includes(name)) await run();
}
