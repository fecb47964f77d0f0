/** `aws-resource-policy`: whom the policy of a resource lets in. */
import type { JsonObject } from '../../json/value.ts';
import { actionsMatching } from '../facts/action-set.ts';
import { iamFacts } from '../facts/iam-facts.ts';
import { isPublicFor, judgeResourcePolicy, type ResourceVerdict } from '../resource/judge-resource-policy.ts';
import type { Judge } from './answer.ts';
import { problems } from './problems.ts';
import { readPolicy } from './read-policy.ts';
import { readSurroundings } from './read-surroundings.ts';
import { readTexts } from './read-texts.ts';

export const awsResourcePolicy: Judge = (input, now) => {
  const surroundings = readSurroundings(input);
  if (surroundings === undefined) return problems(['account is no text']);
  const policy = readPolicy(input['policy'], { principal: 'required' });
  if (policy === undefined) return problems(['policy is no policy document']);
  const verdict = judgeResourcePolicy(policy, { around: surroundings.around, now, ...serviceOf(input) });
  return {
    public: verdict.isPublic,
    external: verdict.isExternal,
    ...interest(input, verdict),
    classes: verdict.classes,
    root: verdict.namesWholeAccount,
    confusedDeputy: verdict.isConfusedDeputy,
    ...problems([...policy.malformed, ...surroundings.unread]),
  };
};

/** Of a service that the facts do not know, every action may be one. */
function serviceOf({ service }: JsonObject) {
  const isKnown = typeof service === 'string' && iamFacts().services.has(service.toLowerCase());
  return isKnown ? { service: actionsMatching([`${service}:*`]) } : {};
}

function interest({ actionsOfInterest }: JsonObject, verdict: ResourceVerdict) {
  if (!Array.isArray(actionsOfInterest)) return {};
  const { texts } = readTexts(actionsOfInterest, 'actionsOfInterest');
  return { publicOfInterest: isPublicFor(verdict, texts) };
}
