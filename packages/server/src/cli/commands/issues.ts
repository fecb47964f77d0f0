/** `issues`: the search. */

import { createChecksIn, createRenderIssue } from '../../front/issues/render-issue.ts';
import { issueVocabulary } from '../../query/vocabulary-issues.ts';
import { systemViewer } from '../../store/viewer.ts';
import { listIssues, streamIssues } from '../../store/views/list-issues.ts';
import { everyRow } from '../../store/views/page.ts';
import { defineCommand } from '../command.ts';
import { countLine } from '../output/count-line.ts';
import { issueObject, issueTable } from '../output/issue-shape.ts';
import { atMost, limitOption, pageFor, parseLimit } from '../resolve/parse-limit.ts';
import { noteNames, parseQueryWords } from '../resolve/parse-query-words.ts';

export const issues = defineCommand({
  name: 'issues',
  description:
    'Searches the issues by words and by keys such as account: technology: name: check: category: severity: score>= is: opened> (docs/reference/query-language.md lists them all). Fixed and retired ones are left out unless asked for by is:fixed. The worst come first; under --json they come by id.',
  needs: 'runtime',
  arguments: {
    query: { description: 'what to look for; everything when left out', optional: true, variadic: true },
  },
  options: { limit: limitOption },
  examples: ['issues', "issues account:prod 'score>=6' is:open", 'issues check:aws.s3-bucket.* --json'],
  run: async ({ runtime: { db, clock }, registry, output }, { arguments: { query: words }, options }) => {
    const limit = parseLimit(options.limit, output);
    const query = parseQueryWords(words, issueVocabulary);
    const search = {
      query,
      now: clock.now(),
      checksIn: createChecksIn(registry),
      renderIssue: createRenderIssue(registry),
    };
    const found = output.json
      ? streamIssues(db, systemViewer, search)
      : everyRow((after) => listIssues(db, systemViewer, { ...search, after, limit: pageFor(limit) }));
    const seen = { more: false };
    const count = await output.rows(atMost(found, limit, seen), { columns: issueTable, object: issueObject });
    await output.text(countLine(count, seen.more, 'issue'));
    await noteNames({ runtime: { db, registry }, output }, query);
    return 0;
  },
});
