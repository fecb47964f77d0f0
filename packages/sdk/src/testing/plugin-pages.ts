/** Generated pages against the files that hold them. */
import { existsSync, readFileSync } from 'node:fs';

/** The pages whose file is missing or holds another text, each in words. Keys are paths. */
export function stalePages(pages: ReadonlyMap<string, string>): readonly string[] {
  return [...pages].flatMap(([path, text]) => {
    if (!existsSync(path)) return [`the page ${path} is missing: generate it`];
    return readFileSync(path, 'utf8') === text ? [] : [`the page ${path} is stale: generate it anew`];
  });
}
