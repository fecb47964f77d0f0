/** The documented actions of a kind, by service: what the rules about levels of access and lists of actions look through. */
import { type AccessLevel, iamFacts } from '../../facts/iam-facts.ts';
import { type ActionKey, actionKey, keyAt } from '../../identity/action-key.ts';
import { credentialKeys } from '../../identity/credential-actions.ts';
import { exfiltrationActions } from '../../identity/exfiltration.ts';

export type ActionIndex = ReadonlyMap<string, readonly ActionKey[]>;

/** Made when first asked for: they unpack the facts. */
export const actionIndexes = {
  management: once(() => ofLevel('permissions-management')),
  writes: once(() => ofLevel('write')),
  passRole: once(() => ofList(['iam:PassRole'])),
  securityGroups: once(() =>
    ofList(['ec2:AuthorizeSecurityGroupEgress', 'ec2:AuthorizeSecurityGroupIngress']),
  ),
  credentials: once(() => indexed(credentialKeys())),
  exfiltration: once(() => ofList(exfiltrationActions)),
};

function once(make: () => ActionIndex): () => ActionIndex {
  let made: ActionIndex | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

function ofLevel(level: AccessLevel): ActionIndex {
  const keys = iamFacts().actions.flatMap((action, place) =>
    action.level === level ? [keyAt(place, action)] : [],
  );
  return indexed(keys);
}

function ofList(actions: Iterable<string>): ActionIndex {
  return indexed([...actions].map(actionKey));
}

function indexed(keys: readonly ActionKey[]): ActionIndex {
  return Map.groupBy(keys, ({ text }) => text.slice(0, text.indexOf(':')));
}
