/** Builds the world of the browser tests: `node --conditions=@security-monkey/source test/browser/world/build.ts DIRECTORY`. */
import { buildWorld } from './build-world.ts';

const [directory] = process.argv.slice(2);
if (directory === undefined) throw new Error('Say in which directory.');
await buildWorld(directory, (line) => console.log(line));
