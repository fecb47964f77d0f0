/** Serves the world of the browser tests: `node --conditions=@security-monkey/source test/browser/world/serve.ts PORT [DIRECTORY]`. */
import { existsSync } from 'node:fs';
import { cp, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildWorld } from './build-world.ts';
import { serveWorld } from './serve-world.ts';

const [port = '0', kept] = process.argv.slice(2);
const template = kept ?? (await mkdtemp(join(tmpdir(), 'security-monkey-world-')));
if (!existsSync(join(template, 'database'))) await buildWorld(template, (line) => console.log(line));
const directory = await mkdtemp(join(tmpdir(), 'security-monkey-served-'));
await cp(template, directory, { recursive: true });
const served = await serveWorld(directory, Number(port));
console.log(`${served.url} · ${served.firstLink}`);
